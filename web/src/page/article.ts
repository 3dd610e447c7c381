// What a publisher's own script can do with two figures: the prose says what the first one finds, and the second follows
// its demand. Without script the words for the deal as it opens stand there already.
import { write } from "../explainer/dom.ts";
import { liveWords } from "../words/live-words.ts";
import type { Reply, Summary } from "../article/protocol.ts";

interface Figure extends HTMLElement {
  summary?: Summary;
  set(key: string, value: number | string): void;
}

const deal = document.querySelector<Figure>("#deal");
const stayed = document.querySelector<Figure>("#stayed");
const shared = ["demand.growth", "azure.offer"];

function show(state: Summary): void {
  const words = liveWords(state.headline);
  for (const place of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const text = words[place.dataset.live ?? ""];
    if (text !== undefined) write(place, text);
  }
  for (const key of shared) {
    const value = state.inputs[key];
    if (value !== undefined && stayed?.summary && stayed.summary.inputs[key] !== value) stayed.set(key, value);
  }
}

for (const kind of ["first-refusal-ready", "first-refusal-change"] as const) {
  deal?.addEventListener(kind, (event) => {
    const reply = (event as CustomEvent<Reply>).detail;
    if ("state" in reply && typeof reply.state === "object") show(reply.state);
  });
}
stayed?.addEventListener("first-refusal-ready", () => deal?.summary && show(deal.summary));
