// The explainer as text and native controls: everything that the canvas shows and more, for keyboards, screen readers
// and browsers that cannot draw it. It holds no state: it shows what the explainer says and asks it to change.
import { listClauses } from "./twin-clauses.ts";
import { bindDeal, dealPlaces } from "./deal.ts";
import { isDark, make, write } from "../explainer/dom.ts";
import { listDisputes } from "./twin-disputes.ts";
import { monthText, percentText } from "../explainer/format.ts";
import { levers } from "./levers.ts";
import { allTables } from "./twin-tables.ts";
import { reasons } from "./twin-why.ts";
import type { Describe, Explainer, FigureKind, Kept, MonthId, Row } from "../explainer/types.ts";

const restMs = 120; // figures and tables follow a drag at this pace

export interface Twin {
  show(state: Describe): void; // cheap while hidden
  setVisible(isVisible: boolean): void;
}

interface Block {
  heading: string;
  content: HTMLElement;
}

function section({ heading, content }: Block): HTMLElement {
  const whole = make("section");
  whole.append(make("h3", heading), content);
  return whole;
}

/** A figure as SVG. Its text is text: it is parsed as XML and never as a page's markup. */
export function drawn(explainer: Explainer, kind: FigureKind, width: number, height: number): Element | undefined {
  const text = explainer.figure(kind, Math.max(260, Math.round(width)), height, isDark());
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  return parsed.localName === "svg" ? document.importNode(parsed, true) : undefined;
}

function figures(explainer: Explainer): { content: HTMLElement; render(): void } {
  const content = make("div", "", "figures");
  const places = (["capacity", "strip", "agi"] as const).map((kind) => {
    const place = make("div", "", "svg");
    place.dataset.figure = kind;
    return { kind, place };
  });
  content.append(...places.map(({ place }) => place));
  const render = (): void => {
    const width = content.clientWidth;
    if (width === 0) return;
    for (const { kind, place } of places) {
      const svg = drawn(explainer, kind, width, width >= 620 ? 372 : 380);
      if (svg) place.replaceChildren(svg);
    }
  };
  new ResizeObserver(() => requestAnimationFrame(render)).observe(content);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
  return { content, render };
}

const columns: [string, (row: Row) => string][] = [
  ["Demand, GW", (row) => row.demand_gw.toFixed(1)],
  ["Online, GW", (row) => row.online_gw.toFixed(1)],
  ["Not served", (row) => percentText(row.unserved_share)],
  ["Months behind", (row) => String(Math.round(row.months_behind))],
  ["Azure’s share", (row) => percentText(row.azure_share)],
  ["Revenue, $bn a year", (row) => row.revenue_bn_per_year.toFixed(0)],
  ["Profit so far, $bn", (row) => row.cumulative_profit_bn.toFixed(0).replace("-", "−")],
];

function cells(row: Row): HTMLTableRowElement {
  const line = make("tr");
  const head = make("th", row.month.slice(0, 4));
  head.scope = "row";
  line.append(head, ...columns.map(([, value]) => make("td", value(row))));
  return line;
}

function table(): { content: HTMLElement; show(rows: Row[]): void } {
  const body = make("tbody");
  const head = make("tr");
  for (const title of ["Year", ...columns.map(([title]) => title)]) {
    const cell = make("th", title);
    cell.scope = "col";
    head.append(cell);
  }
  const top = make("thead");
  top.append(head);
  const whole = make("table");
  whole.append(make("caption", "As of each December; revenue at the rate of that month."), top, body);
  const content = make("div", "", "scroll");
  content.tabIndex = 0; // scrolls sideways by keyboard
  content.setAttribute("role", "region");
  content.setAttribute("aria-label", "Numbers at the end of each year");
  content.append(whole);
  return {
    content,
    show: (rows) => body.replaceChildren(...rows.filter(({ month }) => month.endsWith("-12")).map(cells)),
  };
}

function monthOf(index: number): MonthId {
  return `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

function playhead(explainer: Explainer): { content: HTMLElement; show(state: Describe): void } {
  const content = make("div", "", "playhead");
  const label = make("label", "Month shown");
  const range = make("input");
  const text = make("output");
  range.type = "range";
  range.id = "twin-month";
  range.min = "0";
  range.max = "143";
  label.htmlFor = text.htmlFor.value = range.id;
  range.addEventListener("input", () => explainer.select(monthOf(range.valueAsNumber)));
  const gigawatts = make("input");
  gigawatts.type = "checkbox";
  gigawatts.addEventListener("change", () => explainer.showInGw(gigawatts.checked));
  const choice = make("label", "", "choice");
  choice.append(gigawatts, " Picture in gigawatts instead of shares of demand");
  const says = make("p", "", "month-says");
  content.append(label, range, text, choice, says);
  return {
    content,
    show({ selected: { month, row }, in_gw }) {
      const [year = 2024, number = 1] = month.split("-").map(Number);
      range.value = String((year - 2024) * 12 + number - 1);
      range.setAttribute("aria-valuetext", `${monthText(month)}: ${percentText(1 - row.unserved_share)} of demand served`);
      write(text, monthText(month));
      gigawatts.checked = in_gw;
      write(
        says,
        `In ${monthText(month)} demand is ${row.demand_gw.toFixed(1)} GW, of which ${percentText(1 - row.unserved_share)} is served. ` +
          `Online: ${row.azure_gw.toFixed(1)} GW of Azure, ${row.others_gw.toFixed(1)} of others, ${row.own_gw.toFixed(1)} of OpenAI’s own.`,
      );
    },
  };
}

// Where inputs leave what the facts support, and what would mend it.
function warnings(): { content: HTMLElement; show(state: Describe): void } {
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

const kept: [Kept, string][] = [
  ["link", "Copy a link to this state"],
  ["png", "Picture as PNG"],
  ["svg", "Picture as SVG"],
  ["csv", "All months as CSV"],
  ["contract", "Contract as JSON"],
  ["receipt", "Receipt: this state, to be checked by anyone"],
];
const firstProblems = 6;

// What is wrong with the last file. The page announces it; where nobody else does, this does.
function refusal(explainer: Explainer, announces: boolean): { content: HTMLElement; show(state: Describe): void } {
  const content = make("div", "", "refusal");
  if (announces) content.setAttribute("role", "alert");
  let told = "";
  return {
    content,
    show({ refused }) {
      const now = JSON.stringify(refused);
      if (now === told) return;
      told = now;
      content.replaceChildren();
      if (!refused) return;
      const list = (problems: string[]): HTMLUListElement => {
        const made = make("ul");
        made.append(...problems.map((problem) => make("li", problem)));
        return made;
      };
      const { name, problems } = refused;
      content.append(make("p", `${name} was not opened; the deal before it still runs.`), list(problems.slice(0, firstProblems)));
      if (problems.length > firstProblems) {
        const rest = make("details");
        rest.append(make("summary", `${problems.length - firstProblems} more`), list(problems.slice(firstProblems)));
        content.append(rest);
      }
      const dismiss = make("button", "Dismiss");
      dismiss.type = "button";
      dismiss.addEventListener("click", () => explainer.dismiss());
      content.append(dismiss);
    },
  };
}

// What is done with files is fetched when it is first wanted.
function files(explainer: Explainer, announces: boolean): { content: HTMLElement; show(state: Describe): void } {
  const content = make("div", "", "files");
  const label = make("label", "Open a contract of your own ");
  const input = make("input");
  const own = make("p", "", "own");
  const problems = refusal(explainer, announces);
  input.type = "file";
  input.accept = ".json,application/json";
  label.append(input);
  input.addEventListener("change", () => {
    void import("./files.ts").then(async ({ take }) => {
      if (input.files) await take(explainer, input.files);
      input.value = ""; // the same file may be chosen again, mended
    });
  });
  content.append(
    ...kept.map(([kind, title]) => {
      const button = make("button", title);
      button.type = "button";
      button.addEventListener("click", () => void import("./files.ts").then(({ keep }) => keep(explainer, kind)));
      return button;
    }),
    label,
    own,
    problems.content,
  );
  return {
    content,
    show(state) {
      write(own, state.own ? `“${state.contract_title}” is a contract of your own: it does not travel in the link.` : "");
      problems.show(state);
    },
  };
}

function events(): { content: HTMLElement; show(state: Describe): void } {
  const content = make("ol", "", "events");
  const line = (month: MonthId, says: string): HTMLLIElement => {
    const item = make("li");
    item.append(make("b", monthText(month)), " ", says);
    return item;
  };
  return {
    content,
    show: (state) => content.replaceChildren(...state.events.map(({ month, says }) => line(month, says))),
  };
}

/** Fills `root` with the whole view, one level under its own heading; `announces` what nothing else on the page does. */
export function twin(root: HTMLElement, explainer: Explainer, { announces = false } = {}): Twin {
  const pictures = figures(explainer);
  const month = playhead(explainer);
  const rows = levers(explainer);
  const clauses = listClauses(explainer);
  const disputes = listDisputes(explainer);
  const history = events();
  const numbers = table();
  const desk = files(explainer, announces);
  const agi = make("p", "", "agi-says");
  const why = reasons(explainer);
  const warned = warnings();
  const told = allTables(explainer);
  // On the page they stand above the view, in an article's frame inside it.
  const deal = root.contains(document.getElementById("deal")) ? bindDeal(dealPlaces(), explainer) : undefined;
  const shown = make("div", "", "shown");
  shown.append(pictures.content, month.content, agi, warned.content);
  const blocks: Block[] = [
    { heading: "What happens", content: shown },
    { heading: "Why, in that month", content: why.content },
    { heading: "Every number you can set", content: rows.content },
    { heading: "The clauses", content: clauses.content },
    { heading: "Where the sources disagree", content: disputes.content },
    { heading: "What happens when", content: history.content },
    { heading: "Year by year", content: numbers.content },
    { heading: "How sure, and compared with what", content: told.content },
    { heading: "To keep and to check", content: desk.content },
  ];
  root.append(...blocks.map(section));

  let isVisible = false;
  let latest: Describe | undefined;
  let timer = 0;
  let filled = ""; // the run that figures, table and events show

  function follow(state: Describe): void {
    rows.show(state);
    month.show(state);
    desk.show(state);
    why.show(state);
    warned.show(state);
    told.show(state);
    deal?.show(state);
    write(agi, state.agi_sentence);
  }
  function settle(): void {
    timer = 0;
    if (!latest) return;
    clauses.show(latest);
    disputes.show(latest);
    pictures.render();
    if (filled === latest.fingerprint + latest.contract) return;
    filled = latest.fingerprint + latest.contract;
    history.show(latest);
    numbers.show(explainer.rows());
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
