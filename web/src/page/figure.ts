// Who has the page's state: the lab, or where it cannot be had the smaller engine, which does all but the canvas.
import { openEngine } from "../explainer/engine.ts";
import { openLab } from "../explainer/lab.ts";
import { reasonText } from "../explainer/told.ts";
import { filesOf } from "../words/later.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Story } from "../explainer/runway.ts";
import type { Describe, Explainer, FailureReason } from "../explainer/types.ts";

export interface FigureEvents {
  onPublish(state: Describe): void; // of what is open
  onFailure(reason: FailureReason, message: string): void;
}

export class Figure implements Holder {
  readonly page = new URL("./", location.href).href;
  readonly #events: FigureEvents;
  #opened: Explainer | undefined;

  constructor(events: FigureEvents) {
    this.#events = events;
  }

  get now(): Explainer {
    if (!this.#opened) throw new Error("The figure is not ready yet.");
    return this.#opened;
  }
  /** Undefined until it is open, and where nothing can be opened. */
  get opened(): Explainer | undefined {
    return this.#opened;
  }

  async open(canvas: HTMLCanvasElement, story: Story): Promise<void> {
    const onPublish = (state: Describe): void => {
      if (this.#opened) this.#events.onPublish(state);
    };
    try {
      this.#opened = await openLab(canvas, { onPublish, ...filesOf(this), onFailure: (...told) => this.#labFails(...told) }, story);
    } catch (reason) {
      this.#opened = await openEngine({ onPublish, onFailure: (message) => this.#events.onFailure("no-wasm", message) });
      this.#events.onFailure("no-webgl2", reasonText(reason));
    }
  }

  // Until it is open the engine is tried before anything is given up.
  #labFails(reason: FailureReason, message: string): void {
    if (this.#opened || reason !== "no-wasm") this.#events.onFailure(reason, message);
  }
}
