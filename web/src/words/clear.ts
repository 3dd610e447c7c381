// What has the focus is seen: where something pinned or floating lies over it, the page scrolls. Escape closes what floats.
const above = ".pinned"; // at the window's top
const below = ".kept, .notice:not([hidden]), .controls:focus-within"; // at its foot
const closers = ".kept > button:last-of-type, .notice:not([hidden]) button";
const clearance = 8; // CSS pixels

const boxesOf = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());

/** How far the page is to scroll so that nothing lies over an element; its beginning comes first. */
function wayClear(element: Element): number {
  const { top, bottom, height } = element.getBoundingClientRect();
  const over = (selector: string): DOMRect[] => boxesOf(selector).filter((one) => !one.contains(element)).map((one) => one.getBoundingClientRect());
  const from = Math.max(0, ...over(above).map((box) => (box.top <= 1 ? box.bottom : 0))) + clearance;
  const until = Math.min(innerHeight, ...over(below).map((box) => box.top)) - clearance;
  if (top < from || height > until - from) return top - from;
  return Math.max(0, bottom - until);
}

export function keepClear(): void {
  addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    for (let turn = 0; turn < 2; turn += 1) {
      const way = wayClear(target); // what is pinned is so only once it has been scrolled to
      const isOver = boxesOf(`${above}, ${below}`).some((one) => !one.contains(target));
      if (isOver && way !== 0) scrollBy({ top: way, behavior: "instant" });
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) document.querySelector<HTMLElement>(closers)?.click();
  });
}
