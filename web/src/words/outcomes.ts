// The line of outcomes beside a sentence that does not tell them.
import { make } from "../explainer/dom.ts";
import { outcomeWords } from "./outcome-words.ts";
import type { Describe } from "../explainer/types.ts";

export function outcomes(place: HTMLElement): { show(state: Pick<Describe, "chips">): void } {
  let shown = "";
  return {
    show({ chips }) {
      const all = outcomeWords(chips);
      const key = JSON.stringify(all);
      if (key === shown) return;
      shown = key;
      place.replaceChildren(...all.flatMap(({ text, breaks }, index) => [...(index > 0 ? [make("i", " · ")] : []), make("span", text, breaks ? "breaks" : "")]));
    },
  };
}
