// How it stands, to be read again at any time: the deal and the month, the sentence, the clauses, what the reader has set.
// The same in short, with a small picture, stays in sight while a control further down has the focus.
import { make, onShade, write } from "../explainer/dom.ts";
import { monthText } from "../explainer/format.ts";
import { listOf, type Piece } from "./piece.ts";
import { drawn } from "./twin-figures.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe } from "../explainer/types.ts";

const untouched = "You have set nothing: this is the deal as it opens.";

export function standing(): Piece {
  const content = make("div", "", "standing");
  const [where, sentence, clauses, title] = [make("p"), make("p", "", "sentence"), make("p"), make("p")];
  const yours = make("div");
  content.append(where, sentence, clauses, title, yours);
  let told = "";
  return {
    content,
    show({ contract_title, selected, sentence: says, yours: set }) {
      write(where, `${contract_title}, in ${monthText(selected.month)}. ${selected.says[0]}`);
      write(sentence, says);
      write(clauses, selected.says[2]);
      write(title, set.length > 0 ? "You have set:" : untouched);
      if (told === set.join("\n")) return;
      told = set.join("\n");
      yours.replaceChildren(...(set.length > 0 ? [listOf(set)] : []));
    },
  };
}

const smallWidth = 300;
const smallHeight = 170;

export interface Pinned extends Piece {
  render(): void;
}

export function pinned(holder: Holder): Pinned {
  const content = make("div", "", "pinned");
  content.setAttribute("aria-hidden", "true"); // it stands above, to be read
  const [picture, sentence] = [make("div", "", "svg"), make("p")];
  content.append(picture, sentence);
  const short = matchMedia("(max-width: 44rem), (max-height: 30rem)");
  const says = ({ sentences }: Describe): string => (short.matches ? sentences.narrow : sentences.wide);
  const render = (): void => {
    if (content.clientWidth === 0) return;
    const svg = drawn(holder, "capacity", smallWidth, smallHeight);
    if (svg) picture.replaceChildren(svg);
  };
  onShade(render);
  return { content, show: (state) => write(sentence, says(state)), render };
}
