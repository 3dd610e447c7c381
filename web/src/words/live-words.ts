// Outcomes as words in an article's prose: written into its HTML when it is built, and again when its figure changes.
import { monthText, percentText } from "../explainer/format.ts";
import type { Headline } from "../explainer/types.ts";

const never = "at no time before 2036";

export function liveWords(headline: Headline): Record<string, string> {
  const when = (month: string | null): string => (month === null ? never : `in ${monthText(month)}`);
  return {
    worst_month: monthText(headline.max_unserved.month),
    served: percentText(1 - headline.max_unserved.share),
    breaks: when(headline.exclusivity_would_break),
    api: when(headline.api_lock_binds),
    agi: when(headline.agi_trips),
    azure_share: percentText(headline.azure_share_2030),
  };
}
