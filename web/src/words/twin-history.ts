// What happens when, and where inputs leave what the facts support: two lists.
import { make } from "../explainer/dom.ts";
import { monthText } from "../explainer/format.ts";
import type { Piece } from "./piece.ts";
import type { Event } from "../explainer/types.ts";

function eventLine({ month, says }: Event): HTMLLIElement {
  const item = make("li");
  item.append(make("b", monthText(month)), " ", says);
  return item;
}

export function history(): Piece {
  const content = make("ol", "", "events");
  return { content, show: ({ events }) => content.replaceChildren(...events.map(eventLine)) };
}

/** With what would mend it. */
export function warnings(): Piece {
  const content = make("ul", "", "events warnings");
  content.hidden = true;
  return {
    content,
    show({ warnings: all }) {
      const lines = all.map(({ says, mend }) => `${says} ${mend}`);
      if (content.textContent === lines.join("")) return;
      content.replaceChildren(...lines.map((words) => make("li", words)));
      content.hidden = lines.length === 0;
    },
  };
}
