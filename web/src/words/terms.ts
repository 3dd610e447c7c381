// Terms where they are first met: what each means, in one sentence, stands in assets/words.json and nowhere else.
export interface Term {
  word: string; // as it stands in a sentence
  says: string;
}
export interface MetTerm {
  term: Term;
  from: number;
  until: number;
}

// As a whole word; at a sentence's beginning with a capital; an amount in it may be another.
function patternOf(word: string): RegExp {
  const [first = "", rest = ""] = [word.charAt(0), word.slice(1)].map((part) => part.replace(/[$.]/g, "\\$&"));
  const start = /\p{L}/u.test(first) ? `[${first}${first.toUpperCase()}]` : first;
  return new RegExp(`(?<![\\p{L}\\d])${start}${rest.replace(/\d+/, "[\\d.,]+")}(?!\\p{L})`, "u");
}

/** The terms that a text uses, each where it first does. */
export function termsIn(text: string, terms: readonly Term[]): MetTerm[] {
  return terms
    .flatMap((term) => {
      const found = patternOf(term.word).exec(text);
      return found ? [{ term, from: found.index, until: found.index + found[0].length }] : [];
    })
    .sort((a, b) => a.from - b.from);
}

export const termId = ({ word }: Term): string => `term-${word.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-/, "")}`;
