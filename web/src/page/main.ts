// The page around the figure: what is open tells its state to the pieces of the page, and they ask it to change. Without the
// lab the text stands by itself and says what is missing.
import { part, write } from "../explainer/dom.ts";
import { acceptDrops } from "../explainer/drop.ts";
import { fetched, wanted } from "../explainer/fetched.ts";
import { linkKeeper } from "../explainer/link.ts";
import { runwayOf } from "../explainer/runway.ts";
import { outside } from "../explainer/outside.ts";
import { reasonText } from "../explainer/told.ts";
import { keepClear } from "../words/clear.ts";
import { controls } from "../words/controls.ts";
import { bindKeys } from "../words/keys.ts";
import { withFiles } from "../words/later.ts";
import { showPoints } from "../words/points.ts";
import { refusals } from "../words/refused.ts";
import { bindReplay } from "../words/replay.ts";
import { responses } from "../words/response.ts";
import { sources } from "../words/sources.ts";
import { storyTab } from "../words/story.ts";
import { wordView } from "../words/word-view.ts";
import { failure } from "./failure.ts";
import { Figure } from "./figure.ts";
import { dealSwitch } from "./deal-switch.ts";
import { drawOnPaper, keepStill } from "./still.ts";
import type { Describe, FailureReason } from "../explainer/types.ts";

const canvas = part("canvas", HTMLCanvasElement);
const wordsButton = part("twin-toggle", HTMLButtonElement);
const embedButton = part("embed-open", HTMLButtonElement);
const skip = part("skip", HTMLAnchorElement);
const sentence = part("consequence", HTMLParagraphElement);
const forcedColours = matchMedia("(forced-colors: active)");

const place = failure();
const figure = new Figure({ onPublish: show, onFailure: fail });
const native = controls();
const aloud = part("response", HTMLParagraphElement);
const say = (text: string): void => aloud.replaceChildren(text); // anew, even where it reads the same
const said = responses(figure, say);
const link = linkKeeper(() => void words.setShown(true));
const words = wordView(part("twin", HTMLElement), wordsButton, figure, () => figure.opened && link.show(figure.opened.describe()));
const story = storyTab({ holder: figure, begin: beginChapter });
const pieces = [
  refusals(part("refused", HTMLDivElement)),
  native,
  story,
  { show: (state: Describe) => showPoints(state, figure.now.words()) },
  sources(figure),
  link,
  words,
  said,
  bindReplay(part("replay", HTMLButtonElement), figure, say),
  { show: (state: Describe) => write(sentence, state.sentence) },
  dealSwitch(figure),
  { show: ({ version }: Describe) => write(part("version", HTMLSpanElement), `version ${version}`) },
];

// A chapter begins at its top, and its title is read first.
function beginChapter(title: HTMLElement): void {
  const gone = canvas.getBoundingClientRect().top - runwayOf(canvas).getBoundingClientRect().top;
  if (gone > 0) scrollBy({ top: -gone, behavior: "instant" });
  title.focus({ preventScroll: true });
}

function show(state: Describe): void {
  for (const piece of pieces) piece.show(state);
}

function fail(reason: FailureReason, message: string): void {
  place.fail(reason, message);
  if (reason === "no-wasm") native.explain("These controls do nothing here: the model behind them cannot run.");
}

// Where the picture cannot be seen as it is meant, its text and controls are there from the start.
function showNeededWords(): void {
  if (figure.opened && (place.isFailed || forcedColours.matches)) void words.setShown(true);
}

async function begin(): Promise<void> {
  await figure.open(canvas, { place: part("story", HTMLElement), script: part("script", HTMLDivElement) });
  native.ready(figure);
  bindKeys(figure);
  story.ready();
  link.open(figure.now);
  const state = figure.now.describe();
  show(state);
  said.begin();
  place.ready();
  wordsButton.hidden = embedButton.hidden = skip.hidden = false;
  showNeededWords();
  // Nobody has asked for it: where it cannot be had the page is as it was.
  fetched(() => import("./offline.ts")).then(({ keepOffline }) => keepOffline(figure), () => undefined);
}

skip.addEventListener("click", (event) => {
  event.preventDefault(); // the address holds the state
  const title = part("twin-title", HTMLHeadingElement);
  title.tabIndex = -1;
  void words.setShown(true).then(() => title.focus());
});
// The native controls stand at the window's foot while they have the focus: what they do is to be seen above them.
part("controls", HTMLFieldSetElement).addEventListener("focusin", () => {
  const { top, bottom } = canvas.getBoundingClientRect();
  const isSeen = top < innerHeight / 2 && bottom > innerHeight / 2;
  if (canvas.checkVisibility() && !isSeen) part("lab", HTMLElement).scrollIntoView({ block: "start", behavior: "instant" });
});
canvas.addEventListener("webglcontextrestored", () => place.recover());
forcedColours.addEventListener("change", showNeededWords);
window.firstRefusal = outside(() => figure.opened);
acceptDrops((dropped) => figure.opened && withFiles(figure, ({ take }) => take(figure, dropped)));
embedButton.addEventListener("click", () =>
  wanted(figure, () => import("../article/embed-dialog.ts"), ({ showEmbedDialog }) => showEmbedDialog(figure.now)),
);
keepClear();
keepStill();
drawOnPaper(() => figure.opened);
begin().catch((reason: unknown) => fail("no-wasm", reasonText(reason)));
