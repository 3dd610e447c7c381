// The month shown: a slider over the model's months, what demand and supply are in it, and the picture's axis.
import { make, write } from "../explainer/dom.ts";
import { monthText } from "../explainer/format.ts";
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

// What is online is in the picture and in no sentence of the explainer.
function online(row: Row): string {
  return `Online: ${row.azure_gw.toFixed(1)} GW of Azure, ${row.others_gw.toFixed(1)} of others, ${row.own_gw.toFixed(1)} of OpenAI’s own.`;
}

export function monthShown(holder: Holder): Piece {
  const content = make("div", "", "playhead");
  const label = make("label", "Month shown");
  const range = make("input");
  const text = make("span", "", "month"); // heard as the slider's value
  text.setAttribute("aria-hidden", "true");
  range.type = "range";
  range.id = "twin-month";
  const { first, last } = holder.now.words().months;
  [range.min, range.max] = [String(countOf(first)), String(countOf(last))];
  label.htmlFor = range.id;
  const choose = (count: number): void => void holder.now.select(monthAt(Math.min(countOf(last), Math.max(countOf(first), count))));
  range.addEventListener("input", () => choose(range.valueAsNumber));
  range.addEventListener("keydown", (event) => {
    const years = event.key === "PageUp" ? 1 : event.key === "PageDown" ? -1 : 0;
    if (years === 0) return;
    event.preventDefault();
    choose(range.valueAsNumber + years * monthsInYear);
  });
  const inGw = tickBox("Picture in gigawatts instead of shares of demand", (isOn) => holder.now.showInGw(isOn));
  const says = make("p", "", "month-says");
  content.append(label, range, text, inGw.label, says);
  return {
    content,
    show({ selected: { month, row, says: told }, in_gw }) {
      range.value = String(countOf(month));
      range.setAttribute("aria-valuetext", monthText(month));
      write(text, monthText(month));
      inGw.box.checked = in_gw;
      write(says, `${told[0]} ${told[1]} ${online(row)}`);
    },
  };
}
