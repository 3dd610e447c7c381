// The native controls under the figure: the same hero input, contract and undo as on the canvas, for keyboard, screen
// reader and exact values. They hold no state: they show what the lab says and ask it to change.
import { make, part, write } from "./dom.ts";
import type { Answer, Describe, InputRow, InputValue, Explainer } from "./types.ts";

/** "× a year", 3 → "3 times a year"; "GW", 0.9 → "0.9 GW". */
function spoken(value: InputValue, unit: string): string {
  return unit.startsWith("×") ? `${value} times${unit.slice(1)}` : `${value} ${unit}`.trim();
}

export interface Controls {
  ready(lab: Explainer): void;
  show(state: Describe): void;
  explain(why: string): void; // why they do nothing
}

export function controls(): Controls {
  const group = part("controls", HTMLFieldSetElement);
  const deal = part("deal", HTMLSelectElement);
  const range = part("hero", HTMLInputElement);
  const exact = part("exact", HTMLInputElement);
  const unit = part("exact-unit", HTMLSpanElement);
  const error = part("exact-error", HTMLParagraphElement);
  const note = part("controls-note", HTMLParagraphElement);
  const undo = part("undo", HTMLButtonElement);
  const redo = part("redo", HTMLButtonElement);
  const reset = part("reset", HTMLButtonElement);
  const key = group.dataset.input ?? "";
  const own = make("option");
  own.value = "own"; // no shipped deal's id
  let lab: Explainer | undefined;
  let row: InputRow | undefined;
  let last: InputValue | undefined;

  function refuse(message: string): void {
    write(error, message);
    exact.toggleAttribute("aria-invalid", message !== "");
  }

  function set(value: string): Answer {
    return lab?.set(key, value) ?? { ok: false, error: "The figure is not ready." };
  }

  function commit(value: string): void {
    const answer = set(value);
    refuse(answer.ok ? "" : answer.error);
    lab?.endStep();
  }

  // A button that can do nothing keeps the focus, so it is marked and not disabled.
  function allow(button: HTMLButtonElement, can: boolean): void {
    button.setAttribute("aria-disabled", String(!can));
  }
  function press(button: HTMLButtonElement, act: (lab: Explainer) => void): void {
    button.addEventListener("click", () => {
      if (lab && button.getAttribute("aria-disabled") !== "true") act(lab);
    });
  }

  range.addEventListener("input", () => {
    refuse("");
    set(range.value);
  });
  range.addEventListener("change", () => lab?.endStep());
  // While a number is being typed ("2" on the way to "2.5") what cannot be used is only refused when it is finished.
  exact.addEventListener("input", () => {
    if (exact.value !== "" && set(exact.value).ok) refuse("");
  });
  exact.addEventListener("change", () => commit(exact.value));
  deal.addEventListener("change", () => {
    if (deal.value === own.value) return;
    const answer = lab?.pick(deal.value);
    if (answer && !answer.ok) refuse(answer.error);
  });
  press(undo, (it) => it.undo());
  press(redo, (it) => it.redo());
  press(reset, (it) => it.reset());

  function showDeal(state: Describe): void {
    if (state.own) {
      write(own, state.contract_title);
      deal.append(own);
    } else own.remove();
    deal.value = state.own ? own.value : state.contract;
    write(note, state.own ? "This contract is your own: it does not travel in the link." : "");
  }

  return {
    ready(opened) {
      lab = opened;
      row = opened.inputs().find((input) => input.key === key);
      if (!row) throw new Error(`the lab has no input ${key}`);
      for (const input of [range, exact]) {
        input.min = String(row.low);
        input.max = String(row.high);
        input.step = String(row.step);
      }
      write(part("hero-label", HTMLLabelElement), row.label);
      write(part("exact-label", HTMLLabelElement), `${row.label}, exact value`);
      write(unit, row.unit);
      write(note, "");
      group.disabled = false;
    },
    show(state) {
      const value = state.inputs[key];
      if (!row || value === undefined) return;
      if (value !== last) refuse("");
      last = value;
      if (Number(range.value) !== value) range.value = String(value);
      range.setAttribute("aria-valuetext", spoken(value, row.unit));
      const isTyping = document.activeElement === exact && (exact.value === "" || Number(exact.value) === value);
      if (!isTyping) exact.value = String(value);
      allow(undo, state.can_undo);
      allow(redo, state.can_redo);
      showDeal(state);
    },
    explain(why) {
      group.disabled = true;
      write(note, why);
    },
  };
}
