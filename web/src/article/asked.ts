// What an article has asked of a figure and not been answered: each is answered once, in its order, whatever becomes of the
// frame meanwhile. A frame that is replaced is asked again; one that says nothing for long is answered for.
export type Message = Record<string, unknown> & { type: string };

interface Waiting {
  id: string;
  message: Message;
  isSent: boolean;
}

let count = 0;

export class Asked {
  #waiting: Waiting[] = [];
  #timer = 0;
  readonly #giveUp: (id: string, why: string) => void;
  readonly #patienceMs: () => number;

  constructor(patienceMs: () => number, giveUp: (id: string, why: string) => void) {
    this.#patienceMs = patienceMs;
    this.#giveUp = giveUp;
  }
  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }
  add(message: Message): void {
    this.#waiting.push({ id: `fr-${(count += 1)}`, message, isSent: false });
    if (!this.#timer) this.#watch();
  }
  send(post: (id: string, message: Message) => void): void {
    for (const one of this.#waiting.filter(({ isSent }) => !isSent)) {
      post(one.id, one.message);
      one.isSent = true;
    }
  }
  /** The frame that was asked is gone. */
  unsend(): void {
    for (const one of this.#waiting) one.isSent = false;
  }
  /** Whether that was still to be answered. */
  answered(id: unknown): boolean {
    const rest = this.#waiting.filter((one) => one.id !== id);
    const isOurs = rest.length < this.#waiting.length;
    this.#waiting = rest;
    if (isOurs) this.#watch();
    return isOurs;
  }
  fail(why: string): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const all = this.#waiting;
    this.#waiting = [];
    for (const { id } of all) this.#giveUp(id, why);
  }
  // From the last sign of life on.
  #watch(): void {
    clearTimeout(this.#timer);
    const late = "The figure has not answered: its frame may be blocked, missing or without a connection.";
    this.#timer = this.isEmpty ? 0 : window.setTimeout(() => this.fail(late), this.#patienceMs());
  }
}
