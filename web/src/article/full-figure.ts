// The full figure behind its button, which says what pressing it leads to.
import { write } from "../explainer/dom.ts";
import type { Problems } from "./problems.ts";
import type { Turns } from "./turns.ts";

export interface FullFigure {
  open(): void;
  turned(isLab: boolean): void;
}

/** `begun`: the lab is open, in whatever way it was asked for. */
export function fullFigure(button: HTMLButtonElement, turns: Turns, problem: Problems, begun: () => void): FullFigure {
  const open = (): void => {
    button.setAttribute("aria-busy", "true"); // not disabled: it keeps the focus
    problem.tell("lab", "");
    void turns.openLab().then(() => {
      button.removeAttribute("aria-busy");
      if (turns.isLab) begun();
    });
  };
  button.addEventListener("click", () => (turns.isLab ? turns.closeLab() : open()));
  return { open, turned: (isLab) => write(button, isLab ? "Small figure" : "Full figure") };
}
