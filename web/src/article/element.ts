// <first-refusal>, a figure in an article. What an article writes inside it is shown until the frame says that it has drawn,
// and again when the frame goes. docs/embedding.md tells its life as states.
import { Asked, type Message } from "./asked.ts";
import { embedHeight } from "./embed-size.ts";
import { controlKeys, frameFile, isOn, passedOn, setting } from "./flags.ts";
import { Frame } from "./frame.ts";
import { Membership } from "./group.ts";
import { countLab } from "./graphics.ts";
import { countSpeaker, wantsToSay, willSay } from "./speaker.ts";
import { linkIn } from "../explainer/link-text.ts";
import type { Limits, Reply, Summary } from "./protocol.ts";

const base = new URL(/* @vite-ignore */ "./", import.meta.url);
const style =
  ":host{display:block}div{display:grid}div>*{grid-area:1/1;min-width:0}slot{display:block}" +
  "iframe{display:block;width:100%;border:0;color-scheme:normal}.waiting iframe{visibility:hidden}.drawn slot{display:none}" +
  "p{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}";

const following = "follow"; // the id of what the group asks of its figures

export class FirstRefusalElement extends HTMLElement {
  static readonly observedAttributes = ["state", "group", ...passedOn];
  static patienceMs = 20_000; // with a frame that says nothing
  #stack: HTMLDivElement | undefined;
  readonly #voice = document.createElement("p"); // what is heard of the frame
  #frame: Frame | undefined; // while the element is in a page
  #isLoaded = false;
  #isAlive = false; // it has spoken since its document was loaded
  #isReady = false;
  #limits: Record<string, Limits> = {};
  #state: Summary | undefined;
  #isSet = false; // the article has set anew what it shows: its group follows
  readonly #group = new Membership(this, (way) => this.#frame?.send(following, way));
  #kept = ""; // the link of the last state, which a new frame opens
  #untold: Reply | undefined; // a change of the state while answers to come will tell it
  #changed = new Set<string>(); // attributes, in this turn
  readonly #asked = new Asked(
    () => FirstRefusalElement.patienceMs,
    (id, error) => this.#tell({ v: 1, id, type: "error", error }),
  );

  connectedCallback(): void {
    countSpeaker(this, true);
    this.#group.join(this.getAttribute("group"));
    if (!this.#frame) this.#insert();
  }
  /** Moved by moveBefore(): the frame lives on. */
  connectedMoveCallback(): void {}
  disconnectedCallback(): void {
    countSpeaker(this, false);
    this.#remove();
    this.#group.leave();
    // Moved, it is put back in the same turn, and a frame of its new place answers.
    setTimeout(() => {
      if (!this.isConnected) this.#asked.fail("The figure was taken out of the page before it answered.");
    });
  }
  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#frame || before === now) return;
    if (name === "group") return this.#group.join(now);
    this.#changed.add(name);
    if (this.#changed.size === 1) queueMicrotask(() => this.#follow());
  }

  /** Sets an input; a `change` or `error` event says what came of it. `held`: a drag goes on, until step(). */
  set(key: string, value: number | string, { held = false } = {}): void {
    this.#ask({ type: "set", key, value, held });
  }
  step(): void {
    this.#ask({ type: "step" });
  }
  pick(contract: string): void {
    this.#ask({ type: "pick", contract });
  }
  /** What follows # in a share link, or {chapter}: of the story, by its id or number. */
  goto(where: string | { chapter: string | number }): void {
    this.#ask(typeof where === "string" ? { type: "goto", state: where } : { type: "goto", chapter: where.chapter });
  }
  undo(): void {
    this.#ask({ type: "undo" });
  }
  /** Gives the graphics of the full figure back. */
  rest(): void {
    this.#frame?.send(null, { type: "rest" });
  }
  /** The last state the figure told; undefined until it is ready. */
  get summary(): Summary | undefined {
    return this.#state;
  }
  get dealTitle(): string {
    return this.#state?.title ?? "";
  }
  speak(text: string): void {
    this.#voice.replaceChildren(text); // anew, even where it reads the same
  }
  limits(key: string): Limits | undefined {
    return this.#limits[key];
  }

  #insert(): void {
    const room = this.#room(); // first, since the style in it gives the element its width
    const frame = new Frame(this.#address(), this.title || "First Refusal: how much demand the Microsoft–OpenAI deal can bear", this.#height(), {
      onLoad: (isFirst) => this.#loaded(isFirst),
      onMessage: (message) => this.#hear(message),
    });
    this.#frame = frame;
    this.#wait();
    room.append(frame.element);
    if (!this.#asked.isEmpty) frame.hurry();
  }
  #remove(): void {
    this.#wait();
    this.#frame?.remove();
    this.#frame = undefined;
    countLab(this, false);
  }
  // Made at the first insertion: a constructor must leave the element as it is.
  #room(): HTMLDivElement {
    if (this.#stack) return this.#stack;
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    this.#stack = document.createElement("div");
    this.#stack.className = "waiting";
    this.#stack.append(document.createElement("slot"));
    this.#voice.setAttribute("aria-live", "polite");
    root.append(this.#stack, this.#voice);
    return this.#stack;
  }
  #wait(): void {
    if (this.#stack) this.#stack.className = "waiting";
    this.#isLoaded = this.#isAlive = this.#isReady = false;
    this.#group.unsend();
    this.#state = this.#untold = undefined;
    this.#asked.unsend();
  }
  #drawn(): void {
    if (this.#stack) this.#stack.className = "drawn";
  }

  // Attributes that were changed in one turn are one change.
  #follow(): void {
    const only = this.#changed.size === 1 ? [...this.#changed][0] : "";
    const isSet = ["state", "contract", "chapter"].some((name) => this.#changed.has(name));
    if (isSet) this.#kept = "";
    this.#changed.clear();
    if (!this.#frame) return;
    const [state, chapter] = [this.getAttribute("state"), this.getAttribute("chapter")];
    const isThere = this.#isReady || !this.#asked.isEmpty;
    if (only === "state" && state && isThere) return this.goto(state);
    if (only === "chapter" && chapter && isThere) return this.goto({ chapter });
    this.#isSet ||= isSet;
    this.#remove(); // another frame, and not another address of this one: the article's history has no part in it
    this.#insert();
  }
  #address(): string {
    const shared = this.#isSet ? undefined : this.#group.link;
    const state = shared ?? (this.#kept || linkIn(this.getAttribute("state") ?? ""));
    const address = new URL(frameFile(state, this.getAttribute("contract")), base);
    for (const name of passedOn) {
      const value = setting(this, name);
      if (value !== null) address.searchParams.set(name, value);
    }
    if (state) address.hash = state;
    return address.href;
  }
  #height(): number {
    const isStatic = isOn(this.getAttribute("static"));
    const controls = isStatic ? 0 : controlKeys(this.getAttribute("controls")).length;
    return embedHeight(this.clientWidth || 640, { controls, isPlain: isStatic || isOn(this.getAttribute("plain")) });
  }

  #ask(message: Message): void {
    this.#asked.add(message);
    this.#frame?.hurry();
    if (this.#isAlive) this.#send();
  }
  #send(): void {
    this.#asked.send((id, message) => this.#frame?.send(id, message));
  }
  // The frame answers a greeting at once with its height, if it is ours, and with `ready` when somebody looks.
  #loaded(isFirst: boolean): void {
    if (!isFirst) this.#wait();
    this.#isLoaded = true;
    this.#frame?.send(null, { type: "hello" });
  }
  #hear(message: Reply): void {
    if (this.#isLoaded && !this.#isAlive) {
      this.#isAlive = true;
      this.#send();
    }
    switch (message.type) {
      case "ready":
        return this.#readied(message);
      case "drawn":
        return this.#drawn();
      case "size":
        return this.#frame?.resize(message.height);
      case "lab":
        return countLab(this, message.open);
      case "says":
        return wantsToSay(this, message.says);
      case "change":
        if (message.says) willSay(this);
        return this.#took(message);
      case "error":
        return this.#refused(message);
      default:
        return this.#tell(message);
    }
  }
  #readied(message: Extract<Reply, { type: "ready" }>): void {
    if (this.#isReady) return; // greeted twice
    this.#drawn();
    this.#isReady = true;
    this.#limits = message.inputs;
    this.#remember(message.state);
    if (this.#frame && !this.title) this.#frame.element.title = `First Refusal: ${message.state.title}`; // unlike another's
    this.#frame?.send("subscribe", { type: "subscribe", speaks: true });
    this.#tell(message);
    this.#group.readied(this.#isSet);
    this.#isSet = false;
  }
  #took(message: Extract<Reply, { type: "change" }>): void {
    this.#remember(message.state);
    if (message.id === "subscribe") return;
    if (message.id === following) return this.#followed(message);
    if (message.id === null && (this.#group.isFollowing || !this.#asked.isEmpty)) {
      this.#untold = message;
      return;
    }
    if (message.id !== null && !this.#asked.answered(message.id)) return;
    this.#untold = undefined;
    this.#tell(message);
    this.#group.lead();
  }
  // As any change that the article has not asked for.
  #followed(message: Reply): void {
    this.#untold = undefined;
    this.#tell({ ...message, id: null });
    this.#group.answered();
  }
  #refused(message: Reply): void {
    if (message.id === following) return this.#followed(message);
    if (message.id !== null && !this.#asked.answered(message.id)) return;
    this.#tell(message);
    if (!this.#untold || !this.#asked.isEmpty) return;
    this.#tell(this.#untold);
    this.#untold = undefined;
  }
  #remember(state: Summary): void {
    this.#state = state;
    this.#kept = state.link;
  }
  #tell(message: Reply): void {
    this.dispatchEvent(new CustomEvent(`first-refusal-${message.type}`, { detail: message, bubbles: true, composed: true }));
  }
}
