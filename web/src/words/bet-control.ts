// A bet's native control: one of several answers, or an amount on a scale that says itself.
import { write } from "../explainer/dom.ts";
import { betText } from "./bet-text.ts";

/** What is chosen; none: nothing yet. */
export type Chosen = () => number | undefined;

function choice(content: HTMLElement): Chosen {
  return () => {
    const chosen = content.querySelector<HTMLInputElement>("input:checked");
    return chosen ? Number(chosen.value) : undefined;
  };
}

function amount(content: HTMLElement, range: HTMLInputElement): Chosen {
  const said = content.querySelector("output");
  range.addEventListener("input", () => {
    const words = betText(range.value, range.dataset.unit ?? "");
    if (said) write(said, words);
    range.setAttribute("aria-valuetext", words);
  });
  return () => Number(range.value);
}

/** Of a bet's place in the page. */
export function betControl(content: HTMLElement): Chosen {
  const range = content.querySelector<HTMLInputElement>("input[type=range]");
  return range ? amount(content, range) : choice(content);
}
