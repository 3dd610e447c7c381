// The clauses of the contract as text, each with its state in the month shown, why, what it rests on, and two switches:
// never agreed, and its restriction dropped.
import { make, write } from "../explainer/dom.ts";
import { monthText } from "../explainer/format.ts";
import { groundOf } from "./ground.ts";
import { tickBox, type Piece } from "./piece.ts";
import { capital, wordOf } from "./vocabulary.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Clause, Describe, EditKind, Explainer } from "../explainer/types.ts";

interface Card {
  element: HTMLElement;
  words: string;
  show(clause: Clause, state: Describe): void;
}

function stateText({ words }: Explainer, clause: Clause, month: string): string {
  const { states, months } = words();
  const span = clause.spans.find(({ from, until }) => from <= month && month <= until);
  if (!span) return "Not part of this contract";
  const since = `${capital(wordOf(states, span.state).word)} in ${monthText(month)}, since ${monthText(span.from)}`;
  const until = span.until < months.last ? ` until ${monthText(span.until)}` : "";
  return `${since}${until}: ${span.why}`;
}

// What of a clause stands on its card whatever the month: another text makes another card.
const lasting = ({ spans: _, status: __, ...words }: Clause): string => JSON.stringify(words);

function switches(clause: Clause, holder: Holder): { element: HTMLFieldSetElement; show(edit: EditKind | undefined): void } {
  const element = make("fieldset");
  const boxes: [EditKind, HTMLInputElement][] = [];
  element.append(make("legend", `What if: ${clause.called}`, "unseen"));
  const add = (kind: EditKind, words: string): void => {
    const { label, box } = tickBox(words, (isOn) => holder.now.edit(clause.id, isOn ? kind : "as_agreed"));
    boxes.push([kind, box]);
    element.append(label);
  };
  if (clause.variant) add("agreed", "Part of the deal after all");
  else {
    add("never_agreed", "Never agreed");
    if (holder.now.words().droppable.includes(clause.kind)) add("dropped", "Drop the restriction");
  }
  return { element, show: (edit) => boxes.forEach(([kind, box]) => (box.checked = edit === kind)) };
}

function cardOf(clause: Clause, holder: Holder): Card {
  const element = make("li", "", "clause");
  element.dataset.clause = clause.id;
  const state = make("p", "", "state");
  element.append(make("h4", clause.called), state, make("p", clause.says));
  if (clause.assumed) element.append(make("p", `Assumed: ${clause.assumed}`, "assumed"));
  element.append(groundOf(holder, clause.grade, clause.sources));
  const whatIf = switches(clause, holder);
  if (!clause.added) element.append(whatIf.element);
  return {
    element,
    words: lasting(clause),
    show(now, { selected, edits }) {
      write(state, stateText(holder.now, now, selected.month));
      whatIf.show(edits.find(({ clause: id }) => id === clause.id)?.kind);
    },
  };
}

export interface Clauses extends Piece {
  headingOf(clause: string): HTMLElement | undefined; // of its card
}

export function listClauses(holder: Holder): Clauses {
  const content = make("ul", "", "clauses");
  const cards = new Map<string, Card>();
  const cardFor = (clause: Clause): Card => {
    let card = cards.get(clause.id);
    if (card?.words !== lasting(clause)) cards.set(clause.id, (card = cardOf(clause, holder)));
    return card;
  };
  return {
    content,
    headingOf: (clause) => cards.get(clause)?.element.querySelector("h4") ?? undefined,
    show(state) {
      const shown = state.clauses.map((clause) => {
        const card = cardFor(clause);
        card.show(clause, state);
        return card.element;
      });
      // Cards stay where they are, so that a switch keeps the focus.
      if (shown.length !== content.children.length || shown.some((element, i) => content.children[i] !== element))
        content.replaceChildren(...shown);
    },
  };
}
