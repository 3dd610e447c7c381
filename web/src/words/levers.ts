// Every input of the model as a native control: a loop over the explainer's table, grouped as it is.
import { make, write } from "../explainer/dom.ts";
import { monthText } from "../explainer/format.ts";
import { bindNumber } from "./number.ts";
import type { Describe, Explainer, InputRow } from "../explainer/types.ts";

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

interface Lever {
  element: HTMLElement;
  show(state: Describe): void;
}

let count = 0;
const freshId = (): string => `lever-${(count += 1)}`;

function numberLever(explainer: Explainer, row: InputRow, isHero: boolean): Lever {
  const element = make("div", "", "lever");
  element.dataset.key = row.key;
  const [range, exact] = [make("input"), make("input")];
  const [label, unit, error] = [make("label", row.label), make("span", row.unit, "unit"), make("p", "", "error")];
  const help = make("p", "", "help");
  help.append(make("b", statusWords[row.status] ?? row.status), ` · ${row.help}`);
  range.type = "range";
  exact.type = "number";
  exact.inputMode = "decimal";
  range.id = freshId();
  label.htmlFor = range.id;
  help.id = freshId();
  error.id = freshId();
  error.setAttribute("role", "alert");
  exact.setAttribute("aria-label", `${row.label}, exact value in ${row.unit || "units"}`);
  exact.setAttribute("aria-describedby", error.id);
  range.setAttribute("aria-describedby", help.id);
  element.append(label, range, exact, unit, error, help);
  const flips = make("span");
  if (isHero) help.append(" ", flips);

  const bound = bindNumber({ range, exact, error }, row, explainer, "when here");
  return {
    element,
    show(state) {
      bound.show(state);
      element.classList.toggle("changed", state.changed.includes(row.key));
      if (isHero) write(flips, state.next_flips.map((flip) => `${flip}.`).join(" "));
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

export function lever(explainer: Explainer, row: InputRow, isHero = false): Lever {
  return typeof row.low === "number" ? numberLever(explainer, row, isHero) : choiceLever(explainer, row);
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
    const made = lever(explainer, row, all.length === 0);
    all.push(made);
    group.append(made.element);
  }
  content.append(...groups.values());
  return { content, show: (state) => all.forEach((one) => one.show(state)) };
}
