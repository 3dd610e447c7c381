// A piece of the view in words: its content, made once, and what it does when the state changes. It holds no state of the
// model: it shows what the explainer says and asks it to change.
import { make } from "../explainer/dom.ts";
import type { Describe } from "../explainer/types.ts";

export interface Piece {
  content: HTMLElement;
  show(state: Describe): void;
}

/** A table or picture that scrolls sideways, by keyboard too. */
export function scroller(name: string, content: HTMLElement): HTMLElement {
  const place = make("div", "", "scroll");
  place.tabIndex = 0;
  place.setAttribute("role", "region");
  place.setAttribute("aria-label", name);
  place.append(content);
  return place;
}

/** A box to tick, with its words. */
export function tickBox(words: string, act: (isOn: boolean) => void): { label: HTMLLabelElement; box: HTMLInputElement } {
  const box = make("input");
  box.type = "checkbox";
  box.addEventListener("change", () => act(box.checked));
  const label = make("label", "", "choice");
  label.append(box, ` ${words}`);
  return { label, box };
}

export function pushButton(words: string, act: () => void): HTMLButtonElement {
  const button = make("button", words);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

export function listOf(lines: string[]): HTMLUListElement {
  const list = make("ul");
  list.append(...lines.map((line) => make("li", line)));
  return list;
}

/** A row of cells of which the first is a heading; `kind` th: all of them are. */
export function tableRow(cells: string[], kind: "td" | "th"): HTMLTableRowElement {
  const row = make("tr");
  cells.forEach((text, index) => {
    const cell = make(index === 0 ? "th" : kind, text);
    if (cell.localName === "th") (cell as HTMLTableCellElement).scope = kind === "th" ? "col" : "row";
    row.append(cell);
  });
  return row;
}

export function tableOf(heads: string[], rows: string[][], caption = ""): HTMLTableElement {
  const [table, head, body] = [make("table"), make("thead"), make("tbody")];
  if (caption) table.append(make("caption", caption));
  head.append(tableRow(heads, "th"));
  body.append(...rows.map((cells) => tableRow(cells, "td")));
  table.append(head, body);
  return table;
}
