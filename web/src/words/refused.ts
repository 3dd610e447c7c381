// The figure shows what is wrong with a file, under the contract's name; here it is for those who hear it, once.
import { make } from "../explainer/dom.ts";
import { listOf } from "./piece.ts";
import type { Describe } from "../explainer/types.ts";

const mostHeard = 6;

export function refusals(place: HTMLElement): { show(state: Describe): void } {
  let heard = "";
  return {
    show({ refused }) {
      const now = JSON.stringify(refused);
      if (now === heard) return;
      heard = now;
      place.replaceChildren();
      if (!refused) return;
      const { name, problems } = refused;
      const more = problems.length - mostHeard;
      const lines = [...problems.slice(0, mostHeard), ...(more > 0 ? [`and ${more} more`] : [])];
      place.append(make("p", `${name} was not opened; the deal before it still runs.`), listOf(lines));
    },
  };
}
