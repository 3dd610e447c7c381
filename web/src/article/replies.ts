// What the replies of a figure come to: the state that the element knows, and the events that the article hears. Each call ends
// in one event, and what a group does to its figures is told as if a reader had done it.
import { Asked, type Message } from "./asked.ts";
import { Membership } from "./group.ts";
import type { Limits, Reply, Summary } from "./protocol.ts";

type Told<Type extends Reply["type"]> = Extract<Reply, { type: Type }>;
interface Figure extends HTMLElement {
  readonly summary: Summary | undefined;
}

const following = "follow"; // the id of what the group asks of its figures
const subscribing = "subscribe";

export class Replies {
  readonly asked: Asked;
  readonly group: Membership;
  isReady = false;
  state: Summary | undefined;
  limits: Record<string, Limits> = {};
  kept = ""; // the link of the last state
  isSet = false; // the article has set anew what it shows: its group follows
  readonly #figure: Figure;
  readonly #send: (id: string, message: Message) => void;
  #untold: Reply | undefined; // a change of the state while answers to come will tell it

  constructor(figure: Figure, patienceMs: () => number, send: (id: string, message: Message) => void) {
    this.#figure = figure;
    this.#send = send;
    this.asked = new Asked(patienceMs, (id, error) => this.tell({ v: 1, id, type: "error", error }));
    this.group = new Membership(figure, (way) => send(following, way));
  }
  /** What a new frame opens; empty: what the attributes say. */
  get link(): string {
    return (this.isSet ? undefined : this.group.link) ?? this.kept;
  }

  /** The frame that replied is gone, or another. */
  unsend(): void {
    this.isReady = false;
    this.group.unsend();
    this.state = this.#untold = undefined;
    this.asked.unsend();
  }
  readied(message: Told<"ready">): void {
    this.isReady = true;
    this.limits = message.inputs;
    this.#remember(message.state);
    this.#send(subscribing, { type: "subscribe", speaks: true });
    this.tell(message);
    this.group.readied(this.isSet);
    this.isSet = false;
  }
  changed(message: Told<"change">): void {
    this.#remember(message.state);
    if (message.id === subscribing) return;
    if (message.id === following) return this.#followed(message);
    if (message.id === null && (this.group.isFollowing || !this.asked.isEmpty)) {
      this.#untold = message;
      return;
    }
    if (message.id !== null && !this.asked.answered(message.id)) return;
    this.#untold = undefined;
    this.tell(message);
    this.group.lead();
  }
  refused(message: Told<"error">): void {
    if (message.id === following) return this.#followed(message);
    if (message.id !== null && !this.asked.answered(message.id)) return;
    this.tell(message);
    if (!this.#untold || !this.asked.isEmpty) return;
    this.tell(this.#untold);
    this.#untold = undefined;
  }
  tell(message: Reply): void {
    this.#figure.dispatchEvent(new CustomEvent(`first-refusal-${message.type}`, { detail: message, bubbles: true, composed: true }));
  }

  // As any change that the article has not asked for.
  #followed(message: Reply): void {
    this.#untold = undefined;
    this.tell({ ...message, id: null });
    this.group.answered();
  }
  #remember(state: Summary): void {
    this.state = state;
    this.kept = state.link;
  }
}
