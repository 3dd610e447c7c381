// Figures of an article with the same `group` show one state: what happens to one of them the others follow. Each frame is
// sandboxed and runs an engine of its own, since browsers let such frames share nothing; what they share is a link.
import { dealOf } from "./flags.ts";
import { comesBefore } from "../explainer/dom.ts";
import type { Summary } from "./protocol.ts";

interface Grouped extends HTMLElement {
  readonly summary: Summary | undefined;
}
type Way = { type: "set"; key: string; value: number | string; held: true } | { type: "goto"; state: string };

interface Group {
  members: Set<Membership>;
  state: Summary | undefined; // of the one that was changed last
}
const groups = new Map<string, Group>();

/** How a figure in one state gets to another: a drag elsewhere is one step of undo here too. */
function wayTo(wanted: Summary, from: Summary): Way {
  const changed = Object.entries(wanted.inputs).filter(([key, value]) => from.inputs[key] !== value);
  const [first] = changed;
  if (!first || changed.length > 1 || wanted.contract !== from.contract) return { type: "goto", state: wanted.link };
  return { type: "set", key: first[0], value: first[1], held: true };
}

/** One figure's part in its group. */
export class Membership {
  readonly #figure: Grouped;
  readonly #send: (way: Way) => void;
  #name = "";
  #isFollowing = false; // it has been told a state and has not answered
  #attempt = ""; // the last that it was told

  constructor(figure: Grouped, send: (way: Way) => void) {
    this.#figure = figure;
    this.#send = send;
  }
  join(name: string | null): void {
    this.leave();
    if (!name) return;
    this.#name = name;
    const group = groups.get(name) ?? { members: new Set(), state: undefined };
    groups.set(name, group);
    group.members.add(this);
    this.#follow();
  }
  leave(): void {
    this.#group?.members.delete(this);
    if (this.#group?.members.size === 0) groups.delete(this.#name);
    this.#name = "";
  }
  get #group(): Group | undefined {
    return groups.get(this.#name);
  }
  get link(): string | undefined {
    return this.#group?.state?.link;
  }
  get isFollowing(): boolean {
    return this.#isFollowing;
  }

  /** Its frame is gone, or another. */
  unsend(): void {
    this.#isFollowing = false;
    this.#attempt = "";
  }
  /** Until one is changed the first in the article says what the others show; or the one whose state the article sets. */
  readied(isSet: boolean): void {
    if (isSet || (!this.#group?.state && this.#isFirst())) this.lead();
    this.#follow();
  }
  answered(): void {
    this.#isFollowing = false;
    this.#follow();
  }
  lead(): void {
    const { summary: state } = this.#figure;
    if (!this.#group || !state || state.link === this.link || dealOf(state.link) !== state.contract) return; // a reader's own contract is in no link
    this.#group.state = state;
    this.#attempt = "";
    for (const member of this.#group.members) if (member !== this) member.#follow();
  }

  #isFirst(): boolean {
    return [...(this.#group?.members ?? [])].every((other) => other === this || comesBefore(this.#figure, other.#figure));
  }
  // One state at a time, and then the latest: a drag elsewhere may be faster than a frame. What it cannot do is not asked again.
  #follow(): void {
    const [wanted, now] = [this.#group?.state, this.#figure.summary];
    if (!wanted || !now || this.#isFollowing || wanted.link === now.link) return;
    const way = wayTo(wanted, now);
    if (this.#attempt === way.type + wanted.link) return;
    this.#attempt = way.type + wanted.link;
    this.#isFollowing = true;
    this.#send(way);
  }
}
