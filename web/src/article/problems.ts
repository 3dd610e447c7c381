// What is not as it was asked for, a line each, where it is: one thing can be mended while another is not.
import { make } from "../explainer/dom.ts";
import { button } from "../explainer/told.ts";
import type { WayOn } from "../explainer/fetched.ts";

export type ProblemKind = "engine" | "lab" | "contract" | "chapter" | "link" | "controls" | "view" | "accent";

function line(message: string, on?: WayOn): HTMLElement {
  const whole = make("span", [message, on?.says].filter(Boolean).join(" "));
  if (on) whole.append(" ", button(...on.act));
  return whole;
}

export interface Problems {
  tell(kind: ProblemKind, message: string, on?: WayOn): void; // an empty message: it is mended
}

export function problems(place: HTMLElement): Problems {
  const told = new Map<ProblemKind, HTMLElement>();
  return {
    tell(kind, message, on) {
      const now = line(message, on);
      if ((told.get(kind)?.textContent ?? "") === now.textContent) return;
      if (message) told.set(kind, now);
      else told.delete(kind);
      place.replaceChildren(...told.values());
      place.hidden = told.size === 0;
    },
  };
}
