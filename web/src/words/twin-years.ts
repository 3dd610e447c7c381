// The numbers of each December in a table.
import { make } from "../explainer/dom.ts";
import { percentText } from "../explainer/format.ts";
import { scroller, tableOf, tableRow } from "./piece.ts";
import type { Row } from "../explainer/types.ts";

const columns: [string, (row: Row) => string][] = [
  ["Demand, GW", (row) => row.demand_gw.toFixed(1)],
  ["Online, GW", (row) => row.online_gw.toFixed(1)],
  ["Not served", (row) => percentText(row.unserved_share)],
  ["Months behind", (row) => String(Math.round(row.months_behind))],
  ["On Azure", (row) => percentText(row.azure_share)],
  ["Revenue, $bn a year", (row) => row.revenue_bn_per_year.toFixed(0)],
  ["Profit so far, $bn", (row) => row.cumulative_profit_bn.toFixed(0).replace("-", "−")],
];

const cells = (row: Row): string[] => [row.month.slice(0, 4), ...columns.map(([, value]) => value(row))];

export function years(): { content: HTMLElement; show(rows: Row[]): void } {
  const table = tableOf(["Year", ...columns.map(([title]) => title)], [], "As of each December; revenue at the rate of that month.");
  const body = table.tBodies[0] ?? make("tbody");
  return {
    content: scroller("Numbers at the end of each year", table),
    show: (rows) =>
      body.replaceChildren(...rows.filter(({ month }) => month.endsWith("-12")).map((row) => tableRow(cells(row), "td"))),
  };
}
