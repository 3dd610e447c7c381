// The story beside the figure: one chapter at a time, turned by buttons, dots, keys and hands. All words are in the HTML or
// come from the explainer.
import { part, write } from "../explainer/dom.ts";
import { pushButton } from "./piece.ts";
import { StoryPage } from "./story-page.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Chapter, Describe } from "../explainer/types.ts";

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
  let pages: StoryPage[] = [];
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
      pages = places.map((place) => new StoryPage(place, holder, told, rest));
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
