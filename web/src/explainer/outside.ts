// `window.firstRefusal`: for other scripts, tests and the curious. It answers; it never throws and never clamps.
import { reasonText } from "./told.ts";
import type { Answer, FirstRefusal, Explainer } from "./types.ts";

const notReady: Answer = { ok: false, error: "The figure is not ready yet, or cannot run in this browser." };

function attempt(act: () => Answer | void): Answer {
  try {
    return act() ?? { ok: true };
  } catch (reason) {
    return { ok: false, error: reasonText(reason) };
  }
}

export function outside(lab: () => Explainer | undefined): FirstRefusal {
  const ask = (act: (lab: Explainer) => Answer | void): Answer => {
    const opened = lab();
    return opened ? attempt(() => act(opened)) : notReady;
  };
  const refused = (what: string): Answer => ({ ok: false, error: what });
  return {
    describe() {
      try {
        return lab()?.describe() ?? null;
      } catch {
        return null;
      }
    },
    set: (key, value) =>
      ask((it) => {
        if (typeof key !== "string") return refused("The key of an input must be text, such as “demand.growth”.");
        if (typeof value !== "number" && typeof value !== "string") return refused("A value must be a number or text.");
        return it.set(key, value);
      }),
    pick: (contract) =>
      ask((it) => (typeof contract === "string" ? it.pick(contract) : refused("The contract must be given by its id, as text."))),
    chapter: (which) =>
      ask((it) => {
        if (typeof which !== "string" && typeof which !== "number") return refused("A chapter must be given by its id or its number.");
        return it.chapter(which);
      }),
    undo: () => ask((it) => it.undo()),
    redo: () => ask((it) => it.redo()),
    reset: () => ask((it) => it.reset()),
  };
}
