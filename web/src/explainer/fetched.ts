// Parts that are fetched when they are first wanted. After a new build, and without a network, they are not to be had:
// every later import goes through here, so that none fails in silence.
import { reasonText, tell } from "./told.ts";
import type { Holder } from "./holder.ts";

const missing = "This part could not be fetched: the connection is gone, or a newer version has taken its place.";

/** The part; what went wrong is in the reader's words. Whoever asks says it where it belongs. */
export function fetched<T>(load: () => Promise<T>): Promise<T> {
  return load().catch((reason: unknown) => {
    throw new Error(missing, { cause: reason });
  });
}

// The address holds the state, but for a contract of the reader's own.
function reload(holder: Holder): void {
  history.replaceState(history.state, "", `#${holder.now.describe().link}`);
  location.reload();
}

/** Does something with a part for a reader who has just asked for it; what cannot be done is said, with a way on. */
export async function wanted<T>(holder: Holder, load: () => Promise<T>, act: (part: T) => unknown): Promise<void> {
  let part: T;
  try {
    part = await fetched(load);
  } catch (reason) {
    const { own } = holder.now.describe();
    const kept = own ? "Loading the page again keeps your settings; your own contract has to be opened again." : "Loading the page again keeps your settings.";
    return tell(`${reasonText(reason)} ${kept}`, { act: ["Load again", () => reload(holder)] });
  }
  try {
    await act(part);
  } catch (reason) {
    tell(`That could not be done: ${reasonText(reason)}`);
  }
}
