// The frame's side of the messages: reads them, asks the explainer, answers. Of many settings of one input only the last
// of a frame is run, so that a flood neither freezes the page nor loses the last value.
import { isForUs, read, summary, version, type Limits, type Reply, type Request } from "./protocol.ts";
import { linkIn } from "../explainer/link-text.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe, Explainer } from "../explainer/types.ts";

const errorsPerFrame = 50;

type Answer = Reply extends infer One ? (One extends Reply ? Omit<One, "v"> : never) : never;

export interface Talk {
  opened(holder: Holder): void; // until then requests wait
  failed(message: string): void; // from now on nothing else is answered
  show(state: Describe): void;
  size(height: number): void;
  lab(open: boolean): void;
}

interface Waiting {
  request: Request;
  reply(answer: Answer): void;
}

function limits(it: Explainer): Record<string, Limits> {
  const all: Record<string, Limits> = {};
  for (const { key, low, high, step, unit, label } of it.inputs())
    if (typeof low === "number" && typeof high === "number") all[key] = { low, high, step, unit, label };
  return all;
}

/** `wake`: somebody speaks to us; `rest`: the article asks for its graphics back. */
export function talk(wake: () => void, rest: () => void): Talk {
  const parent = window.parent;
  let holder: Holder | undefined;
  let failure = "";
  let origin: string | undefined; // of the article, once it has spoken
  let isSubscribed = false;
  let queue: Waiting[] = [];
  let frame = 0;
  let errors = 0;
  let height = 0;
  let states = new Map<string, string>();

  // A frame that is sandboxed and one opened from a file have the origin "null", which cannot be named as a target.
  const target = (): string => (origin === undefined || origin === "null" ? "*" : origin);
  const post = (answer: Answer): void => parent.postMessage({ v: version, ...answer }, target());
  // What whoever frames us sees anyway.
  const tell = (answer: Answer): void => {
    if (parent !== window) parent.postMessage({ v: version, ...answer }, "*");
  };
  const refuse = (id: string | number | null, error: string): void => {
    errors += 1;
    if (errors <= errorsPerFrame) post({ type: "error", id, error });
    later();
  };

  function serve({ request, reply }: Waiting, it: Explainer): void {
    const { id } = request;
    const settled = (answer: { ok: true } | { ok: false; error: string }): void => {
      if (answer.ok) reply({ type: "change", id, state: summary(it.describe()) });
      else reply({ type: "error", id, error: answer.error });
    };
    switch (request.type) {
      case "hello":
        reply({ type: "ready", id, version: it.describe().version, state: summary(it.describe()), inputs: limits(it) });
        if (height > 0) post({ type: "size", id: null, height });
        return;
      case "get":
        return reply({ type: "change", id, state: summary(it.describe()) });
      case "set": {
        const answer = it.set(request.key, request.value);
        it.endStep();
        return settled(answer);
      }
      case "pick":
        return settled(it.pick(request.contract));
      case "goto": {
        const answer = it.openLink(linkIn(request.state));
        if (answer.ok && answer.dropped.length > 0)
          return reply({ type: "error", id, error: `Opened without what could not be read: ${answer.dropped.join(" ")}` });
        return settled(answer);
      }
      case "undo":
        it.undo();
        return settled({ ok: true });
      case "subscribe":
        isSubscribed = true;
        return settled({ ok: true });
      case "rest":
        rest();
        return settled({ ok: true });
    }
  }

  function work(): void {
    frame = 0;
    errors = 0;
    if (!holder && !failure) return;
    const now = queue;
    queue = [];
    if (failure) return now.forEach(({ request, reply }) => reply({ type: "error", id: request.id, error: failure }));
    if (!holder) return;
    const explainer = holder.now;
    // Of settings of one input that follow each other only the last counts; all of them are answered.
    const last = new Map<string, Waiting>();
    const overtaken: Waiting[] = [];
    const ordered: Waiting[] = [];
    const flush = (): void => {
      ordered.push(...last.values());
      last.clear();
    };
    for (const one of now) {
      if (one.request.type === "set") {
        const earlier = last.get(one.request.key);
        if (earlier) overtaken.push(earlier);
        last.delete(one.request.key);
        last.set(one.request.key, one);
      } else {
        flush();
        ordered.push(one);
      }
    }
    flush();
    for (const one of ordered) serve(one, explainer);
    if (overtaken.length > 0) {
      const state = summary(explainer.describe());
      for (const one of overtaken.slice(-errorsPerFrame)) one.reply({ type: "change", id: one.request.id, state });
    }
  }
  function later(): void {
    frame ||= window.setTimeout(work, 16); // frames are not drawn where nobody looks: messages are answered there too
  }

  addEventListener("message", (event) => {
    if (event.source !== parent || parent === window || !isForUs(event.data)) return;
    if (origin !== undefined && event.origin !== origin) return;
    origin ??= event.origin;
    const result = read(event.data);
    if (!result.ok) return refuse(result.id, result.error);
    const { request } = result;
    if (request.type !== "hello") wake(); // a greeting waits until somebody looks
    if (queue.length >= 1_000) {
      // A flood: of an input's settings only the last is kept.
      const seen = new Set<string>();
      queue = queue.reverse().filter((one) => one.request.type !== "set" || (!seen.has(one.request.key) && seen.add(one.request.key)));
      queue.reverse();
      if (queue.length >= 1_000) return refuse(request.id, "Too many messages at once: wait for the answers.");
    }
    queue.push({ request, reply: post });
    later();
  });

  return {
    opened(it) {
      holder = it;
      later();
    },
    failed(message) {
      failure = message;
      later();
    },
    show(state) {
      const month = state.selected.month;
      const next = new Map(
        state.clauses.map((clause) => [
          clause.id,
          clause.spans.find(({ from, until }) => from <= month && month <= until)?.state ?? "off",
        ]),
      );
      if (isSubscribed) {
        post({ type: "change", id: null, state: summary(state) });
        for (const clause of state.clauses) {
          const now = next.get(clause.id) ?? "off";
          if (states.has(clause.id) && states.get(clause.id) !== now)
            post({ type: "clause", id: null, clause: clause.id, name: clause.name, state: now, says: clause.status });
        }
      }
      states = next;
    },
    size(now) {
      if (now === height) return;
      height = now;
      tell({ type: "size", id: null, height });
    },
    lab: (open) => tell({ type: "lab", id: null, open }),
  };
}
