// What a frame offers beyond its small figure, a button each: the full figure, and the text and controls. Open from the start is
// what the article or the link wants, and what a reader needs who cannot see the picture.
import { part } from "../explainer/dom.ts";
import { wantsText } from "../explainer/link-text.ts";
import { wordView } from "../words/word-view.ts";
import { fullFigure } from "./full-figure.ts";
import { wantsLab } from "./opening.ts";
import type { Problems } from "./problems.ts";
import type { Turns } from "./turns.ts";
import type { Wishes } from "./wishes.ts";
import type { Describe } from "../explainer/types.ts";

export interface FrameButtons {
  offer(): void; // once the figure is open; until then they are hidden
  show(state: Describe): void;
  turned(isLab: boolean): void;
  stop(): void; // nothing stands behind them any more
}

/** `turned`: the text and controls have been shown or put away. */
export function frameButtons(turns: Turns, wishes: Wishes, problem: Problems, turned: () => void): FrameButtons {
  const labButton = part("lab-toggle", HTMLButtonElement);
  const wordsButton = part("twin-toggle", HTMLButtonElement);
  const forcedColours = matchMedia("(forced-colors: active)");
  const words = wordView(part("twin", HTMLElement), wordsButton, turns, turned, { announces: true });
  const full = fullFigure(labButton, turns, problem, () => void words.setShown(true)); // a canvas has no keys
  return {
    offer() {
      labButton.hidden = forcedColours.matches;
      wordsButton.hidden = false;
      if (wishes.view === "panel" || forcedColours.matches || wantsText(location.hash)) void words.setShown(true);
      if (wantsLab(turns.now, wishes, problem)) full.open();
    },
    show: words.show,
    turned: full.turned,
    stop() {
      labButton.disabled = wordsButton.disabled = true;
    },
  };
}
