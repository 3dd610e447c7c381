// What a statement rests on: how sure its weakest source is, and who published each.
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

// Ids at once; who published them when the list of statements has come.
export function groundOf({ now }: Holder, grade: string, sources: string[]): HTMLElement {
  const line = make("p", "", "ground");
  const places = sources.map((id) => make("span", id));
  line.append(make("b", capital(wordOf(now.words().grades, grade).word)), places.length ? ": " : "");
  places.forEach((place, i) => line.append(i > 0 ? ", " : "", place));
  allFacts().then(
    (facts) => {
      sources.forEach((id, i) => {
        const fact = facts.find((one) => one.id === id);
        if (fact) places[i]?.replaceChildren(sourceLink(fact));
      });
    },
    () => undefined, // the ids stand by themselves
  );
  return line;
}
