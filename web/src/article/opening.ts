// What a frame opens with: the deal, the chapter and the link that are asked for. What is not known is said, and what is known is shown.
import { linkIn } from "../explainer/link-text.ts";
import type { Problems } from "./problems.ts";
import type { Wishes } from "./wishes.ts";
import type { Explainer } from "../explainer/types.ts";

const ownViews = ["figure", "panel", "lab"];

export function openLink(it: Explainer, problem: Problems): void {
  const wanted = linkIn(location.hash);
  if (!wanted) return;
  const answer = it.openLink(wanted);
  const lost = answer.ok ? answer.dropped.join(" ") : answer.error;
  problem.tell("link", lost && `Not all of the link could be read. ${lost}`);
}

function openChapter(it: Explainer, chapter: string | null, problem: Problems): void {
  if (!chapter || location.hash.length > 1) return;
  const answer = it.chapter(chapter);
  if (!answer.ok) problem.tell("chapter", `The story has no such chapter. ${answer.error}`);
}

/** A link goes before the deal and the chapter of the address, and these before the `usual` deal or "chapter-…". */
export function openWanted(it: Explainer, { contract, chapter }: Wishes, usual: string | undefined, problem: Problems): void {
  const usualChapter = contract ? undefined : /^chapter-(.*)/.exec(usual ?? "")?.[1];
  const wanted = location.hash.length > 1 ? "" : contract || (usualChapter ? "" : usual);
  if (wanted && wanted !== it.describe().contract) {
    const answer = it.pick(wanted);
    if (!answer.ok) problem.tell("contract", `The deal that was asked for is not known here. ${answer.error}`);
  }
  openChapter(it, chapter ?? usualChapter ?? null, problem);
  openLink(it, problem);
}

/** Whether the full figure is asked for: by itself, or a tab of it, which is any view that is none of the frame's own. */
export function wantsLab(it: Explainer, { view }: Wishes, problem: Problems): boolean {
  if (ownViews.includes(view)) return view === "lab";
  const answer = it.showTab(view);
  if (!answer.ok) problem.tell("view", `There is no view called “${view.slice(0, 60)}” to open.`);
  return answer.ok;
}
