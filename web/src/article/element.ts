// embed.js: <first-refusal>, a figure in an article, and <fr-number>, a number in the article's own prose that drags it.
// One file without dependencies. What an article writes inside <first-refusal> is what remains without JavaScript.
import { embedHeight } from "./embed-size.ts";
import type { Limits, Reply, Summary } from "./protocol.ts";

const mostLabs = 8; // browsers keep 16 graphics contexts a page, phones fewer, and take the oldest away
const base = new URL(/* @vite-ignore */ "./", import.meta.url);
const ownFrames: readonly string[] = DEALS_WITH_A_FRAME; // whose still picture is there before any script
const passedOn = ["view", "contract", "theme", "controls", "plain", "static"] as const;

const openLabs: FirstRefusalElement[] = [];

export class FirstRefusalElement extends HTMLElement {
  static readonly observedAttributes = ["state", ...passedOn];
  readonly #frame = document.createElement("iframe");
  #limits: Record<string, Limits> = {};
  #state: Summary | undefined;
  #isReady = false;
  #isBuilt = false;

  connectedCallback(): void {
    if (this.#isBuilt) return;
    this.#isBuilt = true;
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host{display:block}iframe{display:block;width:100%;border:0;color-scheme:normal}");
    root.adoptedStyleSheets = [sheet];
    const frame = this.#frame;
    frame.title = this.title || "First Refusal: how much demand the Microsoft–OpenAI deal can bear";
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads");
    frame.style.height = `${this.#expectedHeight()}px`;
    frame.src = this.#address();
    frame.addEventListener("load", () => this.#send({ type: "hello" }));
    root.append(frame);
    addEventListener("message", this.#hear);
  }
  disconnectedCallback(): void {
    removeEventListener("message", this.#hear);
    const at = openLabs.indexOf(this);
    if (at >= 0) openLabs.splice(at, 1);
    this.#isBuilt = this.shadowRoot !== null; // put back elsewhere, it goes on
    if (this.isConnected === false) queueMicrotask(() => this.isConnected && addEventListener("message", this.#hear));
  }
  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#isBuilt || before === now) return;
    if (name === "state" && this.#isReady) this.#send({ type: "goto", state: now ?? "" });
    else this.#frame.src = this.#address();
  }

  /** Sets an input; `change` or `error` events say what came of it. */
  set(key: string, value: number | string): void {
    this.#send({ type: "set", key, value });
  }
  pick(contract: string): void {
    this.#send({ type: "pick", contract });
  }
  goto(state: string): void {
    this.#send({ type: "goto", state });
  }
  undo(): void {
    this.#send({ type: "undo" });
  }
  /** The last state the figure told; undefined until it is ready. */
  get summary(): Summary | undefined {
    return this.#state;
  }
  limits(key: string): Limits | undefined {
    return this.#limits[key];
  }
  rest(): void {
    this.#send({ type: "rest" });
  }

  #address(): string {
    const state = this.getAttribute("state")?.replace(/^.*#/, "");
    const deal = state ? /^1([a-z0-9-]+)/.exec(state)?.[1] : this.getAttribute("contract");
    const address = new URL(deal && ownFrames.includes(deal) ? `embed-${deal}.html` : "embed.html", base);
    for (const name of passedOn) {
      const value = this.getAttribute(name);
      if (value !== null) address.searchParams.set(name, value);
    }
    if (state) address.hash = state;
    return address.href;
  }
  #expectedHeight(): number {
    const isStatic = this.hasAttribute("static");
    const controls = isStatic ? 0 : (this.getAttribute("controls") ?? "demand.growth").split(",").filter(Boolean).length;
    return embedHeight(this.clientWidth || 640, { controls, isPlain: isStatic || this.hasAttribute("plain") });
  }
  #send(message: Record<string, unknown>): void {
    // The frame is sandboxed: its origin is opaque and cannot be named.
    this.#frame.contentWindow?.postMessage({ v: 1, id: null, ...message }, "*");
  }
  readonly #hear = (event: MessageEvent): void => {
    if (event.source !== this.#frame.contentWindow || (event.origin !== "null" && event.origin !== base.origin)) return;
    const message = event.data as Reply;
    if (typeof message !== "object" || message === null || message.v !== 1) return;
    this.#take(message);
  };
  #take(message: Reply): void {
    switch (message.type) {
      case "ready":
        this.#isReady = true;
        this.#limits = message.inputs;
        this.#state = message.state;
        this.#send({ type: "subscribe" });
        break;
      case "change":
        this.#state = message.state;
        break;
      case "size":
        if (Number.isFinite(message.height) && message.height > 0 && message.height < 20_000)
          this.#frame.style.height = `${Math.ceil(message.height)}px`;
        return;
      case "lab":
        return this.#count(message.open);
      default:
        break;
    }
    this.dispatchEvent(new CustomEvent(`first-refusal-${message.type}`, { detail: message, bubbles: true }));
  }
  #count(isOpen: boolean): void {
    const at = openLabs.indexOf(this);
    if (at >= 0) openLabs.splice(at, 1);
    if (isOpen) openLabs.push(this);
    while (openLabs.length > mostLabs) openLabs.shift()?.rest();
  }
}

const pixelsPerStep = 6;

/** A number in running text: drag it sideways, or use the arrow keys. Without script it is the text it was. */
export class FirstRefusalNumber extends HTMLElement {
  #figure: FirstRefusalElement | undefined;
  #before = "";
  #after = "";
  #value = Number.NaN;
  #drag: { x: number; value: number } | undefined;

  connectedCallback(): void {
    const [, before = "", number = "", after = ""] = /^([^\d]*)([\d.,]+)(.*)$/s.exec(this.textContent ?? "") ?? [];
    this.#before = before;
    this.#after = after;
    this.#value = Number(number.replace(",", ""));
    document.addEventListener("first-refusal-ready", this.#follow);
    document.addEventListener("first-refusal-change", this.#follow);
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("pointerdown", (event) => this.#down(event));
    this.addEventListener("pointermove", (event) => this.#move(event));
    for (const end of ["pointerup", "pointercancel"]) this.addEventListener(end, () => (this.#drag = undefined));
    queueMicrotask(() => this.#show());
  }
  disconnectedCallback(): void {
    document.removeEventListener("first-refusal-ready", this.#follow);
    document.removeEventListener("first-refusal-change", this.#follow);
  }

  get #input(): string {
    return this.getAttribute("input") ?? "";
  }
  get #limits(): Limits | undefined {
    return this.#figure?.limits(this.#input);
  }
  #own(): FirstRefusalElement | null {
    const id = this.getAttribute("for");
    const found = id ? document.getElementById(id) : document.querySelector("first-refusal");
    return found instanceof FirstRefusalElement ? found : null;
  }
  readonly #follow = (): void => this.#show();
  #show(): void {
    const figure = this.#own();
    const value = figure?.summary?.inputs[this.#input];
    if (!figure || typeof value !== "number") return;
    this.#figure = figure;
    const limits = this.#limits;
    if (!limits) return;
    this.#value = value;
    const digits = Math.max(0, -Math.floor(Math.log10(limits.step) + 1e-9));
    this.textContent = `${this.#before}${value.toFixed(Math.min(digits, 2)).replace(/(\.\d)0$/, "$1")}${this.#after}`;
    this.tabIndex = 0;
    this.style.cssText = "cursor:ew-resize;touch-action:pan-y;text-decoration:underline dotted;user-select:none";
    this.setAttribute("role", "slider");
    this.setAttribute("aria-label", limits.label);
    this.setAttribute("aria-valuemin", String(limits.low));
    this.setAttribute("aria-valuemax", String(limits.high));
    this.setAttribute("aria-valuenow", String(value));
    this.setAttribute("aria-valuetext", `${value} ${limits.unit}`);
  }
  #set(wanted: number): void {
    const limits = this.#limits;
    if (!limits || !this.#figure) return;
    const steps = Math.round((wanted - limits.low) / limits.step);
    const value = Math.min(limits.high, Math.max(limits.low, Number((limits.low + steps * limits.step).toFixed(6))));
    if (value !== this.#value) this.#figure.set(this.#input, value);
    this.#value = value;
  }
  #key(event: KeyboardEvent): void {
    const limits = this.#limits;
    if (!limits || event.altKey || event.ctrlKey || event.metaKey) return;
    const far = 10 * limits.step;
    const to: Record<string, number> = {
      ArrowRight: this.#value + limits.step,
      ArrowUp: this.#value + limits.step,
      ArrowLeft: this.#value - limits.step,
      ArrowDown: this.#value - limits.step,
      PageUp: this.#value + far,
      PageDown: this.#value - far,
      Home: limits.low,
      End: limits.high,
    };
    const wanted = to[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    this.#set(wanted);
  }
  #down(event: PointerEvent): void {
    if (!this.#limits || event.button !== 0) return;
    this.setPointerCapture(event.pointerId);
    this.focus({ preventScroll: true });
    this.#drag = { x: event.clientX, value: this.#value };
  }
  #move(event: PointerEvent): void {
    const limits = this.#limits;
    if (!limits || !this.#drag) return;
    this.#set(this.#drag.value + Math.round((event.clientX - this.#drag.x) / pixelsPerStep) * limits.step);
  }
}

if (!customElements.get("first-refusal")) customElements.define("first-refusal", FirstRefusalElement);
if (!customElements.get("fr-number")) customElements.define("fr-number", FirstRefusalNumber);
