// The page around the figure: opens the lab on the canvas and binds the native controls, the ten points, the sources
// and the address to what it publishes. Without the lab the text stands by itself and says what is missing.
import { controls } from "../words/controls.ts";
import { make, part, write } from "../explainer/dom.ts";
import { acceptDrops } from "../explainer/drop.ts";
import { openEngine } from "../explainer/engine.ts";
import { openLab } from "../explainer/lab.ts";
import { wanted } from "../explainer/fetched.ts";
import { linkKeeper } from "../explainer/link.ts";
import { outside } from "../explainer/outside.ts";
import { reasonText } from "../explainer/told.ts";
import { drawOnPaper, keepStill } from "./still.ts";
import { showPoints } from "../words/points.ts";
import { sources } from "../words/sources.ts";
import type { Twin } from "../words/twin.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe, FailureReason, InputRow, Explainer, LabCallbacks } from "../explainer/types.ts";

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
let lab: Explainer | undefined;
const holder: Holder = {
  page: new URL("./", location.href).href,
  get now() {
    if (!lab) throw new Error("The figure is not ready yet.");
    return lab;
  },
};
let inputs: InputRow[] = [];
let rest = 0;
let inWords: Twin | undefined; // made when it is first shown
const words = part("twin", HTMLElement);
const wordsButton = part("twin-toggle", HTMLButtonElement);

function say(sentence: string): void {
  clearTimeout(rest);
  rest = window.setTimeout(() => write(consequence, sentence), restMs);
}

// The figure shows what is wrong with a file, under the contract's name; here it is for those who hear it, once.
const refused = part("refused", HTMLDivElement);
const mostHeard = 6;
let heard = "";
function tellRefusal({ refused: file }: Describe): void {
  const now = JSON.stringify(file);
  if (now === heard) return;
  heard = now;
  refused.replaceChildren();
  if (!file) return;
  const { name, problems } = file;
  const rest = problems.length - mostHeard;
  const list = make("ul");
  list.append(...problems.slice(0, mostHeard).map((problem) => make("li", problem)), ...(rest > 0 ? [make("li", `and ${rest} more`)] : []));
  refused.append(make("p", `${name} was not opened; the deal before it still runs.`), list);
}

function show(state: Describe): void {
  tellRefusal(state);
  native.show(state);
  showPoints(state, holder.now.words());
  list.show(state, inputs);
  link.show(state);
  inWords?.show(state);
  say(state.sentence);
  write(other, state.contract === first && !state.own ? otherText : (other.dataset.back ?? ""));
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

// The view in words is fetched when it is first wanted.
async function showWords(isVisible: boolean): Promise<void> {
  if (!lab) return;
  words.hidden = !isVisible;
  wordsButton.setAttribute("aria-expanded", String(isVisible));
  write(wordsButton, (isVisible ? wordsButton.dataset.hide : wordsButton.dataset.show) ?? "");
  if (!isVisible && !inWords) return;
  if (!inWords) {
    await wanted(holder, () => import("../words/twin.ts"), ({ twin }) => {
      inWords ??= twin(words, holder);
      inWords.show(holder.now.describe());
    });
  }
  inWords?.setVisible(isShown());
}

const isShown = (): boolean => wordsButton.getAttribute("aria-expanded") === "true";

// Where the picture cannot be seen as it is meant, its text and controls are there from the start.
function needsWords(): boolean {
  return figure.dataset.state === "failed" || matchMedia("(forced-colors: active)").matches;
}

function ready(opened: Explainer): void {
  lab = opened;
  inputs = opened.inputs();
  native.ready(holder);
  link.open(opened);
  write(consequence, opened.describe().sentence);
  show(opened.describe());
  if (figure.dataset.state === "loading") figure.dataset.state = "ready";
  wordsButton.hidden = part("embed-open", HTMLButtonElement).hidden = false;
  if (needsWords()) void showWords(true);
  // What is there at the start is read in its place; what follows is announced.
  window.setTimeout(() => consequence.setAttribute("aria-live", "polite"), restMs);
}

canvas.addEventListener("webglcontextrestored", recover);
window.firstRefusal = outside(() => lab);

other.addEventListener("click", (event) => {
  if (!lab) return; // the address then says which deal to open
  event.preventDefault();
  const { contract, own } = lab.describe();
  lab.pick(contract === first && !own ? latest : first);
});

// What is done with files is fetched when it is first wanted.
const files = (act: (desk: typeof import("../words/files.ts")) => unknown): void => {
  if (lab) void wanted(holder, () => import("../words/files.ts"), act);
};
acceptDrops((dropped) => files(({ take }) => take(holder, dropped)));

// What few readers want is fetched when they do.
part("embed-open", HTMLButtonElement).addEventListener("click", () =>
  wanted(holder, () => import("../article/embed-dialog.ts"), ({ showEmbedDialog }) => showEmbedDialog(holder.now)),
);
wordsButton.addEventListener("click", () => void showWords(!isShown()));
matchMedia("(forced-colors: active)").addEventListener("change", () => {
  if (needsWords()) void showWords(true);
});

const onPublish = (state: Describe): void => {
  if (lab) show(state);
};
const stopped = (message: string): void => fail("no-wasm", message);

// Where the lab cannot be had, the smaller engine does all but the canvas.
async function open(): Promise<Explainer> {
  try {
    const callbacks: LabCallbacks = {
      onPublish,
      onOpenContract: () => files(({ choose }) => choose(holder)),
      onExport: (kind) => files(({ keep }) => keep(holder, kind)),
      onFailure: (reason, message) => {
        if (lab || reason !== "no-wasm") fail(reason, message);
      },
    };
    return await openLab(canvas, callbacks, { place: part("story", HTMLElement), script: part("script", HTMLDivElement) });
  } catch (reason) {
    const engine = await openEngine({ onPublish, onFailure: stopped });
    fail("no-webgl2", reasonText(reason));
    return engine;
  }
}

keepStill();
drawOnPaper(() => lab);
open()
  .then(ready)
  .catch((reason: unknown) => stopped(reasonText(reason)));
