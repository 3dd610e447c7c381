// Terms in the HTML: each is a dotted word where a page first uses it, which opens what it means.
import { termId, termsIn, type Term } from "../src/words/terms.ts";

/** A term's word, as HTML. */
export type Dotting = (term: Term, word: string) => string;

export const opens: Dotting = (term, word) => `<button type="button" class="term" popovertarget="${termId(term)}">${word}</button>`;
export const leads: Dotting = (term, word) => `<a class="term" href="#${termId(term)}">${word}</a>`;
export const meaning = (term: Term, prose: (text: string) => string): string =>
  `<p class="meaning" id="${termId(term)}" popover>${prose(term.says)}</p>`;

/** Text as HTML, asked for in the order of the page; `met` are the terms that have been used so far. */
export function dotted(terms: readonly Term[], prose: (text: string) => string, how: Dotting): { text(text: string): string; met: Term[] } {
  const met: Term[] = [];
  return {
    met,
    text(text) {
      const plain = text.replace(/(?<=\w)'/g, "’");
      let html = "";
      let done = 0;
      for (const { term, from, until } of termsIn(plain, terms.filter((one) => !met.includes(one)))) {
        html += prose(plain.slice(done, from)) + how(term, prose(plain.slice(from, until)));
        done = until;
        met.push(term);
      }
      return html + prose(plain.slice(done));
    },
  };
}
