// The frame's side of the messages: it hears the article alone, has its requests served, and tells it what changes.
import { answers } from "./answers.ts";
import { clauseNews } from "./clause-news.ts";
import { isForUs, read, summary, version, type Answer, type Request, type Summary } from "./protocol.ts";
import { requests } from "./requests.ts";
import { reasonText } from "../explainer/told.ts";
import type { Holder } from "../explainer/holder.ts";
import { wholeOf } from "../words/response.ts";
import type { Describe } from "../explainer/types.ts";

export interface Talk {
  opened(holder: Holder): void; // until then requests wait
  failed(message: string): void; // from now on nothing else is answered
  show(state: Describe): void;
  drawn(): void;
  size(height: number): void;
  says(text: string): boolean; // whether the article says it
  lab(open: boolean): void;
}

/** `wake`: somebody speaks to us; `rest`: the article asks for its graphics back. */
export function talk(wake: () => void, rest: () => void): Talk {
  const parent = window.parent;
  const clausesOf = clauseNews();
  let holder: Holder | undefined;
  let failure = "";
  let origin: string | undefined; // of the article, once it has spoken
  let isSubscribed = false;
  let isSpokenFor = false; // the article says what is to be heard
  let isDrawn = false;
  let height = 0;
  let latest: Summary | undefined;
  let isServing = false;
  let news: Answer[] = []; // to be told

  // A frame that is sandboxed and one opened from a file have the origin "null", which cannot be named as a target.
  const target = (): string => (origin === undefined || origin === "null" ? "*" : origin);
  const post = (answer: Answer): void => parent.postMessage({ v: version, ...answer }, target());
  // What whoever frames us sees anyway.
  const tell = (answer: Answer): void => {
    if (parent !== window) parent.postMessage({ v: version, ...answer }, "*");
  };
  function greet(): void {
    if (height > 0) tell({ type: "size", id: null, height });
    if (isDrawn) tell({ type: "drawn", id: null });
  }

  function serve(together: Request[]): Answer[] {
    const fail = (error: string): Answer[] => together.map(({ id }) => ({ type: "error", id, error }));
    if (!holder) return fail(failure);
    const { now } = holder;
    const present = (): Summary => (latest ??= summary(now.describe()));
    const [first] = together;
    if (first?.type === "subscribe") [isSubscribed, isSpokenFor] = [true, isSpokenFor || first.speaks];
    isServing = true;
    try {
      const before = JSON.stringify(present());
      const all = answers(now, together, { summary: present, rest });
      const says = saysNow();
      if (JSON.stringify(present()) !== before) tellNews(says); // what was tried and taken back is no news
      return all.map((answer) => (answer.type === "change" ? { ...answer, says } : answer));
    } catch (reason) {
      return fail(`The figure has stopped. ${reasonText(reason)}`);
    } finally {
      isServing = false;
      news = [];
    }
  }
  const queue = requests(serve, post);
  const saysNow = (): string => (holder ? wholeOf(holder.now.news("article")) : "");
  function tellNews(says: string): void {
    if (isSubscribed && latest) [{ type: "change", id: null, state: latest, says } as const, ...news].forEach(post);
    news = [];
  }

  addEventListener("message", (event) => {
    if (event.source !== parent || parent === window || !isForUs(event.data)) return;
    if (origin !== undefined && event.origin !== origin) return;
    origin ??= event.origin;
    const result = read(event.data);
    if (!result.ok) return post({ type: "error", id: result.id, error: result.error });
    const { request } = result;
    if (request.type === "hello") greet();
    else wake(); // a greeting waits until somebody looks
    if (!queue.add(request)) post({ type: "error", id: request.id, error: "Too many messages at once: wait for the answers." });
  });

  return {
    opened(it) {
      holder = it;
      saysNow(); // what is there needs no telling
      queue.start();
    },
    failed(message) {
      failure = message;
      holder = undefined;
      queue.start();
    },
    show(state) {
      latest = summary(state);
      news.push(...clausesOf(state));
      if (!isServing) tellNews(saysNow());
    },
    drawn() {
      if (!isDrawn) tell({ type: "drawn", id: null });
      isDrawn = true;
    },
    size(now) {
      if (now === height) return;
      height = now;
      tell({ type: "size", id: null, height });
    },
    says(text) {
      if (isSpokenFor) tell({ type: "says", id: null, says: text });
      return isSpokenFor;
    },
    lab: (open) => tell({ type: "lab", id: null, open }),
  };
}
