// The facts that a text rests on, as a list of links with their grades.
import { dateText } from "../src/explainer/format.ts";
import { escaped, found, prose } from "./prose.ts";

interface Source {
  publisher: string;
  url: string;
}
export interface Fact {
  id: string;
  date: string;
  says: string;
  grade: string;
  sources?: Source[];
}
export interface Graded {
  word: string;
  says: string;
}

/** The list of the facts of these ids. */
export function citer(facts: Map<string, Fact>, grades: Record<string, Graded>): (ids: string[]) => string {
  const named = (fact: Fact): string =>
    fact.sources?.[0]?.publisher ?? (fact.grade === "derived" ? "our arithmetic" : "no public address");
  const cited = (id: string, _: number, all: string[]): string => {
    const fact = found(facts.get(id), `fact ${id}`);
    const source = fact.sources?.[0];
    const isShared = all.some((other) => other !== id && named(found(facts.get(other), `fact ${other}`)) === named(fact));
    const name = prose(named(fact) + (isShared ? `, ${dateText(fact.date)}` : "")); // links read alike only if they are
    const link = source ? `<a href="${escaped(source.url)}" target="_blank" rel="noopener">${name}</a>` : name;
    const grade = found(grades[fact.grade], `grade ${fact.grade}`).word.toLowerCase();
    return `<li data-fact="${id}">${link} <span class="grade">${prose(grade)}</span></li>`;
  };
  return (ids) => `<ul class="cited" aria-label="Sources">${ids.map(cited).join("")}</ul>`;
}
