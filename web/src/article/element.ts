// <first-refusal>, a figure in an article. What an article writes inside it is shown until the frame says that it has drawn,
// and again when the frame goes. docs/embedding.md tells its life as states.
import { passedOn } from "./flags.ts";
import { frameAddress, frameHeight } from "./frame-address.ts";
import { Frames } from "./frames.ts";
import { Replies } from "./replies.ts";
import { countSpeaker } from "./speaker.ts";
import { stackIn } from "./stack.ts";
import type { Limits, Summary } from "./protocol.ts";

export class FirstRefusalElement extends HTMLElement {
  static readonly observedAttributes = ["state", "group", ...passedOn];
  static patienceMs = 20_000; // with a frame that says nothing
  #stack: HTMLDivElement | undefined;
  readonly #voice = document.createElement("p"); // what is heard of the frame
  #changed = new Set<string>(); // attributes, in this turn
  readonly #replies: Replies = new Replies(
    this,
    () => FirstRefusalElement.patienceMs,
    (id, message) => this.#frames.send(id, message),
  );
  readonly #frames = new Frames(this, this.#replies, (isDrawn) => {
    if (this.#stack) this.#stack.className = isDrawn ? "drawn" : "waiting";
  });

  connectedCallback(): void {
    countSpeaker(this, true);
    this.#replies.group.join(this.getAttribute("group"));
    if (!this.#frames.isOpen) this.#insert();
  }
  /** Moved by moveBefore(): the frame lives on. */
  connectedMoveCallback(): void {}
  disconnectedCallback(): void {
    countSpeaker(this, false);
    this.#frames.close();
    this.#replies.group.leave();
    // Moved, it is put back in the same turn, and a frame of its new place answers.
    setTimeout(() => {
      if (!this.isConnected) this.#replies.asked.fail("The figure was taken out of the page before it answered.");
    });
  }
  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#frames.isOpen || before === now) return;
    if (name === "group") return this.#replies.group.join(now);
    this.#changed.add(name);
    if (this.#changed.size === 1) queueMicrotask(() => this.#follow());
  }

  /** Sets an input; a `change` or `error` event says what came of it. `held`: a drag goes on, until step(). */
  set(key: string, value: number | string, { held = false } = {}): void {
    this.#frames.ask({ type: "set", key, value, held });
  }
  step(): void {
    this.#frames.ask({ type: "step" });
  }
  pick(contract: string): void {
    this.#frames.ask({ type: "pick", contract });
  }
  /** What follows # in a share link, or {chapter}: of the story, by its id or number. */
  goto(where: string | { chapter: string | number }): void {
    this.#frames.ask(typeof where === "string" ? { type: "goto", state: where } : { type: "goto", chapter: where.chapter });
  }
  undo(): void {
    this.#frames.ask({ type: "undo" });
  }
  /** Gives the graphics of the full figure back. */
  rest(): void {
    this.#frames.send(null, { type: "rest" });
  }
  /** The last state the figure told; undefined until it is ready. */
  get summary(): Summary | undefined {
    return this.#replies.state;
  }
  get dealTitle(): string {
    return this.#replies.state?.title ?? "";
  }
  speak(text: string): void {
    this.#voice.replaceChildren(text); // anew, even where it reads the same
  }
  limits(key: string): Limits | undefined {
    return this.#replies.limits[key];
  }

  #insert(): void {
    this.#stack ??= stackIn(this, this.#voice); // first, since the style in it gives the element its width
    this.#frames.open(this.#stack, frameAddress(this, this.#replies.link), frameHeight(this));
  }
  // Attributes that were changed in one turn are one change.
  #follow(): void {
    const only = this.#changed.size === 1 ? [...this.#changed][0] : "";
    const isSet = ["state", "contract", "chapter"].some((name) => this.#changed.has(name));
    if (isSet) this.#replies.kept = "";
    this.#changed.clear();
    if (!this.#frames.isOpen) return;
    const [state, chapter] = [this.getAttribute("state"), this.getAttribute("chapter")];
    const isThere = this.#replies.isReady || !this.#replies.asked.isEmpty;
    if (only === "state" && state && isThere) return this.goto(state);
    if (only === "chapter" && chapter && isThere) return this.goto({ chapter });
    this.#replies.isSet ||= isSet;
    this.#frames.close(); // another frame, and not another address of this one: the article's history has no part in it
    this.#insert();
  }
}
