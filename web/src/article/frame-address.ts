// What the attributes of an element ask of its frame: the address that it opens, which wishes.ts reads there, and the height
// that it has until it says its own.
import { linkIn } from "../explainer/link-text.ts";
import { embedHeight } from "./embed-size.ts";
import { controlKeys, frameFile, isOn, passedOn, setting } from "./flags.ts";

const base = new URL(/* @vite-ignore */ "./", import.meta.url);

/** `link`: what is opened in place of the attribute's state; empty: nothing is. */
export function frameAddress(element: Element, link: string): string {
  const state = link || linkIn(element.getAttribute("state") ?? "");
  const address = new URL(frameFile(state, element.getAttribute("contract"), element.getAttribute("chapter")), base);
  for (const name of passedOn) {
    const value = setting(element, name);
    if (value !== null) address.searchParams.set(name, value);
  }
  if (state) address.hash = state;
  return address.href;
}

export function frameHeight(element: Element): number {
  const isStatic = isOn(element.getAttribute("static"));
  const controls = isStatic ? 0 : controlKeys(element.getAttribute("controls")).length;
  return embedHeight(element.clientWidth || 640, { controls, isPlain: isStatic || isOn(element.getAttribute("plain")) });
}
