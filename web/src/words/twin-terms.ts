// In each section, the terms that it is the first of all to use, with what they mean: in the view in words they are words too,
// and no stop. They stand under its heading, or where it has none below what it holds.
import { glossary } from "../../../assets/words.json";
import { make } from "../explainer/dom.ts";
import { termsIn } from "./terms.ts";

function listOf(words: typeof glossary): HTMLDListElement {
  const list = make("dl", "", "terms");
  for (const { word, says } of words) list.append(make("dt", word), make("dd", says));
  return list;
}

/** `sections` in the order in which they are read. */
export function explainTerms(sections: HTMLElement[]): void {
  let left = glossary;
  for (const section of sections) {
    section.querySelector(".terms")?.remove();
    const met = termsIn(section.textContent ?? "", left).map(({ term }) => term);
    left = left.filter((term) => !met.includes(term));
    if (met.length === 0) continue;
    const [heading, list] = [section.querySelector(":scope > h3"), listOf(met)];
    if (heading) heading.after(list);
    else section.append(list);
  }
}
