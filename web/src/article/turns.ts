// The engine has the state, and the lab while it is open: one of them at any time. A turn passes on only when the next one
// has drawn with the same state; whatever fails leaves the state where it is and says what still works.
import { make } from "../explainer/dom.ts";
import { openEngine } from "../explainer/engine.ts";
import { fetched, wayOn, type WayOn } from "../explainer/fetched.ts";
import { reasonText } from "../explainer/told.ts";
import { filesOf } from "../words/later.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe, Explainer, FailureReason, LabApi, LabCallbacks } from "../explainer/types.ts";

export interface TurnsEvents {
  onOpen(engine: Explainer): void; // for the first time, and once
  onMissing(reason: unknown): void; // there will be no engine
  onStop(message: string): void; // the engine has stopped
  onPublish(state: Describe): void; // of the one whose turn it is
  onTurn(isLab: boolean): void; // the lab has the state now, or has given it back
  onFailure(message: string, on?: WayOn): void; // of the lab: the engine goes on
}

const staysSmall = "The full figure cannot be shown here, so the small one stays.";
const isBack = "The full figure has stopped, so the small one is back with its state.";
const causes: Record<FailureReason, string> = {
  "no-webgl2": "This browser lacks WebGL 2 or has switched it off.",
  "no-wasm": "",
  lost: "The browser has taken its graphics away.",
};

export class Turns implements Holder {
  readonly page: string;
  readonly #events: TurnsEvents;
  #engine: Explainer | undefined;
  #lab: LabApi | undefined;
  #canvas: HTMLCanvasElement;
  #isBegun = false;
  #isOpening = false;

  constructor(page: string, canvas: HTMLCanvasElement, events: TurnsEvents) {
    this.page = page;
    this.#canvas = canvas;
    this.#events = events;
  }

  get now(): Explainer {
    const now = this.#lab ?? this.#engine;
    if (!now) throw new Error("The figure is not ready yet.");
    return now;
  }
  get isOpen(): boolean {
    return this.#engine !== undefined;
  }
  get isLab(): boolean {
    return this.#lab !== undefined;
  }

  /** Opens the engine; asked again it does nothing. */
  open(): void {
    if (this.#isBegun) return;
    this.#isBegun = true;
    const onPublish = (state: Describe): void => {
      if (this.#engine && !this.#lab) this.#events.onPublish(state);
    };
    openEngine({ onPublish, onFailure: (message) => this.#events.onStop(message) })
      .then((engine) => this.#events.onOpen((this.#engine = engine)), (reason: unknown) => this.#events.onMissing(reason));
  }

  async openLab(): Promise<void> {
    if (!this.#engine || this.#lab || this.#isOpening) return;
    this.#isOpening = true;
    this.#canvas.hidden = false;
    try {
      this.#lab = await this.#opened(this.#engine);
      this.#events.onTurn(true);
    } catch (reason) {
      this.#renewCanvas();
      this.#events.onFailure(`${staysSmall} ${reasonText(reason)}`, wayOn(this, reason));
    }
    this.#isOpening = false;
  }

  /** Back to the engine, which takes the state over. */
  closeLab(): void {
    const lab = this.#lab;
    if (!lab) return;
    const answer = this.#engine?.restore(lab.save());
    this.#lab = undefined;
    lab.close();
    this.#renewCanvas();
    this.#events.onTurn(false);
    if (answer && !answer.ok) this.#events.onFailure(`What was changed in the full figure could not be taken over: ${answer.error}`);
  }

  // A lab that has drawn and has the engine's state, or the reason why there is none.
  async #opened(engine: Explainer): Promise<LabApi> {
    const failures: string[] = [];
    const { openLab } = await fetched(() => import("../explainer/lab.ts"));
    const lab = await openLab(this.#canvas, this.#callbacks((message) => failures.push(message)));
    const answer = failures.length > 0 ? undefined : lab.restore(engine.save());
    if (answer?.ok) return lab;
    lab.close();
    throw new Error(answer?.error ?? failures[0]);
  }

  #callbacks(onEarlyFailure: (message: string) => void): LabCallbacks {
    return {
      onPublish: (state) => this.#lab && this.#events.onPublish(state),
      ...filesOf(this),
      onFailure: (reason, told) => {
        const message = told || causes[reason];
        if (this.#lab) this.#giveBack(message);
        else onEarlyFailure(message);
      },
    };
  }

  // The lab may be in the middle of a call, and may not be able to tell its state any more.
  #giveBack(message: string): void {
    queueMicrotask(() => {
      try {
        this.closeLab();
      } catch {
        this.#lab = undefined;
        this.#renewCanvas();
        this.#events.onTurn(false);
      }
      this.#events.onFailure(`${isBack} ${message}`);
    });
  }

  // A canvas has one context for life, so the next lab gets a new one.
  #renewCanvas(): void {
    const fresh = make("canvas");
    for (const { name, value } of this.#canvas.attributes) if (name !== "style") fresh.setAttribute(name, value);
    fresh.hidden = true;
    this.#canvas.replaceWith(fresh);
    this.#canvas = fresh;
  }
}
