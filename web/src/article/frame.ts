// One life of the frame inside the element: an iframe from its insertion to its removal. It is greeted and heard only through
// here, and what a former one still says is heard by nobody.
import { sandbox } from "./sandbox.ts";
import type { Reply } from "./protocol.ts";

export interface FrameEvents {
  onReload(): void; // another document is in place of the one that was heard
  onMessage(message: Reply): void;
}

const tallest = 20_000; // CSS pixels

export class Frame {
  readonly element = document.createElement("iframe");
  isAlive = false; // it has spoken since its document was loaded
  readonly #stop = new AbortController();
  #isLoaded = false; // a document is there: ours, or the browser's own words that it is not

  constructor(address: string, title: string, height: number, { onReload, onMessage }: FrameEvents) {
    const frame = this.element;
    frame.title = title;
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.setAttribute("sandbox", sandbox);
    frame.src = address;
    this.resize(height);
    const listening = { signal: this.#stop.signal };
    // It answers a greeting at once with its height, if it is ours, and with `ready` when somebody looks.
    frame.addEventListener("load", () => {
      this.isAlive = false;
      if (this.#isLoaded) onReload();
      this.#isLoaded = true;
      this.send(null, { type: "hello" });
    }, listening);
    addEventListener("message", ({ source, origin, data }: MessageEvent<Reply>) => {
      if (source !== frame.contentWindow || (origin !== "null" && origin !== new URL(address).origin)) return;
      if (typeof data !== "object" || data?.v !== 1) return;
      this.isAlive = this.#isLoaded;
      onMessage(data);
    }, listening);
  }

  resize(height: number): void {
    if (Number.isFinite(height) && height > 0 && height < tallest) this.element.style.height = `${Math.ceil(height)}px`;
  }
  /** Somebody asks something of it: it is fetched wherever it stands. */
  hurry(): void {
    this.element.loading = "eager";
  }
  send(id: string | null, message: Record<string, unknown>): void {
    // The frame is sandboxed: its origin is opaque and cannot be named.
    this.element.contentWindow?.postMessage({ v: 1, id, ...message }, "*");
  }
  remove(): void {
    this.#stop.abort();
    this.element.remove();
  }
}
