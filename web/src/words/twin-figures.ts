// The figures as SVG in the page, as wide as there is room for, coloured as the page is.
import { make, onShade, shade } from "../explainer/dom.ts";
import type { Holder } from "../explainer/holder.ts";
import type { FigureKind } from "../explainer/types.ts";

const narrowest = 260; // CSS pixels
const wide = 620;
const height = (width: number): number => (width >= wide ? 372 : 380);

/** A figure as SVG. Its text is text: it is parsed as XML and never as a page's markup. */
export function drawn(holder: Holder, kind: FigureKind, cssWidth: number, cssHeight: number): Element | undefined {
  const text = holder.now.figure(kind, Math.max(narrowest, Math.round(cssWidth)), cssHeight, shade());
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  return parsed.localName === "svg" ? document.importNode(parsed, true) : undefined;
}

export function figures(holder: Holder): { content: HTMLElement; render(): void } {
  const content = make("div", "", "figures");
  const places = (["capacity", "strip", "agi", "promised"] as const).map((kind) => {
    const place = make("div", "", "svg");
    place.dataset.figure = kind;
    return { kind, place };
  });
  content.append(...places.map(({ place }) => place));
  const render = (): void => {
    const width = content.clientWidth;
    if (width === 0) return;
    for (const { kind, place } of places) {
      const svg = drawn(holder, kind, width, height(width));
      if (svg) place.replaceChildren(svg);
    }
  };
  new ResizeObserver(() => requestAnimationFrame(render)).observe(content);
  onShade(render);
  return { content, render };
}
