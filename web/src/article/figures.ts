// The figure that a number or a step in an article's prose belongs to, by `for`, by `group`, or the first there is: in the tree
// that it stands in, or in the page around it.
import type { Limits, Summary } from "./protocol.ts";

/** A figure, of this script or of another build's on the same page. */
export interface Figure extends Element {
  readonly summary: Summary | undefined;
  limits(key: string): Limits | undefined;
  set(key: string, value: number | string, how?: { held: boolean }): void;
  step?(): void;
  pick(contract: string): void;
  goto(where: string | { chapter: string | number }): void;
}
const isFigure = (found: Element): found is Figure => "summary" in found && "limits" in found;

function selectorOf(element: Element): string {
  const [id, group] = [element.getAttribute("for"), element.getAttribute("group")];
  if (id) return `#${CSS.escape(id)}`;
  return group ? `[group="${CSS.escape(group)}"]` : "first-refusal, .first-refusal";
}

/** Of a group's figures one that is open already, if there is one. */
export function figureOf(element: Element): Figure | undefined {
  const trees = [element.getRootNode(), document] as ParentNode[];
  const found = trees.flatMap((tree) => [...tree.querySelectorAll(selectorOf(element))]).filter(isFigure);
  const isGrouped = !element.getAttribute("for") && element.hasAttribute("group");
  return (isGrouped ? found.find(({ summary }) => summary) : undefined) ?? found[0];
}
