// The account's link to another deal, and back to the one that the page opens with.
import { part, write } from "../explainer/dom.ts";
import type { Figure } from "./figure.ts";
import type { Describe } from "../explainer/types.ts";

export function dealSwitch(figure: Figure): { show(state: Describe): void } {
  const link = part("other", HTMLAnchorElement);
  const there = link.textContent ?? "";
  const { pick: other = "", back = "" } = link.dataset;
  const first = part("deal", HTMLSelectElement).options[0]?.value ?? "";
  const isFirst = ({ contract, own }: Describe): boolean => contract === first && !own;
  link.addEventListener("click", (event) => {
    if (!figure.opened) return; // the address then says which deal to open
    event.preventDefault();
    figure.opened.pick(isFirst(figure.opened.describe()) ? other : first);
  });
  return { show: (state) => write(link, isFirst(state) ? there : back) };
}
