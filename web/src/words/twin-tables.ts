// What the lab tells in tables: how sure, what would change it, what clauses are worth, other deals, what is known. It
// takes a thousand runs, so it is worked out only while it is unfolded, and when nothing has moved for a while.
import { make } from "../explainer/dom.ts";
import type { Describe, Explainer, Table } from "../explainer/types.ts";

const restMs = 500;

function line(cells: string[], kind: "td" | "th"): HTMLTableRowElement {
  const row = make("tr");
  row.append(
    ...cells.map((text, index) => {
      const cell = make(index === 0 ? "th" : kind, text);
      if (cell instanceof HTMLTableCellElement && cell.localName === "th") cell.scope = kind === "th" ? "col" : "row";
      return cell;
    }),
  );
  return row;
}

function section({ title, note, heads, rows }: Table): HTMLElement {
  const whole = make("div", "", "told");
  whole.append(make("h4", title));
  if (note) whole.append(make("p", note));
  if (rows.length === 0) {
    whole.append(make("p", "Nothing."));
    return whole;
  }
  const [head, body] = [make("thead"), make("tbody")];
  head.append(line(heads, "th"));
  body.append(...rows.map((cells) => line(cells, "td")));
  const table = make("table");
  table.append(head, body);
  const scroll = make("div", "", "scroll");
  scroll.tabIndex = 0; // scrolls sideways by keyboard
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", title);
  scroll.append(table);
  whole.append(scroll);
  return whole;
}

export function allTables(explainer: Explainer): { content: HTMLElement; show(state: Describe): void } {
  const content = make("div", "", "tables");
  const keep = make("input");
  keep.type = "checkbox";
  keep.addEventListener("change", () => explainer.pin(keep.checked));
  const label = make("label", "", "choice");
  label.append(keep, " Keep this state as A, and compare what follows with it");
  const fold = make("details");
  const place = make("div");
  fold.append(make("summary", "Worked out from 1,000 runs: chances, ranges, tipping points, what each clause is worth, other deals, what is known"), place);
  content.append(label, fold);

  let timer = 0;
  let wanted = "";
  let shown = "";
  const fill = async (): Promise<void> => {
    if (!fold.open || shown === wanted) return;
    shown = wanted;
    if (!place.firstChild) place.textContent = "Being worked out …";
    try {
      const { tablesOf } = await import("./tables.ts");
      place.replaceChildren(...(await tablesOf(explainer)).map(section));
    } catch (reason) {
      shown = "";
      place.textContent = `The tables could not be fetched: ${reason instanceof Error ? reason.message : String(reason)}`;
    }
  };
  fold.addEventListener("toggle", () => void fill());
  return {
    content,
    show(state) {
      keep.checked = state.pinned;
      wanted = [state.fingerprint, state.link, state.pinned, state.contract, state.why.outcome].join(" ");
      clearTimeout(timer);
      timer = window.setTimeout(() => void fill(), restMs);
    },
  };
}
