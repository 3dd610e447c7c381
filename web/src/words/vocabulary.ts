// Words of the explainer by their ids: the page spells none of them itself.
import type { Word } from "../explainer/types.ts";

/** What is not known is told by its id. */
export function wordOf(words: Word[], id: string): Word {
  return words.find((one) => one.id === id) ?? { id, word: id, spelled: id };
}

/** At the beginning of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
