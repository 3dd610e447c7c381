// <fr-number>, a number in the article's own prose that drags a figure: sideways by pointer, or with the arrow keys. Without
// script it is the text it was.
import { figureOf, type Figure } from "./figures.ts";
import { findNumber, inNotationOf, type Written } from "./notation.ts";
import type { Limits } from "./protocol.ts";

const pixelsPerStep = 6;
const mostDecimals = 2;

/** Where in an element the number stands, if one alone is the value: its text and the words around it. */
function placeOf(element: Element, value: number): { node: Text; written: Written } | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: { node: Text; written: Written }[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    for (const written of findNumber(node.data, value)) found.push({ node, written });
  return found.length === 1 ? found[0] : undefined;
}

function wantedValue(key: string, value: number, { low, high, step }: Limits): number | undefined {
  const up = ["ArrowRight", "ArrowUp", "PageUp"].includes(key);
  const down = ["ArrowLeft", "ArrowDown", "PageDown"].includes(key);
  if (up || down) return value + (up ? 1 : -1) * (key.startsWith("Page") ? 10 : 1) * step;
  return key === "Home" ? low : key === "End" ? high : undefined;
}

export class FirstRefusalNumber extends HTMLElement {
  #figure: Figure | undefined;
  #place: ReturnType<typeof placeOf>;
  #value = Number.NaN; // that was told or asked for
  #shown = Number.NaN; // that the words were written with
  #text = ""; // that was written
  #drag: { x: number; value: number } | undefined;
  #stop = new AbortController();

  connectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    const listening = { signal: this.#stop.signal };
    for (const news of ["ready", "change"]) document.addEventListener(`first-refusal-${news}`, () => this.#show(), listening);
    this.addEventListener("keydown", (event) => this.#key(event), listening);
    this.addEventListener("pointerdown", (event) => this.#down(event), listening);
    this.addEventListener("pointermove", (event) => this.#move(event), listening);
    for (const end of ["pointerup", "pointercancel"]) this.addEventListener(end, () => this.#up(), listening);
    queueMicrotask(() => this.#show());
  }
  disconnectedCallback(): void {
    this.#stop.abort();
    this.#drag = undefined;
  }

  get #input(): string {
    return this.getAttribute("input") ?? "";
  }
  get #limits(): Limits | undefined {
    return this.#figure?.limits(this.#input);
  }
  #show(): void {
    const figure = figureOf(this);
    const value = figure?.summary?.inputs[this.#input];
    const limits = figure?.limits(this.#input);
    if (!figure || typeof value !== "number" || !limits) return;
    this.#figure = figure;
    this.#value = value;
    this.#write(value);
    this.#announce(value, limits);
  }
  // Others write here too, a translating browser or a framework: where words are not ours any more, the number is looked for
  // by the value that it was written with.
  #write(value: number): void {
    const isOurs = this.#place && this.contains(this.#place.node) && this.#place.node.data === this.#text;
    if (!isOurs) this.#place = placeOf(this, Number.isNaN(this.#shown) ? value : this.#shown);
    this.#shown = value;
    if (!this.#place) return;
    const { node, written } = this.#place;
    this.#text = written.before + inNotationOf(written.number, value, mostDecimals) + written.after;
    if (node.data !== this.#text) node.data = this.#text;
  }
  #announce(value: number, { low, high, label, unit }: Limits): void {
    this.tabIndex = 0;
    this.style.cssText = "cursor:ew-resize;touch-action:pan-y;text-decoration:underline dotted;user-select:none";
    const told = { role: "slider", "aria-label": label, "aria-valuemin": low, "aria-valuemax": high, "aria-valuenow": value, "aria-valuetext": `${value} ${unit}` };
    for (const [name, what] of Object.entries(told)) this.setAttribute(name, String(what));
  }
  #set(wanted: number, held: boolean): void {
    const limits = this.#limits;
    if (!limits || !this.#figure) return;
    const steps = Math.round((wanted - limits.low) / limits.step);
    const value = Math.min(limits.high, Math.max(limits.low, Number((limits.low + steps * limits.step).toFixed(6))));
    if (value !== this.#value) this.#figure.set(this.#input, value, { held });
    this.#value = value;
  }
  #key(event: KeyboardEvent): void {
    const limits = this.#limits;
    if (!limits || event.altKey || event.ctrlKey || event.metaKey) return;
    const wanted = wantedValue(event.key, this.#value, limits);
    if (wanted === undefined) return;
    event.preventDefault();
    this.#set(wanted, false);
  }
  #down(event: PointerEvent): void {
    if (!this.#limits || event.button !== 0) return;
    this.setPointerCapture(event.pointerId);
    this.focus({ preventScroll: true });
    this.#drag = { x: event.clientX, value: this.#value };
  }
  #move(event: PointerEvent): void {
    const limits = this.#limits;
    if (!limits || !this.#drag) return;
    this.#set(this.#drag.value + Math.round((event.clientX - this.#drag.x) / pixelsPerStep) * limits.step, true);
  }
  #up(): void {
    if (this.#drag && this.#drag.value !== this.#value) this.#figure?.step?.();
    this.#drag = undefined;
  }
}
