// The month shown: a slider over the model's months, what demand and supply are in it, and the picture's axis.
import { make, write } from "../explainer/dom.ts";
import { monthText, percentText } from "../explainer/format.ts";
import { tickBox, type Piece } from "./piece.ts";
import type { Holder } from "../explainer/holder.ts";
import type { MonthId, Row } from "../explainer/types.ts";

const monthsInYear = 12;

/** Months since the year 0. */
function countOf(month: MonthId): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return year * monthsInYear + number - 1;
}

function monthAt(count: number): MonthId {
  return `${Math.floor(count / monthsInYear)}-${String((count % monthsInYear) + 1).padStart(2, "0")}`;
}

const served = (row: Row): string => percentText(1 - row.unserved_share);

function sentence(row: Row): string {
  return (
    `In ${monthText(row.month)} demand is ${row.demand_gw.toFixed(1)} GW, of which ${served(row)} is served. ` +
    `Online: ${row.azure_gw.toFixed(1)} GW of Azure, ${row.others_gw.toFixed(1)} of others, ${row.own_gw.toFixed(1)} of OpenAI’s own.`
  );
}

export function monthShown(holder: Holder): Piece {
  const content = make("div", "", "playhead");
  const label = make("label", "Month shown");
  const range = make("input");
  const text = make("output");
  range.type = "range";
  range.id = "twin-month";
  const { first, last } = holder.now.words().months;
  [range.min, range.max] = [String(countOf(first)), String(countOf(last))];
  label.htmlFor = text.htmlFor.value = range.id;
  range.addEventListener("input", () => holder.now.select(monthAt(range.valueAsNumber)));
  const inGw = tickBox("Picture in gigawatts instead of shares of demand", (isOn) => holder.now.showInGw(isOn));
  const says = make("p", "", "month-says");
  content.append(label, range, text, inGw.label, says);
  return {
    content,
    show({ selected: { month, row }, in_gw }) {
      range.value = String(countOf(month));
      range.setAttribute("aria-valuetext", `${monthText(month)}: ${served(row)} of demand served`);
      write(text, monthText(month));
      inGw.box.checked = in_gw;
      write(says, sentence({ ...row, month }));
    },
  };
}
