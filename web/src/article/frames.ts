// The frames of an element, one at a time: another for each place in the page and for each address. What an article asks is
// sent once its frame lives, and what the frame says goes where it belongs.
import { Frame } from "./frame.ts";
import { countLab, type Resting } from "./graphics.ts";
import { wantsToSay, willSay, type Speaker } from "./speaker.ts";
import type { Message } from "./asked.ts";
import type { Reply } from "./protocol.ts";
import type { Replies } from "./replies.ts";

const unnamed = "First Refusal: how much demand the Microsoft–OpenAI deal can bear"; // until its deal is known

export class Frames {
  readonly #figure: Speaker & Resting;
  readonly #replies: Replies;
  readonly #show: (isDrawn: boolean) => void;
  #frame: Frame | undefined; // while the element is in a page

  /** `show`: the frame in place of what the article wrote, or that again. */
  constructor(figure: Speaker & Resting, replies: Replies, show: (isDrawn: boolean) => void) {
    this.#figure = figure;
    this.#replies = replies;
    this.#show = show;
  }
  get isOpen(): boolean {
    return this.#frame !== undefined;
  }

  open(place: HTMLElement, address: string, height: number): void {
    const frame = new Frame(address, this.#figure.title || unnamed, height, {
      onReload: () => this.#wait(),
      onMessage: (message) => this.#hear(message),
    });
    this.#frame = frame;
    this.#wait();
    place.append(frame.element);
    if (!this.#replies.asked.isEmpty) frame.hurry();
  }
  close(): void {
    this.#wait();
    this.#frame?.remove();
    this.#frame = undefined;
    countLab(this.#figure, false);
  }
  ask(message: Message): void {
    this.#replies.asked.add(message);
    this.#frame?.hurry();
    this.#sendAsked();
  }
  send(id: string | null, message: Message): void {
    this.#frame?.send(id, message);
  }

  #wait(): void {
    this.#show(false);
    this.#replies.unsend();
  }
  #sendAsked(): void {
    if (this.#frame?.isAlive) this.#replies.asked.send((id, message) => this.send(id, message));
  }
  #hear(message: Reply): void {
    this.#sendAsked();
    switch (message.type) {
      case "ready":
        return this.#readied(message);
      case "drawn":
        return this.#show(true);
      case "size":
        return this.#frame?.resize(message.height);
      case "lab":
        return countLab(this.#figure, message.open);
      case "says":
        return wantsToSay(this.#figure, message.says);
      case "change":
        if (message.says) willSay(this.#figure);
        return this.#replies.changed(message);
      case "error":
        return this.#replies.refused(message);
      default:
        return this.#replies.tell(message);
    }
  }
  #readied(message: Extract<Reply, { type: "ready" }>): void {
    if (this.#replies.isReady) return; // greeted twice
    this.#show(true);
    if (this.#frame && !this.#figure.title) this.#frame.element.title = `First Refusal: ${message.state.title}`; // unlike another's
    this.#replies.readied(message);
  }
}
