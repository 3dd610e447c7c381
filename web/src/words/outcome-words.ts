// The outcomes that stand beside the sentence, in words: "AGI clause trips Jan 2027". For frames and what is built into them.
import type { OutcomeChip } from "../explainer/types.ts";

export interface OutcomeWords {
  text: string;
  breaks: boolean;
}

/** The first begins a line. */
export function outcomeWords(chips: readonly OutcomeChip[]): OutcomeWords[] {
  return chips.map(({ name, state, breaks }, index) => {
    const text = `${name} ${state}`;
    return { text: index === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text, breaks };
  });
}
