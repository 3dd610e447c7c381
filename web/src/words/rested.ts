// The sentence of the state where a screen reader hears it: when the reader has come to rest.
import { write } from "../explainer/dom.ts";
import type { Describe } from "../explainer/types.ts";

const restMs = 500;

export interface Rested {
  show(state: Describe): void;
  begin(): void; // what is there at the start is read in its place; what follows is announced
}

export function rested(place: HTMLElement): Rested {
  let timer = 0;
  return {
    show({ sentence }) {
      clearTimeout(timer);
      timer = window.setTimeout(() => write(place, sentence), restMs);
    },
    begin() {
      clearTimeout(timer);
      window.setTimeout(() => place.setAttribute("aria-live", "polite"), restMs);
    },
  };
}
