// Why an outcome is what it is in the month shown: the trace from input over quantity and clause to consequence, each
// line with what it rests on; and all that sets the month.
import { make } from "../explainer/dom.ts";
import { groundOf } from "./ground.ts";
import type { Piece } from "./piece.ts";
import type { Holder } from "../explainer/holder.ts";

export function reasons(holder: Holder): Piece {
  const content = make("div", "", "why");
  const asked = make("select");
  const label = make("label", "Explain ");
  const steps = make("ol", "", "events");
  const title = make("h4", "All that sets the month");
  const all = make("ul", "", "events");
  asked.append(...holder.now.words().questions.map(({ id, spelled }) => new Option(spelled, id)));
  asked.addEventListener("change", () => holder.now.ask(asked.value));
  label.append(asked);
  content.append(label, steps, title, all);
  let shown = "";
  return {
    content,
    show({ why, stretches, selected: { month } }) {
      const lines = stretches.filter(({ from, until }) => from <= month && month <= until).map(({ says }) => says);
      const now = JSON.stringify([why, lines]);
      if (shown === now) return;
      shown = now;
      asked.value = why.outcome;
      steps.replaceChildren(
        ...why.steps.map(({ says, sources, grade }) => {
          const item = make("li", says);
          if (sources.length > 0) item.append(groundOf(holder, grade, sources));
          return item;
        }),
      );
      title.hidden = lines.length === 0;
      all.replaceChildren(...lines.map((says) => make("li", says)));
    },
  };
}
