// What a statement rests on, in one stop: how sure its weakest source is and which statements, and unfolded who published
// each.
import { make } from "../explainer/dom.ts";
import { allFacts, type Fact } from "./sources.ts";
import { capital, wordOf } from "./vocabulary.ts";
import type { Holder } from "../explainer/holder.ts";

function sourceLink(fact: Fact): Node {
  if (!fact.source) return document.createTextNode(fact.id);
  const link = make("a", `${fact.source.publisher} (${fact.id})`);
  link.href = fact.source.url;
  link.target = "_blank";
  link.rel = "noopener";
  return link;
}

function listSources(list: HTMLElement, sources: string[]): void {
  const places = sources.map((id) => make("li", id));
  list.replaceChildren(...places);
  allFacts().then(
    (facts) =>
      sources.forEach((id, i) => {
        const fact = facts.find((one) => one.id === id);
        if (fact) places[i]?.replaceChildren(sourceLink(fact));
      }),
    () => undefined, // the ids stand by themselves
  );
}

export function groundOf({ now }: Holder, grade: string, sources: string[]): HTMLElement {
  const known = make("b", capital(wordOf(now.words().grades, grade).word));
  if (sources.length === 0) {
    const line = make("p", "", "ground");
    line.append(known);
    return line;
  }
  const [fold, summary, list] = [make("details", "", "ground"), make("summary"), make("ul")];
  summary.append(known, `: ${sources.join(", ")}`);
  fold.append(summary, list);
  fold.addEventListener("toggle", () => fold.open && list.childElementCount === 0 && listSources(list, sources));
  return fold;
}
