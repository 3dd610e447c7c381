// What an article can set about a figure, as attributes of the element and in the address of the frame: read the same way
// in both.
export const passedOn = ["view", "contract", "chapter", "theme", "accent", "controls", "plain", "static"] as const;
/** These a style sheet of the article may set as well, for all its figures: --first-refusal-theme. */
const styled: readonly string[] = ["theme", "accent"];

/** What the article sets; an attribute goes before a style. */
export function setting(element: Element, name: string): string | null {
  const inStyle = (): string => getComputedStyle(element).getPropertyValue(`--first-refusal-${name}`).trim();
  return element.getAttribute(name) ?? ((styled.includes(name) && inStyle()) || null);
}

const mostControls = 8;

/** Of a flag that is there or not: "plain", plain="", plain="1"; plain="0" and plain="false" are off. */
export function isOn(value: string | null): boolean {
  return value !== null && !["0", "false"].includes(value.trim().toLowerCase());
}

/** "a, b" → the keys of the inputs that get a control. */
export function controlKeys(value: string | null): string[] {
  const keys = (value ?? "demand.growth").split(",").map((key) => key.trim());
  return keys.filter(Boolean).slice(0, mostControls);
}

/** The tag of a frozen build's figure by the folder that the build is in, "…/v/1.2.0-1a2b3c4d/"; none of a live one. */
export function frozenTag(folder: string): string | undefined {
  const version = /\/?v\/([\w.-]+)\/$/.exec(folder)?.[1];
  return version && `first-refusal-${version.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

declare const DEALS_WITH_A_FRAME: readonly string[]; // the ids of shipped deals but the first, from the bundler
declare const CHAPTERS_WITH_A_FRAME: readonly string[]; // the ids of the story's chapters, in its order

/** The deal of a link, "1as-amended~dg4"; none of what is no link. */
export const dealOf = (link: string): string | undefined => /^1([a-z0-9-]+)/.exec(link)?.[1];

/** Whether a link opens a deal as it is shipped: all else than an edit or a value may be in it. */
export const isAsShipped = (link: string): boolean => !/[~!]/.test(link);

/** Under which its frame and its still pictures are known; none of a chapter that there is not. By id or number. */
export function chapterName(chapter: string): string | undefined {
  const id = CHAPTERS_WITH_A_FRAME.includes(chapter) ? chapter : CHAPTERS_WITH_A_FRAME[Number(chapter) - 1];
  return id && `chapter-${id}`;
}

/** The frame that shows that deal's or chapter's sentence and picture before any script. */
export function frameFile(link: string, contract?: string | null, chapter?: string | null): string {
  const deal = link ? dealOf(link) : contract;
  const name = (!link && chapter && chapterName(chapter)) || (deal && DEALS_WITH_A_FRAME.includes(deal) && deal);
  return name ? `embed-${name}.html` : "embed.html";
}
