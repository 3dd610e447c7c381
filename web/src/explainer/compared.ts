// What a state is compared with, its A, as a link tells it: the contract, the inputs that differ from the state's, and the edits
// ("as-amended~dg4.05!first-refusal.dropped").
import type { InputValue } from "./types.ts";

export interface Part {
  contract: string;
  contract_file?: unknown; // the reader's own: it does not travel
  inputs: Record<string, InputValue>;
  edits: { clause: string; kind: string }[];
}
/** The two letters of an input in a link. */
export type Codes = readonly (readonly [key: string, code: string])[];

export const noA = "none";

export function textOfA(codes: Codes, inputs: Part["inputs"], a: Part | undefined): string {
  if (!a || a.contract_file) return noA;
  const set = codes.filter(([key]) => a.inputs[key] !== inputs[key]).map(([key, code]) => `~${code}${a.inputs[key]}`);
  return [a.contract, ...set, ...a.edits.map(({ clause, kind }) => `!${clause}.${kind}`)].join("");
}

export function partOfA(codes: Codes, inputs: Part["inputs"], text: string): Part {
  const [contract = "", ...parts] = text.split(/(?=[~!])/);
  const all: Part = { contract, inputs: { ...inputs }, edits: [] };
  for (const part of parts) {
    const [key = part] = codes.find(([, code]) => part.startsWith(`~${code}`)) ?? [];
    const [clause = "", kind = ""] = part.slice(1).split(".");
    if (part.startsWith("!")) all.edits.push({ clause, kind });
    else all.inputs[key] = part.slice(3);
  }
  return all;
}
