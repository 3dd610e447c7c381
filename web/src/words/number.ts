// A number of the model as a slider and a field for exact values, with words where a value is refused. The field takes text:
// what a browser makes of "0,5" in a field for numbers depends on its language, and may be 5.
import { setInvalid, write } from "../explainer/dom.ts";
import { typedNumber } from "../explainer/format.ts";
import { spoken } from "./spoken.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Answer, Describe, InputRow, InputValue } from "../explainer/types.ts";

interface Places {
  range: HTMLInputElement;
  exact: HTMLInputElement;
  error: HTMLElement;
}

/** `tells`: whether the slider says its consequence always, or only where the reader is, as among thirty. */
export function bindNumber(
  { range, exact, error }: Places,
  row: InputRow,
  holder: Holder,
  tells: "always" | "when here",
): { show(state: Describe): void } {
  [range.min, range.max, range.step] = [row.low, row.high, row.step].map(String) as [string, string, string];
  let last: InputValue | undefined; // shown or asked for: the state is told a frame later
  let isTyping = false;
  let before: InputValue | undefined; // anything was typed

  function refuse(message: string): void {
    write(error, message);
    setInvalid(exact, message !== "");
  }
  function set(typed: string): Answer {
    const value = typedNumber(typed);
    const answer = holder.now.set(row.key, value);
    if (answer.ok) {
      last = Number(value);
      refuse("");
    }
    return answer;
  }
  function speak(state: Describe): void {
    const isHere = tells === "always" || document.activeElement === range;
    range.setAttribute("aria-valuetext", spoken(state.inputs[row.key] ?? "", row.unit, isHere ? state : undefined));
  }

  range.addEventListener("input", () => set(range.value));
  range.addEventListener("change", () => holder.now.endStep());
  // While a number is being typed ("2" on the way to "2.5") what cannot be used is only refused when it is finished.
  exact.addEventListener("input", () => {
    if (!isTyping) before = last;
    isTyping = true;
    if (exact.value !== "") set(exact.value);
  });
  exact.addEventListener("change", () => {
    isTyping = false;
    const answer = set(exact.value);
    if (!answer.ok) {
      if (before !== undefined) set(String(before)); // "1,2" on the way to "1,200" was no wish
      refuse(answer.error);
    }
    holder.now.endStep();
  });
  exact.addEventListener("blur", () => (isTyping = false));
  if (tells === "when here")
    for (const turn of ["focus", "blur"]) range.addEventListener(turn, () => speak(holder.now.describe()));

  return {
    show(state) {
      const value = state.inputs[row.key];
      if (value === undefined) return;
      if (value !== last) refuse(""); // what was refused has been overtaken
      last = value;
      if (Number(range.value) !== value) range.value = String(value);
      const isReaders = isTyping || error.textContent !== ""; // what was refused stays to be mended
      if (!isReaders && exact.value !== String(value)) exact.value = String(value);
      speak(state);
    },
  };
}
