// The list of every statement behind the contract on screen and the numbers that can be set. The statements are a file
// of their own, fetched when a reader first opens the list.
import factsAddress from "@generated/facts.json?url";
import { make, part, write } from "../explainer/dom.ts";
import { dateText } from "../explainer/format.ts";
import { fetched } from "../explainer/fetched.ts";
import { reasonText } from "../explainer/told.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe, InputRow } from "../explainer/types.ts";

export interface Fact {
  id: string;
  date: string;
  says: string;
  grade: string;
  source: { publisher: string; url: string } | null;
}

function fetchFacts(): Promise<Fact[]> {
  return fetched(async () => {
    const answer = await fetch(factsAddress);
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return (await answer.json()) as Fact[];
  });
}

let asked: Promise<Fact[]> | undefined;

/** Every statement, fetched once; asked again after a failure. */
export function allFacts(): Promise<Fact[]> {
  asked ??= fetchFacts().catch((reason: unknown) => {
    asked = undefined;
    throw reason;
  });
  return asked;
}

// The statements that the story and the points beside it cite: what is known without the lab.
function citedByPoints(): Set<string> {
  const places = document.querySelectorAll<HTMLElement>("[data-fact]");
  return new Set(Array.from(places, (place) => place.dataset.fact ?? ""));
}

function cited(state: Describe | undefined, inputs: InputRow[]): Set<string> {
  const ids = citedByPoints();
  for (const clause of state?.clauses ?? []) for (const id of clause.sources) ids.add(id);
  for (const event of state?.events ?? []) if (event.fact) ids.add(event.fact);
  for (const input of inputs) for (const id of input.facts) ids.add(id);
  return ids;
}

function gradeWord(grade: string): string {
  return document.querySelector(`dt[data-grade="${CSS.escape(grade)}"]`)?.textContent?.toLowerCase() ?? grade;
}

function origin({ source, grade }: Fact): HTMLElement {
  if (!source) return make("span", grade === "derived" ? "(our arithmetic)" : "(no public address)");
  const link = make("a", source.publisher);
  link.href = source.url;
  link.target = "_blank";
  link.rel = "noopener";
  return link;
}

function line(fact: Fact): HTMLLIElement {
  const item = make("li");
  item.append(make("span", dateText(fact.date), "date"), " ", fact.says, " ", origin(fact), " ");
  item.append(make("span", gradeWord(fact.grade), "grade"));
  return item;
}

export function sources(holder: Holder): { show(state: Describe): void } {
  const details = part("sources", HTMLDetailsElement);
  const list = part("sources-list", HTMLOListElement);
  const status = part("sources-state", HTMLParagraphElement);
  let state: Describe | undefined;
  let inputs: InputRow[] | undefined; // once there is a state
  let listed = "";

  async function render(): Promise<void> {
    if (!details.open) return;
    const all = await allFacts();
    const ids = cited(state, inputs ?? []);
    const chosen = all.filter((fact) => ids.has(fact.id)).sort((a, b) => a.date.localeCompare(b.date));
    const now = chosen.map((fact) => fact.id).join();
    if (now === listed) return;
    listed = now;
    list.replaceChildren(...chosen.map(line));
    write(status, `${chosen.length} statements, oldest first.`);
  }

  function update(): void {
    render().catch((reason: unknown) => {
      write(status, `There is no list now. ${reasonText(reason)} Close and open it to try again, or load the page again.`);
    });
  }

  details.addEventListener("toggle", update);
  return {
    show(next) {
      const isSame = inputs && state?.contract === next.contract;
      state = next;
      inputs ??= holder.now.inputs();
      if (!isSame) update();
    },
  };
}
