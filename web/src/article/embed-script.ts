// embed.js: <first-refusal>, <fr-number> and <fr-step>, in one file without dependencies. A frozen build's figure has a tag of its own
// besides, <first-refusal-VERSION>, since of several scripts on a page the first has the common name.
import { FirstRefusalElement } from "./element.ts";
import { frozenTag } from "./flags.ts";
import { FirstRefusalNumber } from "./prose-number.ts";
import { FirstRefusalStep } from "./prose-step.ts";

function define(tag: string, kind: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, kind);
}

define("first-refusal", FirstRefusalElement);
define("fr-number", FirstRefusalNumber);
define("fr-step", FirstRefusalStep);
const own = frozenTag(new URL(/* @vite-ignore */ "./", import.meta.url).pathname);
if (own) define(own, class extends FirstRefusalElement {});
