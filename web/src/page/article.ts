// What a publisher's own script can do with figures: the prose says what those of its group find, and a figure of another deal
// follows their demand. Without script the words for the deal as it opens stand there already.
import { write } from "../explainer/dom.ts";
import { liveWords } from "../words/live-words.ts";
import type { Reply, Summary } from "../article/protocol.ts";

interface Figure extends HTMLElement {
  summary?: Summary;
  set(key: string, value: number | string): void;
}

const stayed = document.querySelector<Figure>("#stayed");
const shared = ["demand.growth", "azure.offer"];
let latest: Summary | undefined;

function show(state: Summary): void {
  latest = state;
  const words = liveWords(state.headline);
  for (const place of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const text = words[place.dataset.live ?? ""];
    if (text !== undefined) write(place, text);
  }
  follow();
}

function follow(): void {
  for (const key of shared) {
    const value = latest?.inputs[key];
    if (value !== undefined && stayed?.summary && stayed.summary.inputs[key] !== value) stayed.set(key, value);
  }
}

for (const kind of ["first-refusal-ready", "first-refusal-change"] as const)
  document.addEventListener(kind, (event) => {
    const { target, detail } = event as CustomEvent<Reply>;
    if (target === stayed) return void (kind === "first-refusal-ready" && follow());
    if ("state" in detail && typeof detail.state === "object") show(detail.state);
  });
