// The clauses of the contract as text, each with its state in the month shown, why, what it rests on, and two switches:
// never agreed, and its restriction dropped.
import { make, write } from "../explainer/dom.ts";
import { monthText } from "../explainer/format.ts";
import { allFacts, type Fact } from "./sources.ts";
import type { Clause, ClauseState, Describe, EditKind, Explainer } from "../explainer/types.ts";

const stateWords: Record<ClauseState, string> = {
  future: "Not yet in force",
  in_force: "In force",
  straining: "Straining",
  ended: "Ended",
  off: "Not part of the deal",
};
// What binds nobody cannot be dropped.
const restrictions = new Set(["supply", "own-building", "api-hosting", "products-hosting", "agi-trigger", "revenue-share", "sales-channels"]);

interface Card {
  element: HTMLElement;
  show(clause: Clause, state: Describe): void;
}

function toggle(words: string, act: (isOn: boolean) => void): { label: HTMLLabelElement; box: HTMLInputElement } {
  const box = make("input");
  box.type = "checkbox";
  box.addEventListener("change", () => act(box.checked));
  const label = make("label", "", "choice");
  label.append(box, ` ${words}`);
  return { label, box };
}

function stateText(clause: Clause, month: string): string {
  const span = clause.spans.find(({ from, until }) => from <= month && month <= until);
  if (!span) return "Not part of this contract";
  const since = `${stateWords[span.state]} in ${monthText(month)}, since ${monthText(span.from)}`;
  const until = span.until < "2035-12" ? ` until ${monthText(span.until)}` : "";
  return `${since}${until}: ${span.why}`;
}

// As in words.json.
const gradeWords: Record<string, string> = {
  primary: "First-hand",
  "primary-quoted": "Quoted",
  secondary: "Reported",
  weak: "Weak",
  derived: "Calculated",
  unseen: "Unchecked",
};

function sourceLink(fact: Fact): Node {
  if (!fact.source) return document.createTextNode(fact.id);
  const link = make("a", `${fact.source.publisher} (${fact.id})`);
  link.href = fact.source.url;
  link.target = "_blank";
  link.rel = "noopener";
  return link;
}

// Ids at once; who published them when the list of statements has come.
export function groundOf(grade: string, sources: string[]): HTMLElement {
  const line = make("p", "", "ground");
  const places = sources.map((id) => make("span", id));
  line.append(make("b", gradeWords[grade] ?? grade), places.length ? ": " : "");
  places.forEach((place, i) => line.append(i > 0 ? ", " : "", place));
  allFacts().then(
    (facts) => {
      sources.forEach((id, i) => {
        const fact = facts.find((one) => one.id === id);
        if (fact) places[i]?.replaceChildren(sourceLink(fact));
      });
    },
    () => undefined, // the ids stand by themselves
  );
  return line;
}

function cardOf(clause: Clause, explainer: Explainer): Card {
  const element = make("li", "", "clause");
  element.dataset.clause = clause.id;
  const state = make("p", "", "state");
  element.append(make("h4", clause.name), state, make("p", clause.says));
  if (clause.assumed) element.append(make("p", `Assumed: ${clause.assumed}`, "assumed"));
  element.append(groundOf(clause.grade, clause.sources));

  const boxes: [EditKind, HTMLInputElement][] = [];
  const set = make("fieldset");
  const legend = make("legend", `What if: ${clause.name}`, "unseen");
  set.append(legend);
  const add = (kind: EditKind, words: string): void => {
    const { label, box } = toggle(words, (isOn) => explainer.edit(clause.id, isOn ? kind : "as_agreed"));
    boxes.push([kind, box]);
    set.append(label);
  };
  if (clause.variant) add("agreed", "Part of the deal after all");
  else {
    add("never_agreed", "Never agreed");
    if (restrictions.has(clause.kind)) add("dropped", "Drop the restriction");
  }
  if (!clause.id.endsWith("-dropped")) element.append(set);
  return {
    element,
    show(now, { selected, edits }) {
      write(state, stateText(now, selected.month));
      const edit = edits.find(({ clause: id }) => id === clause.id)?.kind;
      for (const [kind, box] of boxes) box.checked = edit === kind;
    },
  };
}

export function listClauses(explainer: Explainer): { content: HTMLElement; show(state: Describe): void } {
  const content = make("ul", "", "clauses");
  const cards = new Map<string, Card>();
  let contract = "";
  return {
    content,
    show(state) {
      if (contract !== state.contract_title) cards.clear();
      contract = state.contract_title;
      const shown = state.clauses.map((clause) => {
        let card = cards.get(clause.id);
        if (!card) cards.set(clause.id, (card = cardOf(clause, explainer)));
        card.show(clause, state);
        return card.element;
      });
      // Cards stay where they are, so that a switch keeps the focus.
      if (shown.length !== content.children.length || shown.some((element, i) => content.children[i] !== element))
        content.replaceChildren(...shown);
    },
  };
}
