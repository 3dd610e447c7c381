// The figure in an article's frame: a still picture first, the engine when somebody looks or touches, the lab when it is
// asked for. It answers the article's messages and tells it its height.
import { make, part, write } from "../explainer/dom.ts";
import { openEngine } from "../explainer/engine.ts";
import { Missing, wanted, type WayOn } from "../explainer/fetched.ts";
import { linkAsShown, linkIn } from "../explainer/link-text.ts";
import { reasonText } from "../explainer/told.ts";
import { wantsText } from "../explainer/view.ts";
import { keepClear } from "../words/clear.ts";
import { bindKeys } from "../words/keys.ts";
import { lever } from "../words/lever.ts";
import { responses, type Responses } from "../words/response.ts";
import { drawn } from "../words/twin-figures.ts";
import { embedHeight, figureHeight, sentenceHeight } from "./embed-size.ts";
import { colour } from "./colours.ts";
import { controlKeys, dealOf, isAsShipped, isOn } from "./flags.ts";
import { problems } from "./problems.ts";
import { talk } from "./talk.ts";
import { Turns } from "./turns.ts";
import type { Piece } from "../words/piece.ts";
import type { Twin } from "../words/twin.ts";
import type { Describe, Explainer } from "../explainer/types.ts";
import "../../twin.css";

const flags = new URLSearchParams(location.search);
const isStatic = isOn(flags.get("static"));
const isPlain = isOn(flags.get("plain")) || isStatic;
const keys = isStatic ? [] : controlKeys(flags.get("controls"));
const view = flags.get("view") ?? "figure";
const isForClass = isOn(flags.get("class")); // a projector: large text, and nothing that need not be seen from afar
const theme = flags.get("theme");
if (isForClass) document.documentElement.dataset.class = "";
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

const main = part("embed", HTMLElement);
const sentence = part("sentence", HTMLParagraphElement);
const picture = part("picture", HTMLDivElement);
const panel = part("panel", HTMLDivElement);
const labButton = part("lab-toggle", HTMLButtonElement);
const wordsButton = part("twin-toggle", HTMLButtonElement);
const words = part("twin", HTMLElement);
const whole = part("whole", HTMLAnchorElement);
const account = whole.getAttribute("href") ?? ""; // of a frozen build it is the live page
const spoken = make("p", "", "unseen");
const problem = problems(part("problem", HTMLParagraphElement));
const article = talk(start, () => turns?.closeLab());

let turns: Turns | undefined; // once the engine is open
let inWords: Twin | undefined;
let levers: Piece[] = [];
let heardChanges: Responses | undefined;
let frame = 0;
const enlarged = isForClass ? 1.65 : 1; // a picture drawn small and shown large has larger text
let isStarted = false;

// The still picture is of a deal as it opens. Of another state none is shown: what the article has behind or in place of the
// frame stays until there is one.
function isOther(): boolean {
  const link = linkIn(location.hash);
  if (!link && flags.get("chapter")) return true;
  const deal = link ? dealOf(link) : flags.get("contract");
  return (deal ?? main.dataset.contract) !== main.dataset.contract || !isAsShipped(link);
}
const hideStill = (isHidden: boolean): void => void main.classList.toggle("other", isHidden);

function reserve(): void {
  const width = document.documentElement.clientWidth;
  sentence.style.minHeight = `${sentenceHeight(width)}px`;
  picture.style.minHeight = `${figureHeight(width)}px`;
  main.style.minHeight = turns?.isLab ? "" : `${embedHeight(width, { controls: keys.length, isPlain })}px`;
}

function draw(): void {
  frame = 0;
  if (!turns || turns.isLab) return;
  const width = picture.clientWidth;
  const height = figureHeight(document.documentElement.clientWidth);
  const svg = width > 0 ? drawn(turns, "capacity", width / enlarged, height / (isForClass ? 1.2 : 1)) : undefined;
  if (!svg) return;
  picture.replaceChildren(svg);
  hideStill(false);
  article.drawn();
}
const redraw = (): void => void (frame ||= requestAnimationFrame(draw));

function show(state: Describe): void {
  write(sentence, state.sentence);
  heardChanges?.show();
  for (const piece of levers) piece.show(state);
  inWords?.show(state);
  whole.href = `${account}#${linkAsShown(state.link)}`;
  article.show(state);
  redraw();
}

function start(): void {
  if (isStarted) return;
  isStarted = true;
  const onPublish = (state: Describe): void => void (turns && !turns.isLab && show(state));
  openEngine({ onPublish, onFailure: (message) => stop(`The figure has stopped, so this is its last picture. ${message}`) }).then(opened, staysStill);
}

function staysStill(reason: unknown): void {
  const ofWhat = isOther() ? " of the deal as it opens" : "";
  const again: WayOn = { says: "", act: ["Load again", () => location.reload()] };
  stop(`The figure cannot respond here, so this is a still picture${ofWhat}. ${reasonText(reason)}`, reason instanceof Missing ? again : undefined);
}

function stop(message: string, on?: WayOn): void {
  hideStill(false);
  problem.tell("engine", message, on);
  panel.inert = labButton.disabled = wordsButton.disabled = true;
  article.failed(message);
}

function opened(engine: Explainer): void {
  const made = new Turns(engine, whole.href, part("canvas", HTMLCanvasElement), {
    onPublish: show,
    onTurn: turned,
    onFailure: (message, on) => problem.tell("lab", message, on),
  });
  turns = made;
  openWanted(engine);
  makeLevers(made);
  show(engine.describe());
  heardChanges = responses(made, (text) => article.says(text) || spoken.replaceChildren(text));
  heardChanges.begin(); // what is there at the start is read in its place
  spoken.setAttribute("aria-live", "polite");
  main.append(spoken);
  bindKeys(made);
  keepClear();
  article.opened(made);
  if (!isPlain) offerMore(made);
}

// What the article or a link asks for; what is not known is said, and what is known is shown.
function openWanted(engine: Explainer): void {
  const contract = location.hash.length > 1 ? "" : flags.get("contract") || main.dataset.contract;
  if (contract && contract !== engine.describe().contract) {
    const answer = engine.pick(contract);
    if (!answer.ok) problem.tell("contract", `The deal that was asked for is not known here. ${answer.error}`);
  }
  openChapter(engine);
  openLink(engine);
}

function openChapter(engine: Explainer): void {
  const chapter = flags.get("chapter");
  if (!chapter || location.hash.length > 1) return;
  const answer = engine.chapter(chapter);
  if (!answer.ok) problem.tell("chapter", `The story has no such chapter. ${answer.error}`);
}

function openLink(engine: Explainer): void {
  const wanted = linkIn(location.hash);
  if (!wanted) return;
  const answer = engine.openLink(wanted);
  const lost = answer.ok ? answer.dropped.join(" ") : answer.error;
  problem.tell("link", lost && `Not all of the link could be read. ${lost}`);
}

function makeLevers(holder: Turns): void {
  const rows = holder.now.inputs();
  const known = keys.flatMap((key) => rows.find((row) => row.key === key) ?? []);
  const unknown = keys.filter((key) => !rows.some((row) => row.key === key));
  if (unknown.length > 0) problem.tell("controls", `There is no input called ${unknown.map((key) => `“${key.slice(0, 60)}”`).join(" or ")} to set here.`);
  levers = known.map((row) => lever(holder, row, { place: "panel" }));
  panel.replaceChildren(...levers.map(({ content }) => content));
}

function offerMore(holder: Turns): void {
  const isForced = matchMedia("(forced-colors: active)").matches;
  labButton.hidden = isForced;
  wordsButton.hidden = false;
  if (view === "panel" || isForced || wantsText(location.hash)) void showWords(true);
  if (view === "lab" || opensTab(holder)) openLab();
}

// A view that is none of the frame's own is a tab of the full figure.
function opensTab(holder: Turns): boolean {
  if (["figure", "panel", "lab"].includes(view)) return false;
  const answer = holder.now.showTab(view);
  if (!answer.ok) problem.tell("view", `There is no view called “${view.slice(0, 60)}” to open.`);
  return answer.ok;
}

// The view in words is fetched when it is first wanted.
async function showWords(isVisible: boolean): Promise<void> {
  if (!turns) return;
  const holder = turns;
  if (!inWords)
    await wanted(holder, () => import("../words/twin.ts"), ({ twin }) => {
      inWords ??= twin(words, holder, { announces: true });
      inWords.show(holder.now.describe());
    });
  words.hidden = !isVisible || !inWords;
  wordsButton.setAttribute("aria-expanded", String(!words.hidden));
  inWords?.setVisible(!words.hidden);
  whole.href = `${account}#${linkAsShown(holder.now.describe().link)}`;
}

function openLab(): void {
  labButton.setAttribute("aria-busy", "true"); // not disabled: it keeps the focus
  problem.tell("lab", "");
  void turns?.openLab().then(() => {
    labButton.removeAttribute("aria-busy");
    if (turns?.isLab) void showWords(true); // a canvas has no keys
  });
}

function turned(isLab: boolean): void {
  picture.hidden = sentence.hidden = panel.hidden = isLab;
  write(labButton, isLab ? "Small figure" : "Full figure");
  reserve();
  if (!turns) return;
  turns.now.news("article"); // the other has told it
  show(turns.now.describe());
  heardChanges?.begin();
  if (isLab) article.drawn();
  article.lab(isLab);
}

labButton.addEventListener("click", () => (turns?.isLab ? turns.closeLab() : openLab()));
wordsButton.addEventListener("click", () => void showWords(wordsButton.getAttribute("aria-expanded") !== "true"));
part("bar", HTMLParagraphElement).hidden = isPlain;
reserve();
// What the article has in our place may go when there is a picture here; one that cannot be had is drawn later.
if (isOther()) hideStill(true);
else picture.querySelector("img")?.decode().then(article.drawn, () => undefined);
addEventListener("resize", () => {
  reserve();
  redraw();
});
addEventListener("hashchange", () => turns && openLink(turns.now));
const paint = (): void => problem.tell("accent", colour(flags.get("accent")));
paint();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  paint();
  draw();
});
// The full figure scrolls within the frame, which is as high as a screen.
const labHeight = 720;
new ResizeObserver(() => article.size(turns?.isLab ? labHeight : Math.ceil(main.getBoundingClientRect().height))).observe(main);
new IntersectionObserver((entries, observer) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  observer.disconnect();
  start();
}).observe(main);
for (const touch of ["pointerdown", "keydown", "focusin"] as const) addEventListener(touch, start, { once: true });
