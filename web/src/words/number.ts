// A number of the model as a slider and a field for exact values, with words where a value is refused. The field takes text:
// what a browser makes of "0,5" in a field for numbers depends on its language, and may be 5.
import { setInvalid, write } from "../explainer/dom.ts";
import { typedNumber } from "../explainer/format.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Answer, Describe, InputRow, InputValue } from "../explainer/types.ts";

interface Places {
  range: HTMLInputElement;
  exact: HTMLInputElement;
  error: HTMLElement;
}

const keySteps: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/** The value nearest to one that is on a step. */
function onStep(value: number, { low, high, step }: InputRow): number {
  const steps = Math.round((value - Number(low)) / step);
  return Math.min(Number(high), Number((Number(low) + steps * step).toFixed(6)));
}

/** So many steps on, to the next one from between two. */
function stepped(value: number, steps: number, row: InputRow): number {
  const [at, { low, high, step }] = [(value - Number(row.low)) / row.step, row];
  const from = steps > 0 ? Math.floor(at + 1e-6) : Math.ceil(at - 1e-6);
  return Math.min(Number(high), Math.max(Number(low), onStep(Number(low) + (from + steps) * step, row)));
}

/** "× a year", 3 → "3 times a year"; "GW", 0.9 → "0.9 GW". What that does is announced when the reader has come to rest. */
function spoken(value: InputValue, unit: string): string {
  return unit.startsWith("×") ? `${value} times${unit.slice(1)}` : `${value} ${unit}`.trim();
}

export function bindNumber({ range, exact, error }: Places, row: InputRow, holder: Holder): { show(state: Describe): void } {
  [range.min, range.max, range.step] = [String(row.low), String(row.high), "any"]; // what was typed stands between two steps
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

  range.addEventListener("input", () => set(String(onStep(Number(range.value), row))));
  range.addEventListener("keydown", (event) => {
    const steps = keySteps[event.key];
    if (steps === undefined || last === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    set(String(stepped(Number(last), steps, row)));
    holder.now.endStep();
  });
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

  return {
    show(state) {
      const value = state.inputs[row.key];
      if (value === undefined) return;
      if (value !== last) refuse(""); // what was refused has been overtaken
      last = value;
      if (Number(range.value) !== value) range.value = String(value);
      const isReaders = isTyping || error.textContent !== ""; // what was refused stays to be mended
      if (!isReaders && exact.value !== String(value)) exact.value = String(value);
      range.setAttribute("aria-valuetext", spoken(value, row.unit));
    },
  };
}
