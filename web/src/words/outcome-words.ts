// The outcomes that stand beside the sentence, in words: "AGI clause trips Jan 2027". For frames and what is built into them.
import { capital } from "./vocabulary.ts";
import type { OutcomeChip } from "../explainer/types.ts";

export interface OutcomeWords {
  text: string;
  breaks: boolean;
}

/** The first begins a line. */
export function outcomeWords(chips: readonly OutcomeChip[]): OutcomeWords[] {
  return chips.map(({ name, state, breaks }, index) => {
    const text = `${name} ${state}`;
    return { text: index === 0 ? capital(text) : text, breaks };
  });
}
