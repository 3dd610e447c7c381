// The canvas is as large as what is seen and stays in view while its runway, as long as what the panel holds, scrolls by
// natively: how far it has gone by is how far the panel is scrolled. A page's own story lies over the panel and moves with it.
import type { LabModule } from "@lab/lab.mjs";

/** Where the panel is on the canvas, how high what it holds is, and its tab; CSS pixels. */
export interface Panel {
  left: number;
  top: number;
  width: number;
  height: number;
  content: number;
  tab: number;
  menu: [left: number, top: number, right: number, bottom: number]; // a list over the canvas; all 0: none
}

const storyTab = 0;

/** What a page tells in the panel: its place, and what of it scrolls. */
export interface Story {
  place: HTMLElement;
  script: HTMLElement;
}

export interface Runway {
  lay(panel: Panel): void;
  scrollBy(cssPixels: number): number; // as far as it goes: how far that was
  scrolled(): number;
  /** Where something over the canvas is put so that it stays with what it lies over. */
  over(left: number, top: number): { parent: HTMLElement; top: number };
}

/** What of the story is shown while a list of the canvas lies over the panel: all but that. */
function holeFor({ left, top, width, height, menu }: Panel): string {
  if (menu[2] === menu[0]) return "none";
  const corner = (x: number, y: number): string => `${x}px ${y}px`;
  const round = (x0: number, y0: number, x1: number, y1: number): string =>
    [corner(x0, y0), corner(x1, y0), corner(x1, y1), corner(x0, y1), corner(x0, y0)].join(", ");
  const [x0, y0, x1, y1] = [menu[0] - left, menu[1] - top, menu[2] - left, menu[3] - top];
  return `polygon(evenodd, ${round(0, 0, width, height)}, ${round(x0, y0, x1, y1)})`;
}

/** The element that the runway scrolls in. */
export function runwayOf(canvas: HTMLCanvasElement): HTMLElement {
  const found = canvas.parentElement;
  if (!found) throw new Error("The canvas stands in no runway.");
  return found;
}

export function openRunway(lab: LabModule, canvas: HTMLCanvasElement, story: Story | undefined, signal: AbortSignal): Runway {
  const runway = runwayOf(canvas);
  const pinned = document.createElement("div"); // of no height, where the canvas is
  pinned.style.cssText = "position:sticky;z-index:2;top:calc(-1 * var(--bar, 0px));height:0";
  runway.prepend(pinned);
  runway.style.position = "relative";
  Object.assign(canvas.style, { display: "block", position: "sticky" });
  let panel: Panel | undefined;
  let told = 0;

  const scrolled = (): number => Math.max(0, Math.round(canvas.getBoundingClientRect().top - runway.getBoundingClientRect().top));
  const isStory = (): boolean => story !== undefined && panel?.tab === storyTab;
  const content = (): number => (story && isStory() ? story.script.offsetHeight : (panel?.content ?? 0));
  const tellStory = (name: string, value: number | string): void =>
    story?.place.style.setProperty(`--${name}`, typeof value === "number" ? `${value}px` : value);

  const follow = (): void => {
    const now = scrolled();
    if (now === told) return;
    told = now;
    lab._fr_scroll(now);
    tellStory("scrolled", now);
  };
  const stretch = (): void => {
    if (!panel) return;
    const beyond = Math.max(0, content() - panel.height);
    const height = canvas.offsetHeight + Math.ceil(beyond);
    runway.style.height = `${height}px`;
    tellStory("runway", height);
    follow();
  };
  const observer = new ResizeObserver(stretch);
  if (story) observer.observe(story.script);
  addEventListener("scroll", follow, { signal, passive: true, capture: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    pinned.remove();
    runway.style.height = "";
  });

  return {
    lay(next) {
      const isOther = panel !== undefined && panel.tab !== next.tab;
      const [gone, top] = [scrolled(), scrollY - scrolled()]; // before the runway is as long as the other's
      panel = next;
      if (story) story.place.dataset.tab = isStory() ? "story" : "other";
      for (const side of ["left", "top", "width", "height"] as const) tellStory(`panel-${side}`, next[side]);
      tellStory("menu", holeFor(next));
      stretch();
      if (isOther && gone > 0) scrollTo({ top, behavior: "instant" }); // another tab begins at its top
      follow();
    },
    scrollBy(cssPixels) {
      const from = scrolled();
      scrollBy({ top: cssPixels, behavior: "instant" });
      return scrolled() - from;
    },
    scrolled,
    over(left, top) {
      const isInPanel = panel !== undefined && top >= panel.top && left >= panel.left - 8 && left <= panel.left + panel.width;
      return isInPanel ? { parent: runway, top: top + scrolled() } : { parent: pinned, top };
    },
  };
}
