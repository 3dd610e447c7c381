// The canvas as large as what is seen, in whole device pixels at both edges: a fraction of one would blur it, or show as a
// dark line beside it.
import type { LabModule } from "@lab/lab.mjs";
import { onShade, shade } from "./dom.ts";
import { todayIndex } from "./module.ts";
import { runwayOf } from "./runway.ts";

interface Seen {
  left: number;
  width: number;
  height: number; // CSS pixels
}

export interface SurfaceEvents {
  hasStory: boolean; // the page tells title and story itself
  during(measure: () => void): void; // the observer's own turn, in which the page must not be changed again
}

// Fills the runway's width and the height of what is seen, and is seen by nobody.
function probeIn(runway: HTMLElement): HTMLElement {
  const probe = document.createElement("div");
  probe.style.cssText = "position:absolute;inset:0 0 auto;visibility:hidden;height:100vh;height:100dvh;pointer-events:none";
  runway.append(probe);
  return probe;
}

const wholeUp = (css: number): number => Math.ceil(css * devicePixelRatio - 0.01) / devicePixelRatio;
const wholeDown = (css: number): number => Math.floor(css * devicePixelRatio + 0.01) / devicePixelRatio;

export function followSurface(lab: LabModule, canvas: HTMLCanvasElement, events: SurfaceEvents, signal: AbortSignal): void {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const runway = runwayOf(canvas);
  const probe = probeIn(runway);
  let seen: Seen | undefined;
  let isFirst = true;

  const apply = (): void => {
    if (!seen || seen.width < 1 || seen.height < 1) return; // hidden
    const left = wholeUp(seen.left);
    const width = wholeDown(seen.left + seen.width) - left;
    const bar = lab._fr_bar_above(width, seen.height);
    const height = wholeDown(seen.height + bar);
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px`, marginLeft: `${left - seen.left}px`, top: `${-bar}px` });
    document.documentElement.style.setProperty("--bar", `${bar}px`);
    const pixels = (css: number): number => Math.round(css * devicePixelRatio);
    const { isDark, isStrong } = shade();
    lab._fr_surface(width, height, height - bar, pixels(width), pixels(height), isDark, isStrong, still.matches, events.hasStory, todayIndex());
    if (isFirst) performance.mark("lab-drawn");
    isFirst = false;
  };
  const measure = (): void => {
    const { left, width, height } = probe.getBoundingClientRect();
    seen = { left: left + scrollX, width, height };
    events.during(apply);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(probe);
  watchDensity(measure, signal);
  const redraw = (): void => events.during(apply);
  onShade(redraw, { signal });
  still.addEventListener("change", redraw, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    probe.remove();
  });
}

// A change of density alone is not seen by the observer.
function watchDensity(measure: () => void, signal: AbortSignal): void {
  const changed = (): void => {
    if (signal.aborted) return;
    measure();
    watchDensity(measure, signal);
  };
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", changed, { once: true, signal });
}
