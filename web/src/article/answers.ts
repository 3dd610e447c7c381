// What the explainer does for a request, and the answer: `change` with the state, or `error` in words.
import { linkIn } from "../explainer/link-text.ts";
import type { Answer, Limits, Request, Summary } from "./protocol.ts";
import type { Explainer, Answer as Done } from "../explainer/types.ts";

export function limits(it: Explainer): Record<string, Limits> {
  const all: Record<string, Limits> = {};
  for (const { key, low, high, step, unit, label } of it.inputs())
    if (typeof low === "number" && typeof high === "number") all[key] = { low, high, step, unit, label };
  return all;
}

type SetRequest = Extract<Request, { type: "set" }>;

function goTo(it: Explainer, text: string): Done {
  const answer = it.goTo(linkIn(text));
  return answer.ok ? answer : { ok: false, error: `Not opened, since not all of it could be read: ${answer.error}` };
}

function set(it: Explainer, { key, value, held }: SetRequest): Done {
  const answer = it.set(key, value);
  if (!held) it.endStep();
  return answer;
}

export interface Answering {
  summary(): Summary; // of the present state
  rest(): void;
}

function done(it: Explainer, request: Request, rest: () => void): Done {
  switch (request.type) {
    case "set":
      return set(it, request);
    case "pick":
      return it.pick(request.contract);
    case "goto":
      return "chapter" in request ? it.chapter(request.chapter) : goTo(it, request.state);
    case "undo":
      it.undo();
      return { ok: true };
    case "step":
      it.endStep();
      return { ok: true };
    case "rest":
      rest();
      return { ok: true };
    default:
      return { ok: true };
  }
}

// Of settings of one input that follow each other only the last is run, if the ones before it would have been taken.
function overtaken(sets: readonly SetRequest[], known: Record<string, Limits>): Set<Request> {
  const found = new Set<Request>();
  const later = new Set<string>();
  for (const one of [...sets].reverse()) {
    const range = known[one.key];
    const isTaken = range && typeof one.value === "number" && one.value >= range.low && one.value <= range.high;
    if (isTaken && later.has(one.key)) found.add(one);
    if (isTaken) later.add(one.key);
  }
  return found;
}

/** Serves requests that come to the same; the answers are in their order. */
export function answers(it: Explainer, together: Request[], { summary, rest }: Answering): Answer[] {
  const [first] = together;
  if (!first) return [];
  const answer = (id: Request["id"], what: Done): Answer =>
    what.ok ? { type: "change", id, state: summary(), says: "" } : { type: "error", id, error: what.error };
  if (first.type === "hello")
    return together.map(({ id }) => ({ type: "ready", id, version: it.describe().version, state: summary(), inputs: limits(it) }));
  if (first.type !== "set") {
    const what = done(it, first, rest);
    return together.map(({ id }) => answer(id, what));
  }
  const skipped = overtaken(together as SetRequest[], limits(it));
  const whats = together.map((request): Done => (skipped.has(request) ? { ok: true } : done(it, request, rest)));
  return together.map(({ id }, index) => answer(id, whats[index] as Done));
}
