// Where a slider comes to change an outcome: marks on its track, and below it in words how far the next ones are.
import { make, write } from "../explainer/dom.ts";
import type { Holder } from "../explainer/holder.ts";
import type { InputRow } from "../explainer/types.ts";

export interface FlipMarks {
  words: HTMLElement;
  settle(): void; // works them out: it takes longer than a frame
}

export function flipMarks(holder: Holder, { key, low, high }: InputRow, track: HTMLElement): FlipMarks {
  const words = make("p", "", "flips");
  let marked = "";
  const mark = (values: readonly number[]): void => {
    if (marked === String(values)) return;
    marked = String(values);
    for (const old of track.querySelectorAll(".flip")) old.remove();
    for (const value of values) {
      const flip = make("span", "", "flip");
      flip.style.setProperty("--at", String((value - Number(low)) / (Number(high) - Number(low))));
      track.append(flip);
    }
  };
  return {
    words,
    settle() {
      const { at, next } = holder.now.flips(key);
      mark(at);
      write(words, next.map((flip) => `${flip}.`).join(" "));
    },
  };
}
