// The engine has the state, and the lab while it is open: one of them at any time. A turn passes on only when the next one
// has drawn with the same state; whatever fails leaves the state where it is and says what still works.
import { openEngine } from "../explainer/engine.ts";
import { wayOn, type WayOn } from "../explainer/fetched.ts";
import { reasonText } from "../explainer/told.ts";
import { filesOf } from "../words/later.ts";
import { labAfter, renewed } from "./lab-turn.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Describe, Explainer, LabApi } from "../explainer/types.ts";

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
      this.#lab = await labAfter(this.#engine, this.#canvas, {
        onPublish: (state) => this.#lab && this.#events.onPublish(state),
        ...filesOf(this),
        onFailure: (message) => {
          if (this.#lab) this.#giveBack(message);
          return this.isLab;
        },
      });
      this.#events.onTurn(true);
    } catch (reason) {
      this.#canvas = renewed(this.#canvas);
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
    this.#canvas = renewed(this.#canvas);
    this.#events.onTurn(false);
    if (answer && !answer.ok) this.#events.onFailure(`What was changed in the full figure could not be taken over: ${answer.error}`);
  }

  // The lab may be in the middle of a call, and may not be able to tell its state any more.
  #giveBack(message: string): void {
    queueMicrotask(() => {
      try {
        this.closeLab();
      } catch {
        this.#lab = undefined;
        this.#canvas = renewed(this.#canvas);
        this.#events.onTurn(false);
      }
      this.#events.onFailure(`${isBack} ${message}`);
    });
  }
}
