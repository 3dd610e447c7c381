// The story beside the figure: one chapter at a time, its bets as native controls, what the model answers once they are
// placed, and numbers that follow the reader's hand. All words are in the HTML or come from the explainer.
import { make, part, write } from "../explainer/dom.ts";
import { runwayOf } from "../explainer/runway.ts";
import { betText } from "./bet-text.ts";
import { lever } from "./lever.ts";
import { pushButton } from "./piece.ts";
import type { Piece } from "./piece.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Chapter, Describe, Prose } from "../explainer/types.ts";

const leastSwipe = 60; // CSS pixels, and at most half as far up or down

/** `begin`: the reader has gone to another chapter, which begins at its top. */
export interface StoryHost {
  holder: Holder;
  begin(title: HTMLElement): void;
}
export interface StoryTab {
  ready(): void;
  show(state: Describe): void;
}

/** What is chosen; none: nothing yet. */
type Chosen = () => number | undefined;

function choice(content: HTMLElement): Chosen {
  return () => {
    const chosen = content.querySelector<HTMLInputElement>("input:checked");
    return chosen ? Number(chosen.value) : undefined;
  };
}

function amount(content: HTMLElement, range: HTMLInputElement): Chosen {
  const said = content.querySelector("output");
  range.addEventListener("input", () => {
    const words = betText(range.value, range.dataset.unit ?? "");
    if (said) write(said, words);
    range.setAttribute("aria-valuetext", words);
  });
  return () => Number(range.value);
}

function control(content: HTMLElement): Chosen {
  const range = content.querySelector<HTMLInputElement>("input[type=range]");
  return range ? amount(content, range) : choice(content);
}

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

/** One chapter's part of the page. */
class Page {
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
    this.#chosen = places.map(control);
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

/** A hand that goes sideways turns the page; one on a slider moves that. */
function swiped(place: HTMLElement, act: (by: number) => void): void {
  let from: Touch | undefined;
  place.addEventListener("touchstart", ({ touches, target }) => (from = target instanceof HTMLInputElement ? undefined : touches[0]), { passive: true });
  place.addEventListener(
    "touchend",
    ({ changedTouches }) => {
      const to = changedTouches[0];
      if (!from || !to) return;
      const [x, y] = [to.clientX - from.clientX, to.clientY - from.clientY];
      if (Math.abs(x) >= leastSwipe && Math.abs(y) <= Math.abs(x) / 2) act(x < 0 ? 1 : -1);
    },
    { passive: true },
  );
}

export function storyTab({ holder, begin }: StoryHost): StoryTab {
  const section = part("story", HTMLElement);
  const places = Array.from(section.querySelectorAll<HTMLElement>(".chapter"));
  const dots = part("story-dots", HTMLElement);
  const [back, next, restore, keep] = ["story-back", "story-next", "story-restore", "story-keep"].map((id) => part(id, HTMLButtonElement)) as [
    HTMLButtonElement, HTMLButtonElement, HTMLButtonElement, HTMLButtonElement,
  ];
  const changed = part("story-changed", HTMLElement);
  let pages: Page[] = [];
  let now = 1;
  let wanted: number | undefined; // that the reader has gone to

  function go(to: number, keeps = false): void {
    if (to < 1 || to > pages.length) return;
    wanted = to;
    holder.now.chapter(to, keeps);
  }
  const told = (number: number): Chapter | undefined => holder.now.teller?.told(number);
  const rest = (): Chapter[] => pages.flatMap((_, index) => told(index + 1) ?? []);

  function turnTo(number: number): void {
    for (const [index, { place }] of pages.entries()) place.classList.toggle("shown", index + 1 === number);
    for (const [index, dot] of Array.from(dots.children).entries()) {
      if (index + 1 === number) dot.setAttribute("aria-current", "step");
      else dot.removeAttribute("aria-current");
    }
    now = number;
    back.hidden = number === 1;
    next.hidden = number === pages.length;
    write(next, `${pages[number]?.title.textContent ?? ""} →`);
    write(keep, "Go on with mine");
  }

  function show(state: Describe): void {
    const number = state.chapter?.number ?? 1;
    if (number !== now) turnTo(number);
    const page = pages[number - 1];
    if (!page) return;
    page.show(state);
    changed.hidden = told(number)?.is_set ?? state.chapter?.is_set ?? true;
    keep.hidden = number === pages.length;
    if (wanted !== number) return;
    wanted = undefined;
    begin(page.title);
  }

  return {
    ready() {
      pages = places.map((place) => new Page(place, holder, told, rest));
      for (const [index, { title }] of pages.entries()) {
        const dot = pushButton("", () => go(index + 1));
        dot.setAttribute("aria-label", `${index + 1}: ${title.textContent ?? ""}`);
        dots.append(dot);
      }
      dots.addEventListener("keydown", ({ key }) => {
        const by = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
        if (by !== 0) (dots.children[now - 1 + by] as HTMLElement | undefined)?.focus();
        if (by !== 0) go(now + by);
      });
      back.addEventListener("click", () => go(now - 1));
      next.addEventListener("click", () => go(now + 1));
      restore.addEventListener("click", () => go(now));
      keep.addEventListener("click", () => go(now + 1, true));
      part("story-skip", HTMLButtonElement).addEventListener("click", () => holder.now.showTab("levers"));
      swiped(section, (by) => go(now + by));
      turnTo(1);
      section.dataset.state = "ready";
      // Its names of numbers came with the page; the small engine, which stands in for a lab that cannot be had, reads none.
      const answer = holder.now.teller?.load(part("story-text", HTMLScriptElement).text);
      part("story-untold", HTMLParagraphElement).hidden = answer?.ok === true;
    },
    show,
  };
}
