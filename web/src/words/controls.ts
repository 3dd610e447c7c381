// The native controls under the figure: the same hero input, contract and undo as on the canvas, for keyboard, screen
// reader and exact values. They hold no state: they show what the lab says and ask it to change.
import { bindDeal, dealPlaces } from "./deal.ts";
import { part, write } from "../explainer/dom.ts";
import { bindNumber } from "./number.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe } from "../explainer/types.ts";

export interface Controls {
  ready(holder: Holder): void;
  show(state: Describe): void;
  explain(why: string): void; // why they do nothing
}

export function controls(): Controls {
  const group = part("controls", HTMLFieldSetElement);
  const note = part("controls-note", HTMLParagraphElement);
  let parts: { show(state: Describe): void }[] = [];
  return {
    ready(holder) {
      const row = holder.now.inputs().find(({ key }) => key === group.dataset.input);
      if (!row) throw new Error(`the lab has no input ${group.dataset.input}`);
      const places = {
        range: part("hero", HTMLInputElement),
        exact: part("exact", HTMLInputElement),
        error: part("exact-error", HTMLParagraphElement),
      };
      parts = [bindDeal(dealPlaces(), holder), bindNumber(places, row, holder)];
      write(part("hero-label", HTMLLabelElement), row.label);
      write(part("exact-label", HTMLLabelElement), `${row.label}, exact value`);
      write(part("exact-unit", HTMLSpanElement), row.unit);
      write(note, "");
      group.disabled = false;
    },
    show(state) {
      for (const one of parts) one.show(state);
      write(note, state.own ? "This contract is your own: it does not travel in the link." : "");
    },
    explain(why) {
      group.disabled = true;
      write(note, why);
    },
  };
}
