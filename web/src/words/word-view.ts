// The view in words behind its button: fetched when it is first wanted, shown and put away.
import { write } from "../explainer/dom.ts";
import { wanted } from "../explainer/fetched.ts";
import type { Twin } from "./twin.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe } from "../explainer/types.ts";

export interface WordView {
  readonly isShown: boolean;
  show(state: Describe): void;
  setShown(isShown: boolean): Promise<void>;
}

/** `turned`: it has been shown or put away. */
export function wordView(root: HTMLElement, button: HTMLButtonElement, holder: Holder, turned: () => void, options: { announces?: boolean } = {}): WordView {
  let made: Twin | undefined;
  const fetchOnce = (): Promise<void> =>
    wanted(holder, () => import("./twin.ts"), ({ twin }) => {
      made ??= twin(root, holder, options);
      made.show(holder.now.describe());
    });
  const mark = (isShown: boolean): void => {
    root.hidden = !isShown || !made;
    button.setAttribute("aria-expanded", String(isShown));
    const words = isShown ? button.dataset.hide : button.dataset.show;
    if (words) write(button, words);
  };
  const view: WordView = {
    get isShown() {
      return button.getAttribute("aria-expanded") === "true";
    },
    show: (state) => made?.show(state),
    async setShown(isShown) {
      mark(isShown);
      if (isShown && !made) await fetchOnce();
      mark(view.isShown && !!made); // it may have been put away meanwhile, and may not be to be had
      made?.setVisible(view.isShown);
      turned();
    },
  };
  button.addEventListener("click", () => void view.setShown(!view.isShown));
  return view;
}
