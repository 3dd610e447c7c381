// The page around the figure: opens the lab on the canvas and binds the native controls, the ten points, the sources
// and the address to what it publishes. Without the lab the text stands by itself and says what is missing.
import { controls } from "./controls.ts";
import { part, write } from "./dom.ts";
import { openLab } from "./lab.ts";
import { linkKeeper } from "./link.ts";
import { outside } from "./outside.ts";
import { showPoints } from "./points.ts";
import { sources } from "./sources.ts";
import type { Describe, FailureReason, InputRow, LabApi } from "./types.ts";

const restMs = 500; // a screen reader hears the sentence when the reader has come to rest

const figure = part("lab", HTMLElement);
const canvas = part("canvas", HTMLCanvasElement);
const consequence = part("consequence", HTMLParagraphElement);
const other = part("other", HTMLAnchorElement);
const otherText = other.textContent ?? "";
const latest = other.dataset.pick ?? "";
const first = part("deal", HTMLSelectElement).options[0]?.value ?? "";
const native = controls();
const list = sources();
const link = linkKeeper();
let lab: LabApi | undefined;
let inputs: InputRow[] = [];
let rest = 0;

function say(sentence: string): void {
  const isFirst = consequence.textContent === "";
  clearTimeout(rest);
  rest = window.setTimeout(() => write(consequence, sentence), isFirst ? 0 : restMs);
}

function show(state: Describe): void {
  native.show(state);
  showPoints(state);
  list.show(state, inputs);
  link.show(state);
  say(state.sentence);
  write(other, state.contract === first ? otherText : (other.dataset.back ?? ""));
  write(part("version", HTMLSpanElement), `version ${state.version}`);
}

function recover(): void {
  if (figure.dataset.reason !== "lost") return;
  figure.dataset.state = "ready";
  delete figure.dataset.reason;
  for (const text of figure.querySelectorAll<HTMLElement>("[data-failure]")) text.hidden = true;
}

function fail(reason: FailureReason, message: string): void {
  if (figure.dataset.state === "failed" && figure.dataset.reason !== "lost") return; // the first cause says it
  figure.dataset.state = "failed";
  figure.dataset.reason = reason;
  for (const text of figure.querySelectorAll<HTMLElement>("[data-failure]"))
    text.hidden = text.dataset.failure !== reason;
  const detail = part("failure-detail", HTMLParagraphElement);
  write(detail, message);
  detail.hidden = message === "" || reason === "lost";
  if (reason === "no-wasm") native.explain("These controls do nothing here: the model behind them cannot run.");
}

function ready(opened: LabApi): void {
  lab = opened;
  inputs = opened.inputs();
  native.ready(opened);
  link.open(opened);
  show(opened.describe());
  if (figure.dataset.state === "loading") figure.dataset.state = "ready";
  // What is there at the start is read in its place; what follows is announced.
  window.setTimeout(() => consequence.setAttribute("aria-live", "polite"), restMs);
}

canvas.addEventListener("webglcontextrestored", recover);
window.firstRefusal = outside(() => lab);

other.addEventListener("click", (event) => {
  if (!lab) return; // the address then says which deal to open
  event.preventDefault();
  lab.pick(lab.describe().contract === first ? latest : first);
});

openLab(canvas, {
  onPublish: (state) => {
    if (lab) show(state);
  },
  onHeight: (cssPixels) => {
    canvas.style.height = `${cssPixels}px`;
  },
  onFailure: fail,
})
  .then(ready)
  .catch((reason: unknown) => fail("no-wasm", reason instanceof Error ? reason.message : String(reason)));
