// Messages between an article and the figure in its frame, version 1. What comes in is checked field by field; what is
// unknown or malformed is answered with an error and changes nothing. See publishers.html for how to use it.
import type { Describe, InputValue } from "../explainer/types.ts";

export const version = 1;

/** What an article may send. `id` comes back with the answer. */
export type Request = { id: string | number | null } & (
  | { type: "hello" }
  | { type: "get" }
  | { type: "set"; key: string; value: InputValue; held: boolean } // held: a drag goes on, and is one step of undo
  | { type: "step" } // the end of a drag
  | { type: "pick"; contract: string }
  | { type: "goto"; state: string }
  | { type: "goto"; chapter: string } // of the story, by its id or number
  | { type: "undo" }
  | { type: "subscribe"; speaks: boolean } // speaks: what is to be heard is said by the article, and not in the frame
  | { type: "rest" } // closes the lab, where it is open: an article with many figures keeps few graphics contexts
);

/** What the figure sends. */
export type Reply = { v: 1; id: string | number | null } & (
  | { type: "ready"; version: string; state: Summary; inputs: Record<string, Limits> }
  | { type: "change"; state: Summary; says: string } // in at most 20 words what has changed since the last; empty: nothing
  | { type: "clause"; clause: string; name: string; state: string; says: string }
  | { type: "size"; height: number }
  | { type: "says"; says: string } // to be heard: what has changed since the reader came to rest the last time
  | { type: "drawn" } // there is a picture to see, with or without what makes it respond
  | { type: "lab"; open: boolean } // it has a graphics context now, or has given it back
  | { type: "error"; error: string }
);

/** The range of an input that is a number. */
export interface Limits {
  low: number;
  high: number;
  step: number;
  unit: string;
  label: string;
}

/** The part of a state that an article is told. */
export interface Summary {
  contract: string;
  title: string;
  inputs: Record<string, InputValue>;
  headline: Describe["headline"];
  sentence: string;
  link: string;
  fingerprint: string;
  can_undo: boolean;
}

export function summary(state: Describe): Summary {
  const { contract, contract_title: title, inputs, headline, sentence, link, fingerprint, can_undo } = state;
  return { contract, title, inputs, headline, sentence, link, fingerprint, can_undo };
}

/** A reply before it is put into an envelope. */
export type Answer = Reply extends infer One ? (One extends Reply ? Omit<One, "v"> : never) : never;

export type Read = { ok: true; request: Request } | { ok: false; id: string | number | null; error: string };

const longestText = 2_000;
const isText = (value: unknown): value is string => typeof value === "string" && value.length <= longestText;

function idOf(message: Record<string, unknown>): string | number | null {
  const { id } = message;
  if (typeof id === "string") return id.slice(0, 200);
  return typeof id === "number" && Number.isFinite(id) ? id : null;
}

/** Checks one message. Nothing of it is trusted, its prototype and getters included: it is data after a structured clone. */
export function read(data: unknown): Read {
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return { ok: false, id: null, error: "A message must be an object such as {v: 1, type: \"get\", id: 1}." };
  const message = data as Record<string, unknown>;
  const id = idOf(message);
  const refuse = (error: string): Read => ({ ok: false, id, error });
  if (message.v !== version) return refuse(`The field v must be ${version}, the only version so far.`);
  switch (message.type) {
    case "hello":
    case "get":
    case "undo":
    case "rest":
    case "step":
      return { ok: true, request: { type: message.type, id } };
    case "subscribe":
      return { ok: true, request: { type: "subscribe", id, speaks: message.speaks === true } };
    case "set":
      if (!isText(message.key)) return refuse("set needs key: the name of an input, such as “demand.growth”.");
      if (!isText(message.value) && !(typeof message.value === "number" && Number.isFinite(message.value)))
        return refuse("set needs value: a number, or text such as “2027-03”.");
      return { ok: true, request: { type: "set", id, key: message.key, value: message.value, held: message.held === true } };
    case "pick":
      if (!isText(message.contract)) return refuse("pick needs contract: the id of a shipped deal.");
      return { ok: true, request: { type: "pick", id, contract: message.contract } };
    case "goto":
      if (isText(message.chapter) || Number.isInteger(message.chapter)) return { ok: true, request: { type: "goto", id, chapter: String(message.chapter) } };
      if (!isText(message.state)) return refuse("goto needs state: what follows # in a share link; or chapter: an id or a number.");
      return { ok: true, request: { type: "goto", id, state: message.state } };
    default:
      return refuse("The field type must be one of hello, get, set, step, pick, goto, undo, subscribe, rest.");
  }
}

/** Whether an event is a message to us at all: other scripts of a page talk to its frames too. */
export function isForUs(data: unknown): boolean {
  return typeof data === "object" && data !== null && "v" in data && "type" in data;
}
