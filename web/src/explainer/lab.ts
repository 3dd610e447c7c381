// Opens the lab (WebAssembly, WebGL2) on a canvas and keeps the two together: sizes, theme, the hand, visibility and a
// graphics context that may be lost. Where something is missing it says which, and what can still work does.
import type { LabModule } from "@lab/lab.mjs";
import sansRegular from "@fonts/sans_regular.ttf?url";
import sansSemibold from "@fonts/sans_semibold.ttf?url";
import serifSemibold from "@fonts/serif_semibold.ttf?url";
import wasmAddress from "@lab/lab.wasm?url";
import { fetched } from "./fetched.ts";
import { explainer, todayIndex } from "./module.ts";
import { bridgePointers } from "./pointer.ts";
import { reasonText } from "./told.ts";
import { valueFields, type ValuePlace } from "./typed-value.ts";
import type { Describe, Kept, LabApi, LabCallbacks } from "./types.ts";

// The page's own fonts, in the order of the lab's faces: what the page has already is not fetched again, and what bears a
// hash in its name is never stale.
const fonts = [sansRegular, sansSemibold, serifSemibold];
async function bytesOf(address: string): Promise<Uint8Array> {
  const answer = await fetch(address, { cache: "force-cache" }).catch(() => undefined);
  const bytes = new Uint8Array(answer?.ok ? await answer.arrayBuffer() : []);
  if (bytes[1] !== 1) throw new Error("A font of the figure could not be fetched."); // TrueType begins 00 01 00 00
  return bytes;
}

export async function openLab(canvas: HTMLCanvasElement, callbacks: LabCallbacks): Promise<LabApi> {
  const heights = heightKeeper(callbacks);
  let lab: LabModule;
  let typeValue = (_place: ValuePlace): void => undefined;
  try {
    if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly, or it is switched off.");
    const making = fetched(() => import("@lab/lab.mjs")).then(({ default: createLab }) =>
      createLab({
        canvas,
        locateFile: () => wasmAddress,
        onAbort: (reason) => callbacks.onFailure("no-wasm", `The figure has stopped: ${reasonText(reason)}`),
        onPublish: (json) => callbacks.onPublish(JSON.parse(json) as Describe),
        onHeight: heights.set,
        onSlide(cssPixels) {
          const from = scrollY;
          scrollBy({ top: cssPixels, behavior: "instant" });
          return scrollY - from;
        },
        onCursor: (css) => {
          canvas.style.cursor = css;
        },
        onOpenContract: () => callbacks.onOpenContract(),
        onExport: (kind) => callbacks.onExport(kind as Kept),
        onEditValue: (key, value, left, top, width, height) => typeValue({ key, value, left, top, width, height }),
      }),
    );
    const [opened, ...files] = await Promise.all([making, ...fonts.map(bytesOf)]);
    for (const [face, bytes] of files.entries()) opened.HEAPU8.set(bytes, opened._fr_font(face, bytes.length));
    lab = opened;
  } catch (reason) {
    callbacks.onFailure("no-wasm", reasonText(reason));
    throw reason;
  }
  const stop = new AbortController();
  if (lab._fr_start()) draw(lab, canvas, callbacks, heights, stop.signal);
  else callbacks.onFailure("no-webgl2", "");
  const close = (): void => {
    stop.abort();
    lab._fr_close();
    // Given back at once: a browser keeps sixteen and takes the oldest away, which may be another figure's.
    canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  };
  const core = explainer(lab, close);
  typeValue = valueFields(canvas, core, stop.signal);
  return { ...core, frames: () => lab._fr_frames() };
}

interface Heights {
  set(cssPixels: number): void;
  during(measure: () => void): void; // the observer's own turn, in which the page must not be changed again
}

function heightKeeper(callbacks: LabCallbacks): Heights {
  let isObserving = false;
  return {
    set(cssPixels) {
      const height = Math.ceil(cssPixels);
      if (isObserving) requestAnimationFrame(() => callbacks.onHeight(height));
      else callbacks.onHeight(height);
    },
    during(measure) {
      isObserving = true;
      measure();
      isObserving = false;
    },
  };
}

function draw(lab: LabModule, canvas: HTMLCanvasElement, callbacks: LabCallbacks, heights: Heights, signal: AbortSignal): void {
  followSurface(lab, canvas, heights, signal);
  bridgePointers(lab, canvas, signal);

  const seen = new IntersectionObserver((entries) => lab._fr_visible(entries.at(-1)?.isIntersecting ?? true));
  seen.observe(canvas);
  signal.addEventListener("abort", () => seen.disconnect());

  canvas.addEventListener(
    "webglcontextlost",
    (event) => {
      event.preventDefault(); // asks for it back
      lab._fr_context_lost();
      callbacks.onFailure("lost", "");
    },
    { signal },
  );
  canvas.addEventListener("webglcontextrestored", () => lab._fr_context_restored(), { signal });
}

const tallest = 8192; // device pixels that a canvas can have everywhere

interface Size {
  css: DOMRectReadOnly;
  pixelWidth: number;
  pixelHeight: number;
}

// Sizes in device pixels come from the browser where it tells them: at 150 % a rounded product may be a pixel off and
// blurs. A browser that only pretends to a density (developer tools do) tells its real one, which is then no use.
function sizeOf(entry: ResizeObserverEntry): Size {
  const css = entry.contentRect;
  const exact = entry.devicePixelContentBoxSize?.[0];
  const pixels = (length: number, told: number | undefined): number => {
    const product = length * devicePixelRatio;
    return told !== undefined && Math.abs(told - product) <= 1 ? told : Math.round(product);
  };
  return { css, pixelWidth: pixels(css.width, exact?.inlineSize), pixelHeight: pixels(css.height, exact?.blockSize) };
}

function followSurface(lab: LabModule, canvas: HTMLCanvasElement, heights: Heights, signal: AbortSignal): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let size: Size | undefined;
  let isFirst = true;

  const apply = (): void => {
    if (!size || size.pixelWidth === 0 || size.pixelHeight === 0) return; // hidden
    const { css, pixelWidth, pixelHeight } = size;
    const fit = Math.min(1, tallest / pixelHeight); // with every lever open on a dense screen: a little less sharp
    lab._fr_surface(css.width, css.height, Math.round(pixelWidth * fit), Math.round(pixelHeight * fit), dark.matches, still.matches, todayIndex());
    if (isFirst) performance.mark("lab-drawn");
    isFirst = false;
  };
  const observer = new ResizeObserver((entries) => {
    const entry = entries.at(-1);
    if (entry) size = sizeOf(entry);
    heights.during(apply);
  });
  const observe = (): void => {
    try {
      observer.observe(canvas, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(canvas);
      watchDensity(observer, canvas, signal);
    }
  };
  observe();
  for (const query of [dark, still]) query.addEventListener("change", apply, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
}

// Without device-pixel-content-box a change of density alone is not seen by the observer.
function watchDensity(observer: ResizeObserver, canvas: HTMLCanvasElement, signal: AbortSignal): void {
  const changed = (): void => {
    if (signal.aborted) return;
    observer.unobserve(canvas);
    observer.observe(canvas);
    watchDensity(observer, canvas, signal);
  };
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", changed, { once: true, signal });
}
