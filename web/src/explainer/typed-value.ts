// A value typed on the canvas: a native field laid over its place, so that soft keyboards and input methods work. The
// lab asks for it; what is refused is said at the field.
import { make, write } from "./dom.ts";
import { typedNumber } from "./format.ts";
import type { Runway } from "./runway.ts";
import type { Explainer } from "./types.ts";

export interface ValuePlace {
  key: string;
  value: string; // as in a link: "3", "2027-03", "never"
  left: number; // CSS pixels from the canvas's top left
  top: number;
  width: number;
  height: number;
}

const narrowest = 104; // CSS pixels
const messageWidth = 240;
const look = "position:absolute;z-index:2;box-sizing:border-box;border:1px solid;border-radius:6px;background:var(--paper,Canvas);";

export function valueFields(canvas: HTMLCanvasElement, runway: Runway, lab: Explainer, signal: AbortSignal): (place: ValuePlace) => void {
  let close = (): void => undefined;
  // The lab is in the middle of a frame when it asks.
  return (place) =>
    queueMicrotask(() => {
      close();
      if (!signal.aborted) close = openField(canvas, runway, lab, place, signal);
    });
}

function openField(canvas: HTMLCanvasElement, runway: Runway, lab: Explainer, place: ValuePlace, signal: AbortSignal): () => void {
  const row = lab.inputs().find((input) => input.key === place.key);
  const [field, error] = [make("input"), make("p")];
  const isMonth = row !== undefined && typeof row.low === "string";
  field.className = "typed-value";
  field.value = place.value;
  field.inputMode = isMonth ? "text" : "decimal";
  field.autocomplete = "off";
  field.setAttribute("aria-label", `${row?.label ?? place.key}, ${isMonth ? "2027-03 or never" : (row?.unit ?? "")}`);
  error.setAttribute("role", "alert");
  error.hidden = true;

  const { parent, top: under } = runway.over(place.left, place.top);
  const right = canvas.offsetLeft + place.left + place.width;
  const width = Math.max(place.width, narrowest);
  field.style.cssText = `${look}color:inherit;font:inherit;font-size:16px;text-align:right;padding:0 6px`;
  error.style.cssText = `${look}margin:0;padding:6px 8px;font-size:14px;line-height:1.3;color:var(--alarm)`;
  const lay = (element: HTMLElement, wide: number, top: number): void => {
    element.style.left = `${Math.max(0, right - wide)}px`;
    element.style.width = `${wide}px`;
    element.style.top = `${top}px`;
  };
  lay(field, width, under);
  field.style.height = `${place.height}px`;
  lay(error, messageWidth, under + place.height + 4);

  const done = new AbortController();
  const close = (): void => {
    if (done.signal.aborted) return;
    done.abort();
    field.remove();
    error.remove();
  };
  const commit = (): void => {
    if (done.signal.aborted) return;
    const value = typedNumber(field.value);
    const answer = value === place.value ? { ok: true as const } : lab.set(place.key, value);
    if (answer.ok) {
      lab.endStep();
      return close();
    }
    write(error, answer.error);
    error.hidden = false;
    field.setAttribute("aria-invalid", "true");
  };

  const listening = { signal: done.signal };
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // the keys are the input method's
    if (event.key === "Enter") commit();
    if (event.key === "Escape") close();
  }, listening);
  field.addEventListener("blur", commit, listening);
  field.addEventListener("input", () => (error.hidden = true), listening);
  // A refused value stays to be mended, until the reader goes on to something else.
  addEventListener("pointerdown", (event) => {
    if (!error.hidden && event.target !== field) close();
  }, listening);
  addEventListener("resize", close, listening);
  signal.addEventListener("abort", close, listening);
  parent.append(field, error);
  field.focus({ preventScroll: true });
  field.select();
  return close;
}
