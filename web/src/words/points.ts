// Fills what the points beside the story are bound to: the state of a clause in the month shown, and live outcomes. The
// rest is in the HTML, which opens with what these functions say of the deal as it opens.
import { make, write } from "../explainer/dom.ts";
import { monthText, percentText } from "../explainer/format.ts";
import { wordOf } from "./vocabulary.ts";
import type { Clause, Describe, Headline, MonthId, Span, Vocabulary } from "../explainer/types.ts";

/** What a point is bound to; undefined where the lab knows no such outcome. */
function outcome(headline: Headline, key: string): string | number | null | undefined {
  let value: unknown = headline;
  for (const name of key.split(".")) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === "string" || typeof value === "number" || value === null ? value : undefined;
}

export function outcomeText(headline: Headline, key: string, none: string): string | undefined {
  const value = outcome(headline, key);
  if (value === undefined) return undefined;
  if (value === null) return none;
  return typeof value === "number" ? percentText(value) : monthText(value);
}

// A clause in force says when it ends; any other state says why.
function reason(clause: Clause, span: Span): string {
  if (span.state !== "in_force") return `, ${span.why}`;
  return clause.spans.at(-1)?.state === span.state ? "" : `, ${clause.status}`;
}

export function clauseText({ states }: Pick<Vocabulary, "states">, clause: Clause | undefined, month: MonthId): { state: string; when: string; why: string } {
  const span = clause?.spans.find(({ from, until }) => from <= month && month <= until);
  if (!clause || !span) return { state: "off", when: "not part of this contract", why: "" };
  return { state: span.state, when: `${monthText(month)}: ${wordOf(states, span.state).word}`, why: reason(clause, span) };
}

export function aboutPoints({ contract_title, selected }: Pick<Describe, "contract_title" | "selected">): string {
  return `Beside each point: “${contract_title}” at the demand you set, in ${monthText(selected.month)}, the month shown in the figure.`;
}

function showClause(place: HTMLElement, words: Vocabulary, clause: Clause | undefined, month: MonthId): void {
  const { state, when, why } = clauseText(words, clause, month);
  if (place.dataset.state === state && place.textContent === when + why) return;
  place.dataset.state = state;
  place.replaceChildren(make("b", when), why);
}

export function showPoints(state: Describe, words: Vocabulary): void {
  const month = state.selected.month;
  for (const place of document.querySelectorAll<HTMLElement>("dd[data-clause]"))
    showClause(place, words, state.clauses.find((clause) => clause.id === place.dataset.clause), month);
  for (const place of document.querySelectorAll<HTMLElement>("dd[data-live]")) {
    const text = outcomeText(state.headline, place.dataset.live ?? "", place.dataset.none ?? "");
    if (text === undefined) continue;
    write(place, text);
    place.classList.add("known");
  }
  const about = document.getElementById("points-state");
  if (about) write(about, aboutPoints(state));
}
