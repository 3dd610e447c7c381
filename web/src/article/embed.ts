// The figure in an article's frame: a still picture first, the engine when somebody looks or touches, the lab when it is
// asked for. It answers the article's messages and tells it its height.
import { make, onShade, part, write } from "../explainer/dom.ts";
import { Missing, type WayOn } from "../explainer/fetched.ts";
import { linkAsShown } from "../explainer/link-text.ts";
import { reasonText } from "../explainer/told.ts";
import { keepClear } from "../words/clear.ts";
import { bindKeys } from "../words/keys.ts";
import { outcomes } from "../words/outcomes.ts";
import { responses } from "../words/response.ts";
import { colour } from "./colours.ts";
import { whenLookedAt } from "./looked-at.ts";
import { frameButtons } from "./frame-buttons.ts";
import { ownLetters } from "./frame-letters.ts";
import { tellHeight } from "./frame-height.ts";
import { leverPanel } from "./lever-panel.ts";
import { openLink, openWanted } from "./opening.ts";
import { problems } from "./problems.ts";
import { smallPicture } from "./small-picture.ts";
import { stillPicture } from "./still-picture.ts";
import { talk } from "./talk.ts";
import { Turns } from "./turns.ts";
import { dress, wishesOf } from "./wishes.ts";
import type { Describe, Explainer } from "../explainer/types.ts";
import "../../twin.css";

const wishes = wishesOf(location.search);
const main = part("embed", HTMLElement);
const words = part("words", HTMLDivElement);
const [wide, narrow] = [part("wide", HTMLSpanElement), part("narrow", HTMLSpanElement)];
const picture = part("picture", HTMLDivElement);
const panel = part("panel", HTMLDivElement);
const whole = part("whole", HTMLAnchorElement);
const account = whole.getAttribute("href") ?? ""; // of a frozen build it is the live page
const spoken = make("p", "", "unseen");

const problem = problems(part("problem", HTMLParagraphElement));
const turns: Turns = new Turns(whole.href, part("canvas", HTMLCanvasElement), {
  onOpen: opened,
  onPublish: show,
  onTurn: turned,
  onFailure: (message, on) => problem.tell("lab", message, on),
  onMissing: staysStill,
  onStop: (message) => stop(`The figure has stopped, so this is its last picture. ${message}`),
});
const article = talk(() => turns.open(), () => turns.closeLab());
const drawing = smallPicture(picture, turns, wishes.isForClass, () => {
  still.hide(false);
  article.drawn();
});
const still = stillPicture(main, wishes, article.drawn);
const levers = leverPanel(panel, turns);
const buttons = frameButtons(turns, wishes, problem, () => pointToPage(turns.now.describe()));
const said = responses(turns, (text) => article.says(text) || spoken.replaceChildren(text));
const pieces = [{ show: writeSentence }, outcomes(part("outcomes", HTMLParagraphElement)), said, levers, buttons, { show: pointToPage }, article, drawing];

function writeSentence({ sentences }: Describe): void {
  write(wide, sentences.wide);
  write(narrow, sentences.narrow);
}

function show(state: Describe): void {
  for (const piece of pieces) piece.show(state);
}

function pointToPage({ link }: Describe): void {
  whole.href = `${account}#${linkAsShown(link)}`;
}

function staysStill(reason: unknown): void {
  const ofWhat = still.isOther ? " of the deal as it opens" : "";
  keepRoomFor(0); // none comes, and what is wrong is said there
  const again: WayOn = { says: "", act: ["Load again", () => location.reload()] };
  stop(`The figure cannot respond here, so this is a still picture${ofWhat}. ${reasonText(reason)}`, reason instanceof Missing ? again : undefined);
}

function keepRoomFor(sliders: number): void {
  panel.style.setProperty("--sliders", String(sliders));
}

function stop(message: string, on?: WayOn): void {
  still.hide(false);
  problem.tell("engine", message, on);
  panel.inert = true;
  buttons.stop();
  article.failed(message);
}

function opened(engine: Explainer): void {
  openWanted(engine, wishes, main.dataset.contract, problem);
  problem.tell("controls", levers.fill(wishes.keys));
  keepRoomFor(panel.childElementCount);
  show(engine.describe());
  said.begin(); // what is there at the start is read in its place
  spoken.setAttribute("aria-live", "polite");
  main.append(spoken);
  bindKeys(turns);
  keepClear();
  article.opened(turns);
  if (!wishes.isPlain) buttons.offer();
  void ownLetters();
}

function turned(isLab: boolean): void {
  picture.hidden = words.hidden = panel.hidden = isLab;
  buttons.turned(isLab);
  turns.now.news("article"); // the other has told it
  show(turns.now.describe());
  said.begin();
  if (isLab) article.drawn();
  article.lab(isLab);
}

function paint(): void {
  problem.tell("accent", colour(wishes.accent));
}

dress(wishes);
part("bar", HTMLParagraphElement).hidden = wishes.isPlain;
keepRoomFor(wishes.keys.length);
paint();
addEventListener("resize", () => drawing.show());
addEventListener("hashchange", () => turns.isOpen && openLink(turns.now, problem));
onShade(() => {
  paint();
  drawing.draw();
});
tellHeight(main, () => turns.isLab, article.size);
whenLookedAt(main, () => turns.open());
