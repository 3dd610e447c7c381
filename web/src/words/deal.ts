// Which contract, and the way back: a select of the shipped deals, undo, redo and reset. On the page they stand under the
// figure, in an article's frame in its view in words.
import { part, write } from "../explainer/dom.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe } from "../explainer/types.ts";

export interface Deal {
  show(state: Describe): void;
}

interface Places {
  deal: HTMLSelectElement; // holds the shipped ones
  undo: HTMLButtonElement;
  redo: HTMLButtonElement;
  reset: HTMLButtonElement;
}

/** As the HTML of page and frame names them. */
export function dealPlaces(): Places {
  const button = (id: string): HTMLButtonElement => part(id, HTMLButtonElement);
  return { deal: part("deal", HTMLSelectElement), undo: button("undo"), redo: button("redo"), reset: button("reset") };
}

// A button that can do nothing keeps the focus, so it is marked and not disabled.
function allow(button: HTMLButtonElement, can: boolean): void {
  button.setAttribute("aria-disabled", String(!can));
}

export function bindDeal({ deal, undo, redo, reset }: Places, holder: Holder): Deal {
  const own = new Option("", "own"); // no shipped deal's id
  // A contract of the reader's own has a place in the list as long as it is the one shown.
  const mark = (state: Describe): void => {
    if (state.own) {
      write(own, state.contract_title);
      deal.append(own);
    } else own.remove();
    deal.value = state.own ? own.value : state.contract;
  };
  deal.addEventListener("change", () => {
    if (deal.value !== own.value && !holder.now.pick(deal.value).ok) mark(holder.now.describe());
  });
  const press = (button: HTMLButtonElement, act: () => void): void =>
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") act();
    });
  press(undo, () => holder.now.undo());
  press(redo, () => holder.now.redo());
  press(reset, () => holder.now.reset());
  return {
    show(state) {
      allow(undo, state.can_undo);
      allow(redo, state.can_redo);
      mark(state);
    },
  };
}
