// The picture of a state that an article is given: drawn to stand alone or within the element, and where it is to be found.
// Nothing here touches a document.
import type { Describe, Explainer } from "../explainer/types.ts";

export type Tone = "light" | "dark";

export const isUntouched = (state: Describe): boolean => !state.own && state.changed.length === 0 && state.edits.length === 0;

/** `isWhole`: it stands alone, with its sentence and clauses; within the element it stands below the sentence. */
export const pictureOf = (it: Explainer, tone: Tone, isWhole: boolean): string => it.still(isWhole ? 720 : 640, tone === "dark", isWhole);

export function fileName(state: Describe, tone: Tone, isWhole: boolean): string {
  return `first-refusal-${state.fingerprint.slice(0, 8)}${isWhole ? "" : "-chart"}-${tone}.svg`;
}

/** Its place among our own files, if the state is a deal as it is shipped. */
export const posterName = (state: Describe, tone: Tone, isWhole: boolean): string => `posters/${state.contract}-${tone}${isWhole ? "" : "-640"}.svg`;

/** As text in an address: base64 would be a third longer and could not be read. */
export function inAddress(svg: string): string {
  const kept = /%(?:20|2C|2F|3A|3B|3D)/g;
  return `data:image/svg+xml,${encodeURIComponent(svg).replace(kept, (found) => decodeURIComponent(found))}`;
}

export function sizeOf(svg: string): [number, number] {
  const [, width = "640", height = "340"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return [Math.ceil(Number(width)), Math.ceil(Number(height))];
}
