// The explainer as text and native controls: everything that the canvas shows and more, for keyboards, screen readers
// and browsers that cannot draw it. It holds no state: it shows what the explainer says and asks it to change.
import { make, write } from "../explainer/dom.ts";
import { bindDeal, dealPlaces } from "./deal.ts";
import { levers } from "./levers.ts";
import { listClauses } from "./twin-clauses.ts";
import { desk } from "./twin-desk.ts";
import { listDisputes } from "./twin-disputes.ts";
import { figures } from "./twin-figures.ts";
import { history, warnings } from "./twin-history.ts";
import { monthShown } from "./twin-month.ts";
import { pinned, standing } from "./twin-state.ts";
import { allTables } from "./twin-tables.ts";
import { explainTerms } from "./twin-terms.ts";
import { ways } from "./twin-ways.ts";
import { reasons } from "./twin-why.ts";
import { years } from "./twin-years.ts";
import type { Piece } from "./piece.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe } from "../explainer/types.ts";

const restMs = 120; // figures and tables follow a drag at this pace

export interface Twin {
  show(state: Describe): void; // cheap while hidden
  setVisible(isVisible: boolean): void;
}

// What the deal comes to beside the headline: the AGI clause, and money.
function outcomeSentences(): Piece {
  const content = make("div");
  const [agi, money] = [make("p", "", "agi-says"), make("p", "", "money-says")];
  content.append(agi, money);
  const show = ({ agi_sentence, money_sentence }: Describe): void => {
    write(agi, agi_sentence);
    write(money, money_sentence);
  };
  return { content, show };
}

function section(id: string, heading: string, ...contents: HTMLElement[]): HTMLElement {
  const whole = make("section");
  whole.id = `twin-${id}`;
  whole.append(make("h3", heading), ...contents);
  return whole;
}

/** Fills `root` with the whole view, one level under its own heading; `announces` what nothing else on the page does. */
export function twin(root: HTMLElement, holder: Holder, { announces = false } = {}): Twin {
  const pictures = figures(holder);
  const numbers = years();
  const [month, outcomes, warned, why] = [monthShown(holder), outcomeSentences(), warnings(), reasons(holder)];
  const [rows, told, files] = [levers(holder), allTables(holder), desk(holder, announces)];
  const [clauses, disputes, events] = [listClauses(holder), listDisputes(holder), history()];
  // On the page they stand above the view, in an article's frame inside it.
  const deal = root.contains(document.getElementById("deal")) ? bindDeal(dealPlaces(), holder) : undefined;
  const shown = make("div", "", "shown");
  shown.append(pictures.content, month.content, outcomes.content, warned.content);
  const [now, stage] = [standing(), pinned(holder)];
  const sections = [
    section("levers", "Every number you can set", rows.content),
    section("month-shown", "What happens", shown),
    section("why", "Why, in that month", why.content),
    section("clauses", "The clauses", clauses.content),
    section("disputes", "Where the sources disagree", disputes.content),
    section("events", "What happens when", events.content),
    section("years", "Year by year", numbers.content),
    section("sure", "How sure, and compared with what", told.content),
    section("files", "To keep and to check", files.content),
  ];
  const through = ways(sections, clauses.headingOf);
  root.append(now.content, stage.content, through.content, ...sections);

  let isVisible = false;
  let latest: Describe | undefined;
  let timer = 0;
  let filled = ""; // the run that events and table show
  let explained = ""; // the contract whose terms are explained: nothing moves under a hand

  function follow(state: Describe): void {
    for (const piece of [now, stage, through, rows, month, files, why, warned, told, outcomes]) piece.show(state);
    deal?.show(state);
  }
  function explain({ contract }: Describe): void {
    if (explained === contract) return;
    explained = contract;
    explainTerms([...(Array.from(rows.content.children) as HTMLElement[]), ...sections.slice(1)]);
  }
  function settle(): void {
    timer = 0;
    if (!latest) return;
    clauses.show(latest);
    disputes.show(latest);
    pictures.render();
    stage.render();
    rows.settle();
    explain(latest);
    if (filled === latest.fingerprint + latest.contract) return;
    filled = latest.fingerprint + latest.contract;
    events.show(latest);
    numbers.show(holder.now.rows());
  }
  return {
    show(state) {
      latest = state;
      if (!isVisible) return;
      follow(state);
      timer ||= window.setTimeout(settle, restMs);
    },
    setVisible(next) {
      isVisible = next;
      if (!isVisible || !latest) return;
      follow(latest);
      settle();
    },
  };
}
