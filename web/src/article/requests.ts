// Requests one after the other, in slices that leave the browser time to draw. Requests that come to the same are served
// together; each is answered, once and in its order.
import type { Answer, Request } from "./protocol.ts";

const sliceMs = 8;
const gatherMs = 16; // frames are not drawn where nobody looks: messages are answered there too
const mostWaiting = 20_000;

/** Whether serving the later one alone leaves the same state; how a request is answered is not changed by it. */
function comesToTheSame(a: Request, b: Request): boolean {
  if (a.type === "set") return b.type === "set";
  if (a.type !== b.type || a.type === "undo") return false;
  return JSON.stringify({ ...a, id: null }) === JSON.stringify({ ...b, id: null });
}

function togetherAt(waiting: readonly Request[], start: number): Request[] {
  const first = waiting[start];
  let end = start + 1;
  while (first && waiting[end] && comesToTheSame(first, waiting[end] as Request)) end += 1;
  return waiting.slice(start, end);
}

export interface Requests {
  add(request: Request): boolean; // false: too many are waiting
  start(): void; // until then they wait
}

export function requests(serve: (together: Request[]) => Answer[], post: (answer: Answer) => void): Requests {
  let waiting: Request[] = [];
  let answers: Answer[] = [];
  let isStarted = false;
  let timer = 0;
  function work(): void {
    timer = 0;
    const end = performance.now() + sliceMs;
    const isInTime = (): boolean => performance.now() < end;
    let [served, posted] = [0, 0];
    while (isInTime() && (posted < answers.length || served < waiting.length)) {
      const next = answers[posted];
      if (next) {
        post(next);
        posted += 1;
        continue;
      }
      const together = togetherAt(waiting, served);
      served += together.length;
      [answers, posted] = [serve(together), 0];
    }
    waiting = waiting.slice(served);
    answers = answers.slice(posted);
    if (waiting.length + answers.length > 0) later(0);
  }
  function later(ms: number): void {
    if (isStarted) timer ||= window.setTimeout(work, ms);
  }
  return {
    add(request) {
      if (waiting.length >= mostWaiting) return false;
      waiting.push(request);
      later(gatherMs);
      return true;
    },
    start() {
      isStarted = true;
      later(gatherMs);
    },
  };
}
