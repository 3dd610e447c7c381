// Who has the state. Whatever shows or changes it asks through this, since the engine and the lab can take turns at it.
import type { Explainer } from "./types.ts";

export interface Holder {
  readonly now: Explainer;
  readonly page: string; // the address of the page that opens a link to a state
}
