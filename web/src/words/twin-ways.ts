// Ways through the view: its contents and the list of keys, folded, and any clause by its name.
import { make } from "../explainer/dom.ts";
import { showKeys } from "./keys.ts";
import { pushButton, type Piece } from "./piece.ts";

/** Where the focus goes: a heading, from which reading and tabbing go on. */
export function goTo(heading: HTMLElement): void {
  for (let fold = heading.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start", behavior: "instant" });
}

function contentsOf(sections: HTMLElement[]): HTMLElement {
  const contents = make("details", "", "contents");
  const list = make("ul");
  for (const section of sections) {
    const heading = section.querySelector("h3");
    if (!heading) continue;
    const link = make("a", heading.textContent ?? "");
    link.href = `#${section.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault(); // the address holds the state
      goTo(heading);
    });
    const item = make("li");
    item.append(link);
    list.append(item);
  }
  const keys = make("li");
  keys.append(pushButton("Keys", showKeys));
  list.append(keys);
  contents.append(make("summary", "Contents and keys"), list);
  return contents;
}

export function ways(sections: HTMLElement[], headingOf: (clause: string) => HTMLElement | undefined): Piece {
  const content = make("nav", "", "ways");
  content.setAttribute("aria-label", "Contents of the view in text");
  const clause = make("select");
  const label = make("label", "Clause ");
  const go = (): void => {
    const heading = headingOf(clause.value);
    if (heading) goTo(heading);
  };
  label.append(clause);
  content.append(contentsOf(sections), label, pushButton("Go to it", go));
  let told = "";
  return {
    content,
    show({ clauses }) {
      const now = clauses.map(({ id, called }) => `${id} ${called}`).join("\n");
      if (now === told) return;
      told = now;
      const before = clause.value;
      clause.replaceChildren(...clauses.map(({ id, called }) => new Option(called, id)));
      if (clauses.some(({ id }) => id === before)) clause.value = before;
    },
  };
}
