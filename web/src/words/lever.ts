// An input of the model as a native control: a number as slider and field, a month or a choice as a list.
import { make } from "../explainer/dom.ts";
import { monthText } from "../explainer/format.ts";
import { flipMarks } from "./flip-marks.ts";
import { bindNumber } from "./number.ts";
import { wordOf } from "./vocabulary.ts";
import type { Piece } from "./piece.ts";
import type { Holder } from "../explainer/holder.ts";
import type { InputRow } from "../explainer/types.ts";

/** `place` tells two controls of one input on a page apart. */
export interface LeverWish {
  place: string;
  hasFlips?: boolean; // marks where it changes an outcome, and says how far that is
}

/** `settle`: says what takes longer than a frame to work out. */
export interface Lever extends Piece {
  settle?(): void;
}

interface Parts {
  element: HTMLElement;
  label: HTMLLabelElement;
  help: HTMLParagraphElement;
}

function partsOf({ now }: Holder, row: InputRow, control: HTMLInputElement | HTMLSelectElement, place: string): Parts {
  const id = `${place}-${row.key.replace(".", "-")}`;
  const element = make("div", "", "lever");
  const [label, help] = [make("label", row.label), make("p", "", "help")];
  element.dataset.key = row.key;
  help.append(make("b", wordOf(now.words().statuses, row.status).spelled), ` · ${row.help}`);
  control.id = label.htmlFor = id;
  help.id = `${id}-help`;
  control.setAttribute("aria-describedby", help.id);
  return { element, label, help };
}

function numberLever(holder: Holder, row: InputRow, { place, hasFlips = false }: LeverWish): Lever {
  const [range, exact, error, track] = [make("input"), make("input"), make("p", "", "error"), make("span", "", "track")];
  const flips = hasFlips ? flipMarks(holder, row, track) : undefined;
  const { element, label, help } = partsOf(holder, row, range, place);
  range.type = "range";
  exact.inputMode = "decimal";
  exact.className = "exact";
  exact.autocomplete = "off";
  error.id = `${range.id}-error`;
  error.setAttribute("role", "alert");
  exact.setAttribute("aria-label", `${row.label}, exact value in ${row.unit || "units"}`);
  exact.setAttribute("aria-describedby", error.id);
  track.prepend(range);
  element.append(label, track, exact, make("span", row.unit, "unit"), error, help);
  if (flips) {
    flips.words.id = `${range.id}-flips`;
    range.setAttribute("aria-describedby", `${help.id} ${flips.words.id}`);
    element.append(flips.words);
  }

  const bound = bindNumber({ range, exact, error }, row, holder);
  return {
    content: element,
    show(state) {
      bound.show(state);
      element.classList.toggle("changed", state.changed.includes(row.key));
    },
    settle: () => flips?.settle(),
  };
}

function monthsOf({ low, high }: InputRow): string[] {
  const [from, until] = [low, high].map((month) => Number.parseInt(String(month), 10));
  const all: string[] = [];
  for (let year = from ?? 0; year <= (until ?? 0); year += 1)
    for (let month = 1; month <= 12; month += 1) all.push(`${year}-${String(month).padStart(2, "0")}`);
  return all;
}

function optionsOf({ now }: Holder, row: InputRow): HTMLOptionElement[] {
  if (row.choices) return row.choices.map((choice) => new Option(wordOf(now.words().readings, choice).spelled, choice));
  return [new Option("never"), ...monthsOf(row).map((month) => new Option(monthText(month), month))];
}

function choiceLever(holder: Holder, row: InputRow, { place }: LeverWish): Piece {
  const select = make("select");
  const { element, label, help } = partsOf(holder, row, select, place);
  select.append(...optionsOf(holder, row));
  select.addEventListener("change", () => {
    holder.now.set(row.key, select.value);
    holder.now.endStep();
  });
  element.append(label, select, help);
  return {
    content: element,
    show(state) {
      select.value = String(state.inputs[row.key] ?? "");
      element.classList.toggle("changed", state.changed.includes(row.key));
    },
  };
}

export function lever(holder: Holder, row: InputRow, wish: LeverWish): Lever {
  return typeof row.low === "number" ? numberLever(holder, row, wish) : choiceLever(holder, row, wish);
}
