// Of several figures in an article that change together one speaks: the one in hand, else the first of them. Where there
// are others it names its deal.
import { comesBefore } from "../explainer/dom.ts";

const gatherMs = 60; // figures that change together come to rest together
const mostWords = 20;
const patienceMs = 2_000; // with one that has changed and has not yet come to rest

export interface Speaker extends HTMLElement {
  readonly dealTitle: string;
  speak(text: string): void;
}

const figures = new Set<Speaker>();
const owing = new Set<Speaker>(); // have changed and will say what that did
const waiting = new Map<Speaker, string>();
let timer = 0;
let since = 0; // when the first of those that wait came

/** A figure that is in the article, or is no longer. */
export function countSpeaker(figure: Speaker, isThere: boolean): void {
  if (isThere) figures.add(figure);
  else for (const all of [figures, owing, waiting]) all.delete(figure);
}

export function willSay(figure: Speaker): void {
  owing.add(figure);
}

const wordsOf = (text: string): number => text.split(" ").length;

/** With its deal's name before it, in as few words as are heard at once: what was set is known to whoever set it. */
function withDeal(deal: string, text: string): string {
  if (wordsOf(`${deal}: ${text}`) <= mostWords) return `${deal}: ${text}`;
  const follows = text.slice(text.indexOf(". ") + 1).trim().replace(/\.$/, "").split("; ");
  let more = Number(/^and (\d+) more$/.exec(follows.at(-1) ?? "")?.[1] ?? 0);
  if (more > 0) follows.pop();
  const whole = (): string => `${deal}: ${[...follows, ...(more > 0 ? [`and ${more} more`] : [])].join("; ")}.`;
  for (; wordsOf(whole()) > mostWords && follows.length > 1; more += 1) follows.pop();
  return whole();
}

function tell(): void {
  const isEarly = owing.size > 0 && performance.now() - since < patienceMs;
  timer = isEarly ? window.setTimeout(tell, gatherMs) : 0;
  if (isEarly) return;
  const all = [...waiting.keys()].sort((a, b) => (comesBefore(a, b) ? -1 : 1));
  const speaker = all.find((one) => one === document.activeElement) ?? all[0];
  const text = speaker && waiting.get(speaker);
  if (text) speaker.speak(figures.size > 1 ? withDeal(speaker.dealTitle, text) : text);
  for (const told of [waiting, owing]) told.clear();
}

export function wantsToSay(figure: Speaker, text: string): void {
  owing.delete(figure);
  waiting.set(figure, text);
  if (timer) return;
  since = performance.now();
  timer = window.setTimeout(tell, gatherMs);
}
