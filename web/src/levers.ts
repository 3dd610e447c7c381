// Every input of the model as a native control: a loop over the explainer's table, grouped as it is.
import { make, write } from "./dom.ts";
import { monthText, percentText } from "./format.ts";
import type { Describe, Explainer, InputRow, InputValue } from "./types.ts";

const groupTitles: Record<string, string> = {
  demand: "Demand",
  azure: "Azure",
  others: "Other providers and own building",
  deal: "Patience and answers",
  money: "Money",
  agi: "The AGI clause",
};
const statusWords: Record<string, string> = {
  sourced: "sourced",
  derived: "derived from sources",
  assumed: "assumed",
  readers: "yours to set",
};
const readingWords: Record<string, string> = {
  booked: "Profit booked so far",
  ability: "What the systems could earn",
  declared: "When it is declared",
};

/** "× a year", 3 → "3 times a year"; "GW", 0.9 → "0.9 GW". */
export function spoken(value: InputValue, unit: string): string {
  return unit.startsWith("×") ? `${value} times${unit.slice(1)}` : `${value} ${unit}`.trim();
}

/** What a value does, in one breath: for a screen reader at the slider. */
export function consequenceText({ headline }: Describe): string {
  const breaks = headline.exclusivity_would_break;
  return (
    `at most ${percentText(headline.max_unserved.share)} of demand not served; ` +
    (breaks ? `exclusivity would break in ${monthText(breaks)}` : "exclusivity would hold")
  );
}

interface Lever {
  element: HTMLElement;
  show(state: Describe): void;
}

let count = 0;
const freshId = (): string => `lever-${(count += 1)}`;

function numberLever(explainer: Explainer, row: InputRow): Lever {
  const element = make("div", "", "lever");
  element.dataset.key = row.key;
  const [range, exact] = [make("input"), make("input")];
  const [label, unit, error] = [make("label", row.label), make("span", row.unit, "unit"), make("p", "", "error")];
  const help = make("p", "", "help");
  help.append(make("b", statusWords[row.status] ?? row.status), ` · ${row.help}`);
  range.type = "range";
  exact.type = "number";
  exact.inputMode = "decimal";
  for (const input of [range, exact]) {
    input.id = freshId();
    input.min = String(row.low);
    input.max = String(row.high);
    input.step = String(row.step);
  }
  label.htmlFor = range.id;
  help.id = freshId();
  error.id = freshId();
  error.setAttribute("role", "alert");
  range.setAttribute("aria-describedby", help.id);
  exact.setAttribute("aria-label", `${row.label}, exact value in ${row.unit || "units"}`);
  exact.setAttribute("aria-describedby", error.id);
  element.append(label, range, exact, unit, error, help);

  const refuse = (message: string): void => {
    write(error, message);
    exact.toggleAttribute("aria-invalid", message !== "");
  };
  const set = (value: string): void => {
    const answer = explainer.set(row.key, value);
    refuse(answer.ok ? "" : answer.error);
  };
  range.addEventListener("input", () => set(range.value));
  for (const input of [range, exact]) input.addEventListener("change", () => explainer.endStep());
  exact.addEventListener("change", () => set(exact.value));
  return {
    element,
    show(state) {
      const value = state.inputs[row.key];
      if (value === undefined) return;
      if (range.value !== String(value)) range.value = String(value);
      if (document.activeElement !== exact || exact.value === "") exact.value = String(value);
      const says = document.activeElement === range ? `; ${consequenceText(state)}` : "";
      range.setAttribute("aria-valuetext", spoken(value, row.unit) + says);
      element.classList.toggle("changed", state.changed.includes(row.key));
    },
  };
}

function optionsOf(row: InputRow): [string, string][] {
  if (row.choices) return row.choices.map((choice) => [choice, readingWords[choice] ?? choice]);
  const months: [string, string][] = [["never", "never"]];
  const [from = 2025] = String(row.low).split("-").map(Number);
  for (let year = from; year <= 2035; year += 1)
    for (let month = 1; month <= 12; month += 1) {
      const id = `${year}-${String(month).padStart(2, "0")}`;
      months.push([id, monthText(id)]);
    }
  return months;
}

function choiceLever(explainer: Explainer, row: InputRow): Lever {
  const element = make("div", "", "lever");
  element.dataset.key = row.key;
  const [label, select, help] = [make("label", row.label), make("select"), make("p", "", "help")];
  help.append(make("b", statusWords[row.status] ?? row.status), ` · ${row.help}`);
  select.id = label.htmlFor = freshId();
  help.id = freshId();
  select.setAttribute("aria-describedby", help.id);
  for (const [value, text] of optionsOf(row)) {
    const option = make("option", text);
    option.value = value;
    select.append(option);
  }
  select.addEventListener("change", () => {
    explainer.set(row.key, select.value);
    explainer.endStep();
  });
  element.append(label, select, help);
  return {
    element,
    show(state) {
      select.value = String(state.inputs[row.key] ?? "");
      element.classList.toggle("changed", state.changed.includes(row.key));
    },
  };
}

export function lever(explainer: Explainer, row: InputRow): Lever {
  return typeof row.low === "number" ? numberLever(explainer, row) : choiceLever(explainer, row);
}

/** All inputs, a group each; the first is open. */
export function levers(explainer: Explainer): { content: HTMLElement; show(state: Describe): void } {
  const content = make("div", "", "levers");
  const all: Lever[] = [];
  const groups = new Map<string, HTMLDetailsElement>();
  for (const row of explainer.inputs()) {
    let group = groups.get(row.group);
    if (!group) {
      group = make("details");
      group.open = groups.size === 0;
      group.append(make("summary", groupTitles[row.group] ?? row.group));
      groups.set(row.group, group);
    }
    const made = lever(explainer, row);
    all.push(made);
    group.append(made.element);
  }
  content.append(...groups.values());
  return { content, show: (state) => all.forEach((one) => one.show(state)) };
}
