// The still picture on the page: what stands there before the figure is live is the deal that opens without a link, and
// what is printed is the state as it is.
import { part } from "../explainer/dom.ts";
import type { Explainer } from "../explainer/types.ts";

const paperWidth = 720; // CSS pixels; a vector, scaled to the sheet

/** A link opens another state than the picture's: better none than a wrong one. */
export function keepStill(): void {
  if (location.hash.length > 1) part("lab", HTMLElement).dataset.link = "";
}

/** Draws the state for paper whenever the page is printed. */
export function drawOnPaper(lab: () => Explainer | undefined): void {
  addEventListener("beforeprint", () => {
    const svg = lab()?.poster(paperWidth, false);
    if (!svg) return;
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    part("picture", HTMLDivElement).replaceChildren(document.importNode(drawn, true));
  });
}
