// "What changed": for as long as it is held, by a hand or a key, the stage shows the last step again; pressed, it is said.
import { wholeOf } from "./response.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe } from "../explainer/types.ts";

const keys = [" ", "Enter"];

export function bindReplay(button: HTMLButtonElement, holder: Holder, say: (text: string) => void): { show(state: Describe): void } {
  const can = (): boolean => button.getAttribute("aria-disabled") !== "true";
  const hold = (isHeld: boolean): void => holder.now.replay?.(isHeld && can());
  button.addEventListener("pointerdown", () => hold(true));
  button.addEventListener("keydown", ({ key, repeat }) => keys.includes(key) && !repeat && hold(true));
  button.addEventListener("keyup", ({ key }) => keys.includes(key) && hold(false));
  for (const end of ["pointerup", "pointercancel", "pointerleave", "blur"] as const) button.addEventListener(end, () => hold(false));
  button.addEventListener("click", () => can() && say(wholeOf(holder.now.lastStep())));
  return {
    show: ({ can_undo }) => button.setAttribute("aria-disabled", String(!can_undo)), // which keeps the focus
  };
}
