// The figure in an article's frame: a still picture first, the engine when somebody looks or touches, the lab when it is
// asked for. It answers the article's messages and tells it its height.
import { make, part, write } from "../explainer/dom.ts";
import { embedHeight, figureHeight, sentenceHeight } from "./embed-size.ts";
import { openEngine } from "../explainer/engine.ts";
import { lever } from "../words/levers.ts";
import { talk } from "./talk.ts";
import { drawn, twin, type Twin } from "../words/twin.ts";
import type { Describe, Explainer } from "../explainer/types.ts";
import "../../twin.css";

const flags = new URLSearchParams(location.search);
const isOn = (name: string): boolean => flags.has(name) && flags.get(name) !== "0";
const isStatic = isOn("static");
const isPlain = isOn("plain") || isStatic;
const view = flags.get("view") ?? "figure";
const keys = isStatic ? [] : (flags.get("controls") ?? "demand.growth").split(",").filter(Boolean).slice(0, 8);
const theme = flags.get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

const main = part("embed", HTMLElement);
const sentence = part("sentence", HTMLParagraphElement);
const picture = part("picture", HTMLDivElement);
const panel = part("panel", HTMLDivElement);
let canvas = part("canvas", HTMLCanvasElement);
const problem = part("problem", HTMLParagraphElement);
const labButton = part("lab-toggle", HTMLButtonElement);
const wordsButton = part("twin-toggle", HTMLButtonElement);
const words = part("twin", HTMLElement);
const whole = part("whole", HTMLAnchorElement);
const account = whole.getAttribute("href") ?? ""; // of a frozen build it is the live page
const article = talk(start, () => lab && closeLab());
const restMs = 500;

let engine: Explainer | undefined;
let lab: Explainer | undefined; // open: it has the state
let inWords: Twin | undefined;
let shows: ((state: Describe) => void)[] = [];
let rest = 0;
let frame = 0;
let isStarted = false;

const now = (): Explainer | undefined => lab ?? engine;

function reserve(): void {
  const width = document.documentElement.clientWidth;
  sentence.style.minHeight = `${sentenceHeight(width)}px`;
  picture.style.minHeight = `${figureHeight(width)}px`;
  if (lab === undefined) main.style.minHeight = `${embedHeight(width, { controls: keys.length, isPlain })}px`;
}

function draw(): void {
  frame = 0;
  if (!engine || lab) return;
  const width = picture.clientWidth;
  const svg = width > 0 ? drawn(engine, "capacity", width, figureHeight(document.documentElement.clientWidth)) : undefined;
  if (svg) picture.replaceChildren(svg);
}

function show(state: Describe): void {
  write(sentence, state.sentence);
  clearTimeout(rest);
  rest = window.setTimeout(() => write(spoken, state.sentence), restMs);
  for (const one of shows) one(state);
  inWords?.show(state);
  whole.href = `${account}#${state.link}`;
  article.show(state);
  frame ||= requestAnimationFrame(draw);
}

const spoken = make("p", "", "unseen");

function fail(message: string): void {
  write(problem, `The figure cannot respond here, so this is a still picture. ${message}`);
  problem.hidden = false;
}

function start(): void {
  if (isStarted) return;
  isStarted = true;
  openEngine({ onPublish: (state) => !lab && show(state), onFailure: fail }).then(opened, (reason: unknown) =>
    fail(reason instanceof Error ? reason.message : String(reason)),
  );
}

function opened(made: Explainer): void {
  engine = made;
  const wanted = location.hash.slice(1);
  const contract = flags.get("contract") || main.dataset.contract;
  if (contract && contract !== made.describe().contract && !wanted) {
    const answer = made.pick(contract);
    if (!answer.ok) fail(answer.error);
  }
  if (wanted) {
    const answer = made.openLink(decoded(wanted));
    if (answer.ok && answer.dropped.length > 0) fail(answer.dropped.join(" "));
  }
  makeControls(made);
  show(made.describe());
  clearTimeout(rest); // what is there at the start is read in its place
  spoken.setAttribute("aria-live", "polite");
  main.append(spoken);
  article.opened(facade);
  if (isPlain) return;
  labButton.hidden = matchMedia("(forced-colors: active)").matches;
  wordsButton.hidden = false;
  if (view === "panel" || matchMedia("(forced-colors: active)").matches) showWords(true);
  if (view === "lab") void openLab();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Whoever asks gets the one that has the state: the engine, or the lab while it is open.
const facade = new Proxy({} as Explainer, {
  get: (_, name: string) => {
    const it = now();
    return it ? it[name as keyof Explainer] : undefined;
  },
});

function makeControls(made: Explainer): void {
  const rows = made.inputs();
  panel.replaceChildren();
  shows = [];
  for (const key of keys) {
    const row = rows.find((one) => one.key === key);
    if (!row) {
      fail(`There is no input “${key.slice(0, 60)}”.`);
      continue;
    }
    const one = lever(facade, row);
    panel.append(one.element);
    shows.push(one.show);
  }
}

function showWords(isVisible: boolean): void {
  const it = now();
  if (!it) return;
  words.hidden = !isVisible;
  wordsButton.setAttribute("aria-expanded", String(isVisible));
  if (!inWords) {
    inWords = twin(words, facade, { announces: true });
    inWords.show(it.describe());
  }
  inWords.setVisible(isVisible);
}

async function openLab(): Promise<void> {
  if (lab || !engine) return;
  labButton.disabled = true;
  try {
    const { openLab: open } = await import("../explainer/lab.ts");
    let isReady = false;
    canvas.hidden = false;
    const made = await open(canvas, {
      onPublish: (state) => isReady && show(state),
      onHeight: (css) => {
        canvas.style.height = `${css}px`;
      },
      onOpenContract: () => void import("../words/files.ts").then(({ choose }) => choose(facade)),
      onExport: (kind) => void import("../words/files.ts").then(({ keep }) => keep(facade, kind)),
      onFailure: (reason, message) => {
        queueMicrotask(() => closeLab());
        fail(reason === "no-webgl2" ? "This browser lacks WebGL 2 or has switched it off." : message);
      },
    });
    made.restore(engine.save());
    lab = made;
    isReady = true;
    picture.hidden = sentence.hidden = panel.hidden = true;
    main.style.minHeight = "";
    problem.hidden = true;
    write(labButton, "Small figure");
    show(made.describe());
    article.lab(true);
  } catch (reason) {
    closeLab();
    fail(reason instanceof Error ? reason.message : String(reason));
  }
  labButton.disabled = false;
}

// Back to the engine, which takes the state over; the canvas is a new one, since a context is made once.
function closeLab(): void {
  const saved = lab?.save();
  lab?.close();
  lab = undefined;
  const fresh = make("canvas");
  for (const { name, value } of canvas.attributes) if (name !== "style") fresh.setAttribute(name, value);
  canvas.replaceWith(fresh);
  canvas = fresh;
  canvas.hidden = true;
  picture.hidden = sentence.hidden = panel.hidden = false;
  write(labButton, "Full figure");
  if (saved !== undefined) {
    engine?.restore(saved);
    article.lab(false);
  }
  reserve();
  if (engine) show(engine.describe());
}

labButton.addEventListener("click", () => (lab ? closeLab() : void openLab()));
wordsButton.addEventListener("click", () => showWords(wordsButton.getAttribute("aria-expanded") !== "true"));
part("bar", HTMLParagraphElement).hidden = isPlain;
reserve();
addEventListener("resize", () => {
  reserve();
  frame ||= requestAnimationFrame(draw);
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
new ResizeObserver(() => article.size(Math.ceil(main.getBoundingClientRect().height))).observe(main);
new IntersectionObserver((entries, observer) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  observer.disconnect();
  start();
}).observe(main);
for (const touch of ["pointerdown", "keydown", "focusin"] as const) addEventListener(touch, start, { once: true });
