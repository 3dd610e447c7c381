// What is not as it was asked for, a line each, where it is: one thing can be mended while another is not.
import { make } from "../explainer/dom.ts";

export type ProblemKind = "engine" | "lab" | "contract" | "link" | "controls";

export function problems(place: HTMLElement): { tell(kind: ProblemKind, message: string): void } {
  const told = new Map<ProblemKind, string>();
  return {
    /** An empty message: it is mended. */
    tell(kind, message) {
      if ((told.get(kind) ?? "") === message) return;
      if (message) told.set(kind, message);
      else told.delete(kind);
      place.replaceChildren(...[...told.values()].map((line) => make("span", line)));
      place.hidden = told.size === 0;
    },
  };
}
