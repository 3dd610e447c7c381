// What a frame is asked for: in its address, and in the link that may be there.
import { linkIn } from "../explainer/link-text.ts";
import { chapterName, controlKeys, dealOf, isAsShipped, isOn } from "./flags.ts";

export interface Wishes {
  readonly isPlain: boolean;
  readonly keys: string[]; // of the inputs that get a control
  readonly view: string;
  readonly contract: string | null; // empty, too, is none
  readonly chapter: string | null;
  readonly accent: string | null;
  readonly theme: string | null;
  readonly isForClass: boolean; // a projector: large text, and nothing that need not be seen from afar
}

export function wishesOf(address: string): Wishes {
  const flags = new URLSearchParams(address);
  const isStatic = isOn(flags.get("static"));
  return {
    isPlain: isStatic || isOn(flags.get("plain")),
    keys: isStatic ? [] : controlKeys(flags.get("controls")),
    view: flags.get("view") ?? "figure",
    contract: flags.get("contract"),
    chapter: flags.get("chapter"),
    accent: flags.get("accent"),
    theme: flags.get("theme"),
    isForClass: isOn(flags.get("class")),
  };
}

/** Whether another state is asked for than the still picture's, which is of a deal as it opens or of a chapter. */
export function isOther(still: string | undefined, { contract, chapter }: Wishes): boolean {
  const link = linkIn(location.hash);
  if (!link && chapter) return chapterName(chapter) !== still;
  return ((link ? dealOf(link) : contract) ?? still) !== still || !isAsShipped(link);
}

/** What the article wants to be seen of the frame's looks. */
export function dress({ isForClass, theme }: Wishes): void {
  const root = document.documentElement;
  if (isForClass) root.dataset.class = "";
  if (theme !== "light" && theme !== "dark") return;
  root.dataset.theme = theme;
  const told = theme === "dark" ? "(min-width: 0)" : "(max-width: 0)"; // always, never
  for (const source of document.querySelectorAll("source")) source.media = source.media.replace("(prefers-color-scheme: dark)", told);
}
