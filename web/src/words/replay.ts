// "What changed": for as long as it is held, by a hand or a key, the stage shows the last step again; pressed, it is said. Where
// no stage is drawn there is nothing to show again.
import { wholeOf } from "./response.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe } from "../explainer/types.ts";

const keys = [" ", "Enter"];

export function bindReplay(button: HTMLButtonElement, holder: Holder, say: (text: string) => void): { show(state: Describe): void } {
  let can = false;
  const hold = (isHeld: boolean): void => {
    if (can) holder.now.replay?.(isHeld);
  };
  button.addEventListener("pointerdown", () => hold(true));
  button.addEventListener("keydown", (event) => {
    if (!keys.includes(event.key)) return;
    if (event.repeat) event.preventDefault(); // a held Enter would press it again and again
    else hold(true);
  });
  button.addEventListener("keyup", ({ key }) => keys.includes(key) && hold(false));
  for (const end of ["pointerup", "pointercancel", "pointerleave", "blur"] as const) button.addEventListener(end, () => hold(false));
  button.addEventListener("click", () => can && say(wholeOf(holder.now.lastStep())));
  return {
    show({ can_undo }) {
      can = can_undo;
      button.hidden = holder.now.replay === undefined;
      button.setAttribute("aria-disabled", String(!can)); // which keeps the focus
    },
  };
}
