// Which clauses an article is told of: those that are in another state than before.
import type { Answer } from "./protocol.ts";
import type { Clause, Describe } from "../explainer/types.ts";

const stateOf = (clause: Clause, month: string): string =>
  clause.spans.find(({ from, until }) => from <= month && month <= until)?.state ?? "off";

/** Of what is shown next: the clauses that are in another state than before, in the month shown. */
export function clauseNews(): (state: Describe) => Answer[] {
  let before = new Map<string, string>();
  return ({ clauses, selected: { month } }) => {
    const now = new Map(clauses.map((clause) => [clause.id, stateOf(clause, month)]));
    const changed = clauses.filter(({ id }) => before.has(id) && before.get(id) !== now.get(id));
    before = now;
    return changed.map(({ id, name, status }) => ({ type: "clause", id: null, clause: id, name, state: now.get(id) ?? "off", says: status }));
  };
}
