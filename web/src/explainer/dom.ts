// The few helpers that touch the document: find what must be there, write only what changes, build without markup.
import type { Shade } from "./types.ts";

/** The element of that id and kind; the page is broken without it, so it says which is missing. */
export function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`);
  return element;
}

/** Whether the page is dark: as it was told, or as the reader prefers. */
export function isDark(): boolean {
  const told = document.documentElement.dataset.theme;
  return told ? told === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

/** In the order of the document. */
export const comesBefore = (a: Node, b: Node): boolean => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** How the page's pictures are coloured. */
export function shade(): Shade {
  return { isDark: isDark(), isStrong: matchMedia("(prefers-contrast: more)").matches };
}

/** Calls when a picture should be coloured otherwise, because the reader's wish has changed. */
export function onShade(redraw: () => void, options?: AddEventListenerOptions): void {
  for (const wish of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) matchMedia(wish).addEventListener("change", redraw, options);
}

/** Writes text only if it differs: this runs for every step of a drag. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** An element with text and classes; text from outside is never read as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, text = "", name = ""): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.textContent = text;
  if (name) element.className = name;
  return element;
}

/** For eyes and ears: an empty aria-invalid would mean that all is well. */
export function setInvalid(input: HTMLElement, isInvalid: boolean): void {
  if (isInvalid) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}
