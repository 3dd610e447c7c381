// Of several figures in an article that change together one speaks: the one in hand, else the first of them. Where there
// are others it names its deal.
const gatherMs = 60; // figures that change together come to rest together

export interface Speaker extends HTMLElement {
  readonly dealTitle: string;
  speak(text: string): void;
}

const figures = new Set<Speaker>();
const waiting = new Map<Speaker, string>();
let timer = 0;

/** A figure that is in the article, or is no longer. */
export function countSpeaker(figure: Speaker, isThere: boolean): void {
  if (isThere) figures.add(figure);
  else figures.delete(figure);
}

const comesBefore = (a: Speaker, b: Speaker): boolean => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function tell(): void {
  timer = 0;
  const all = [...waiting.keys()].sort((a, b) => (comesBefore(a, b) ? -1 : 1));
  const speaker = all.find((one) => one === document.activeElement) ?? all[0];
  if (speaker) speaker.speak((figures.size > 1 ? `${speaker.dealTitle}: ` : "") + (waiting.get(speaker) ?? ""));
  waiting.clear();
}

export function wantsToSay(figure: Speaker, text: string): void {
  waiting.set(figure, text);
  timer ||= window.setTimeout(tell, gatherMs);
}
