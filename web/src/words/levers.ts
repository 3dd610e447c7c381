// Every input of the model as a native control: a loop over the explainer's table, grouped as it is; the first group is open.
import { make } from "../explainer/dom.ts";
import { lever, type Lever } from "./lever.ts";
import { wordOf } from "./vocabulary.ts";
import type { Piece } from "./piece.ts";
import type { Holder } from "../explainer/holder.ts";

export interface Levers extends Piece {
  settle(): void; // what takes longer than a frame to work out
}

export function levers(holder: Holder): Levers {
  const content = make("div", "", "levers");
  const all: Lever[] = [];
  const groups = new Map<string, HTMLDetailsElement>();
  const groupOf = (name: string): HTMLDetailsElement => {
    const known = groups.get(name);
    if (known) return known;
    const group = make("details");
    group.open = groups.size === 0;
    group.append(make("summary", wordOf(holder.now.words().groups, name).spelled));
    groups.set(name, group);
    return group;
  };
  for (const row of holder.now.inputs()) {
    const made = lever(holder, row, { place: "lever", hasFlips: all.length === 0 });
    all.push(made);
    groupOf(row.group).append(made.content);
  }
  content.append(...groups.values());
  return { content, show: (state) => all.forEach((one) => one.show(state)), settle: () => all.forEach((one) => one.settle?.()) };
}
