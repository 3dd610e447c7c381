// One chapter of the story: its bets as native controls, what the model answers once they are placed, the lever and the
// other deal that it gives into the reader's hand, and numbers that follow that hand.
import { part, make, write } from "../explainer/dom.ts";
import { runwayOf } from "../explainer/runway.ts";
import { betControl, type Chosen } from "./bet-control.ts";
import { lever } from "./lever.ts";
import type { Piece } from "./piece.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Chapter, Describe, Prose } from "../explainer/types.ts";

// The numbers that follow the reader stand in the HTML; here they are told anew.
function writeNow(place: HTMLElement, prose: Prose): void {
  const told = prose.flat().flatMap((piece) => (typeof piece === "string" ? [] : [piece.now]));
  place.querySelectorAll<HTMLElement>(".now").forEach((number, index) => write(number, told[index] ?? ""));
}

// What a reader has bet in another chapter, under its title.
function reminders({ title, bets }: Chapter): HTMLElement[] {
  return bets
    .filter(({ placed }) => placed !== null)
    .map(({ verdict, answer }) => {
      const line = make("li");
      line.append(make("strong", title), ` ${verdict} ${answer}`);
      return line;
    });
}

/** A chapter's part of the page; `told` tells chapters by their number, `rest` all of them. */
export class StoryPage {
  readonly title: HTMLElement;
  readonly #chosen: Chosen[];
  readonly #ids: string[]; // of its bets
  #lever: Piece | undefined;
  #isShownAnyway = false; // the reader wants no bet
  #told = ""; // what the verdicts follow from
  readonly #bets: HTMLElement;
  readonly #after: HTMLElement;
  readonly #verdicts: HTMLElement;
  readonly #refused: HTMLElement;
  readonly #follows: HTMLElement;

  constructor(
    readonly place: HTMLElement,
    readonly holder: Holder,
    readonly told: (number: number) => Chapter | undefined,
    readonly rest: () => Chapter[],
  ) {
    const inside = (selector: string): HTMLElement => {
      const found = place.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`a chapter has no ${selector}`);
      return found;
    };
    [this.title, this.#bets, this.#after, this.#verdicts] = [inside("h3"), inside(".bets"), inside(".after"), inside(".verdicts")];
    [this.#refused, this.#follows] = [inside(".error"), inside(".number button")];
    this.#follows.addEventListener("click", () => this.#goToBet());
    const places = Array.from(this.#bets.querySelectorAll<HTMLElement>(".bet"));
    this.#chosen = places.map(betControl);
    this.#ids = places.map(({ dataset }) => dataset.bet ?? "");
    const [bet, skip] = this.#bets.querySelectorAll("button");
    bet?.addEventListener("click", () => this.#place());
    skip?.addEventListener("click", () => this.#reveal());
    this.#addLever();
    const run = place.querySelector<HTMLButtonElement>(".alternative");
    run?.addEventListener("click", () => holder.now.pick(run.dataset.deal ?? ""));
  }

  show(state: Describe): void {
    const isPlaced = this.#ids.every((id) => state.bets[id] !== undefined);
    const isRevealed = isPlaced || this.#isShownAnyway;
    this.#bets.hidden = this.#follows.hidden = isRevealed;
    this.#after.hidden = !isRevealed;
    this.#lever?.show(state);
    const chapter = this.told(Number(this.place.dataset.chapter));
    if (!chapter) return;
    if (isRevealed) this.#tell(chapter, state.bets);
    writeNow(this.place, [...chapter.says, ...chapter.reveal, ...chapter.act]);
  }

  #addLever(): void {
    const row = this.holder.now.inputs().find(({ key }) => key === this.place.dataset.lever);
    if (!row || row.key === part("controls", HTMLFieldSetElement).dataset.input) return; // that one is on the stage
    this.#lever = lever(this.holder, row, { place: "story" });
    this.place.querySelector(".act > p")?.after(this.#lever.content);
  }

  // The page scrolls until as much of the script is gone as is above the bet.
  #goToBet(): void {
    const topOf = (element: HTMLElement): number => element.getBoundingClientRect().top;
    const bar = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--bar")) || 0;
    const above = topOf(this.#bets) - topOf(part("script", HTMLDivElement));
    scrollBy({ top: topOf(runwayOf(part("canvas", HTMLCanvasElement))) + bar + above, behavior: "instant" });
    this.#bets.querySelector("input")?.focus({ preventScroll: true });
  }
  #place(): void {
    const values = this.#chosen.map((value) => value());
    if (values.includes(undefined)) return write(this.#refused, "Choose one of the answers first.");
    write(this.#refused, "");
    this.#ids.forEach((id, index) => this.holder.now.bet(id, values[index] ?? null));
    this.#listen();
  }
  #reveal(): void {
    this.#isShownAnyway = true;
    this.show(this.holder.now.describe());
    this.#listen();
  }
  // The answer is what a reader who cannot see hears next.
  #listen(): void {
    this.#verdicts.tabIndex = -1;
    this.#verdicts.focus({ preventScroll: true });
  }

  #tell({ bets, number }: Chapter, placedBets: Describe["bets"]): void {
    const lines = bets.map((bet) => [bet.verdict, bet.answer].filter(Boolean).join(" "));
    const key = JSON.stringify([lines, placedBets]);
    if (key === this.#told) return;
    this.#told = key;
    const others = this.place.dataset.last === "true" ? this.rest().filter((other) => other.number !== number) : [];
    this.#verdicts.replaceChildren(...lines.map((line) => make("li", line)), ...others.flatMap(reminders));
  }
}
