// Fills what the ten points are bound to: the state of a clause in the month shown, and live outcomes. The words are in
// the HTML already; only states, months and shares are written here.
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

function outcomeText(headline: Headline, key: string, none: string): string | undefined {
  if (key === "months_behind_max") return behindText(headline, none);
  const value = outcome(headline, key);
  if (value === undefined) return undefined;
  if (value === null) return none;
  return typeof value === "number" ? percentText(value) : monthText(value);
}

function behindText(headline: Headline, none: string): string {
  const worst = headline.months_behind_max;
  const months = Math.round(worst.months);
  return months < 1 ? none : `${months} ${months === 1 ? "month" : "months"}, in ${monthText(worst.month)}`;
}

// A clause in force says when it ends; any other state says why.
function reason(clause: Clause, span: Span): string {
  if (span.state !== "in_force") return `: ${span.why}`;
  return clause.spans.at(-1)?.state === span.state ? "" : `: ${clause.status}`;
}

function showClause(place: HTMLElement, { states }: Vocabulary, clause: Clause | undefined, month: MonthId): void {
  const span = clause?.spans.find(({ from, until }) => from <= month && month <= until);
  const state = span?.state ?? "off";
  const when = span ? `${wordOf(states, state).word} in ${monthText(month)}` : "not part of this contract";
  const why = clause && span ? reason(clause, span) : "";
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
  if (about)
    write(about, `Beside each point: “${state.contract_title}” at the demand you set, in ${monthText(month)}, the month shown in the figure.`);
}
