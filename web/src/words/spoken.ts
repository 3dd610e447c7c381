// What a slider says to those who hear it: its value with the unit, and what that value does to the deal.
import { monthText, percentText } from "../explainer/format.ts";
import type { Describe, InputValue } from "../explainer/types.ts";

/** "× a year", 3 → "3 times a year"; "GW", 0.9 → "0.9 GW". */
function withUnit(value: InputValue, unit: string): string {
  return unit.startsWith("×") ? `${value} times${unit.slice(1)}` : `${value} ${unit}`.trim();
}

function consequence({ headline }: Describe): string {
  const breaks = headline.exclusivity_would_break;
  return (
    `at most ${percentText(headline.max_unserved.share)} of demand not served; ` +
    (breaks ? `exclusivity would break in ${monthText(breaks)}` : "exclusivity would hold")
  );
}

/** "3 times a year", and in one breath what it does where a state is given. */
export function spoken(value: InputValue, unit: string, state?: Describe): string {
  return withUnit(value, unit) + (state ? `; ${consequence(state)}` : "");
}
