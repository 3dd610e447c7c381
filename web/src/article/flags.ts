// What an article can set about a figure, as attributes of the element and in the address of the frame: read the same way
// in both.
export const passedOn = ["view", "contract", "theme", "controls", "plain", "static"] as const;

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
