// The points of the account below the figure, each with its sources and what it is bound to: a clause as it stands in the deal
// that opens, or an outcome.
import type { Describe, Vocabulary } from "../src/explainer/types.ts";
import { clauseText, outcomeText } from "../src/words/points.ts";
import { escaped, found, prose } from "./prose.ts";

export interface Point {
  id: string;
  heading: string;
  says: string;
  sources: string[];
  clause?: string;
  live?: string;
  live_label?: string;
  live_none?: string;
}

/** What the points are told with. */
export interface Told {
  opening: Describe; // the deal that opens, as the engine says it
  vocabulary: Vocabulary;
  names: Map<string, string>; // of clauses, by id
  text: (prose: string) => string; // with its dotted words
  cited: (ids: string[]) => string;
}

export function pointHtml({ opening, vocabulary, names, text, cited }: Told): (point: Point) => string {
  const bound = (point: Point): string => {
    const rows: string[] = [];
    if (point.clause) {
      const name = found(names.get(point.clause), `clause ${point.clause}`);
      const clause = opening.clauses.find(({ id }) => id === point.clause);
      const { state, when, why } = clauseText(vocabulary, clause, opening.selected.month);
      rows.push(`<div><dt>${prose(name)}</dt><dd data-clause="${point.clause}" data-state="${state}"><b>${escaped(when)}</b>${escaped(why)}</dd></div>`);
    }
    if (point.live) {
      const label = prose(found(point.live_label, `live_label of ${point.id}`));
      const none = prose(found(point.live_none, `live_none of ${point.id}`));
      const outcome = found(outcomeText(opening.headline, point.live, none), `outcome ${point.live}`);
      rows.push(`<div><dt>${label}</dt><dd class="known" data-live="${point.live}" data-none="${none}">${escaped(outcome)}</dd></div>`);
    }
    return rows.length ? `<dl class="bound">${rows.join("")}</dl>` : "";
  };
  return (point) =>
    `<li id="point-${point.id}"><h3>${prose(point.heading)}</h3><p>${text(point.says)}</p>${bound(point)}${cited(point.sources)}</li>`;
}
