// Parts that are fetched when they are first wanted. After a new build, and without a network, they are not to be had:
// every later import goes through here, so that none fails in silence.
import { linkAsShown } from "./link-text.ts";
import { reasonText, tell } from "./told.ts";
import type { Holder } from "./holder.ts";

const missing = "This part could not be fetched: the connection is gone, or a newer version has taken its place.";

export class Missing extends Error {}

/** The part; what went wrong is in the reader's words. Whoever asks says it where it belongs. */
export function fetched<T>(load: () => Promise<T>): Promise<T> {
  return load().catch((reason: unknown) => {
    throw new Missing(missing, { cause: reason });
  });
}

export interface WayOn {
  says: string;
  act: [words: string, act: () => void];
}

/** The address holds the state, but for a contract of the reader's own. */
export function loadAgain(holder: Holder): WayOn {
  const own = holder.now.describe().own ? "; your own contract has to be opened again" : "";
  const act = (): void => {
    history.replaceState(history.state, "", `#${linkAsShown(holder.now.describe().link)}`);
    location.reload();
  };
  return { says: `Loading again keeps your settings${own}.`, act: ["Load again", act] };
}

/** How a reader gets what is missing; of all else that failed loading again mends nothing. */
export function wayOn(holder: Holder, reason: unknown): WayOn | undefined {
  return reason instanceof Missing ? loadAgain(holder) : undefined;
}

/** Does something with a part for a reader who has just asked for it; what cannot be done is said, with a way on. */
export async function wanted<T>(holder: Holder, load: () => Promise<T>, act: (part: T) => unknown): Promise<void> {
  let part: T;
  try {
    part = await fetched(load);
  } catch (reason) {
    const on = wayOn(holder, reason);
    return tell([reasonText(reason), on?.says].filter(Boolean).join(" "), { act: on?.act });
  }
  try {
    await act(part);
  } catch (reason) {
    tell(`That could not be done: ${reasonText(reason)}`);
  }
}
