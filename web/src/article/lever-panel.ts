// The controls of a frame: the inputs that the article wants, and the words where it wants one that there is not.
import { lever, type Lever } from "../words/lever.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe } from "../explainer/types.ts";

const restMs = 200;

export interface LeverPanel {
  fill(keys: readonly string[]): string; // once the figure is open; what of it cannot be, in words
  show(state: Describe): void;
}

export function leverPanel(place: HTMLElement, holder: Holder): LeverPanel {
  let levers: Lever[] = [];
  let timer = 0;
  const settle = (): void => {
    for (const one of place.hidden ? [] : levers) one.settle?.();
  };
  return {
    fill(keys) {
      const rows = holder.now.inputs();
      levers = keys.flatMap((key) => rows.filter((row) => row.key === key)).map((row) => lever(holder, row, { place: "panel", hasFlips: true }));
      place.replaceChildren(...levers.map(({ content }) => content));
      const unknown = keys.filter((key) => !rows.some((row) => row.key === key)).map((key) => `“${key.slice(0, 60)}”`);
      return unknown.length > 0 ? `There is no input called ${unknown.join(" or ")} to set here.` : "";
    },
    show(state) {
      for (const piece of levers) piece.show(state);
      clearTimeout(timer);
      timer = window.setTimeout(settle, restMs);
    },
  };
}
