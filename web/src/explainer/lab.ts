// Opens the lab (WebAssembly, WebGL2) on a canvas and keeps the two together: sizes, theme, the hand, visibility and a
// graphics context that may be lost. Where something is missing it says which, and what can still work does.
import type { LabModule } from "@lab/lab.mjs";
import sansRegular from "@fonts/sans_regular.ttf?url";
import sansSemibold from "@fonts/sans_semibold.ttf?url";
import serifSemibold from "@fonts/serif_semibold.ttf?url";
import wasmAddress from "@lab/lab.wasm?url";
import { fetched } from "./fetched.ts";
import { explainer, teller } from "./module.ts";
import { bridgePointers } from "./pointer.ts";
import { openRunway, type Panel, type Runway, type Story } from "./runway.ts";
import { followSurface, type SurfaceEvents } from "./surface.ts";
import { reasonText } from "./told.ts";
import { valueFields, type ValuePlace } from "./typed-value.ts";
import type { Viewed } from "./view.ts";
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

/** `story` is a page's own, which lies over the panel. */
export async function openLab(canvas: HTMLCanvasElement, callbacks: LabCallbacks, story?: Story): Promise<LabApi> {
  let runway: Runway | undefined;
  const turn = observerTurn((panel) => runway?.lay(panel));
  let lab: LabModule;
  let viewed: Viewed | undefined;
  let typeValue = (_place: ValuePlace): void => undefined;
  try {
    if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly, or it is switched off.");
    const making = fetched(() => import("@lab/lab.mjs")).then(({ default: createLab }) =>
      createLab({
        canvas,
        locateFile: () => wasmAddress,
        onAbort: (reason) => callbacks.onFailure("no-wasm", `The figure has stopped: ${reasonText(reason)}`),
        onPublish: (json) => viewed && callbacks.onPublish(viewed.told(JSON.parse(json) as Describe)),
        onPanel: (left, top, width, height, content, tab, ...menu) => turn.lay({ left, top, width, height, content, tab, menu }),
        onSlide: (cssPixels) => runway?.scrollBy(cssPixels) ?? 0,
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
  if (lab._fr_start()) {
    runway = openRunway(lab, canvas, story, stop.signal);
    draw(lab, canvas, callbacks, { hasStory: story !== undefined, during: turn.during }, stop.signal);
  } else callbacks.onFailure("no-webgl2", "");
  const close = (): void => {
    stop.abort();
    lab._fr_close();
    // Given back at once: a browser keeps sixteen and takes the oldest away, which may be another figure's.
    canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  };
  viewed = explainer(lab, close);
  if (runway) typeValue = valueFields(canvas, runway, viewed.core, stop.signal);
  return { ...viewed.core, teller: teller(lab), replay: (isWanted) => lab._fr_replay(isWanted), frames: () => lab._fr_frames() };
}

// In an observer's own turn the page must not be changed again; what is laid after it is the latest that was told.
function observerTurn(lay: (panel: Panel) => void): { lay(panel: Panel): void; during(measure: () => void): void } {
  let isObserving = false;
  let latest: Panel;
  return {
    lay(panel) {
      latest = panel;
      if (isObserving) requestAnimationFrame(() => lay(latest));
      else lay(panel);
    },
    during(measure) {
      isObserving = true;
      measure();
      isObserving = false;
    },
  };
}

function draw(lab: LabModule, canvas: HTMLCanvasElement, callbacks: LabCallbacks, events: SurfaceEvents, signal: AbortSignal): void {
  followSurface(lab, canvas, events, signal);
  bridgePointers(lab, canvas, signal);
  addEventListener("keydown", ({ key }) => key === "Escape" && lab._fr_escape(), { signal });

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
