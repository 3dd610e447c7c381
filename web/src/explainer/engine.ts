// Opens the engine: the explainer without a canvas. It drives the view in text and controls, the embed, and everything
// where there is no WebGL2.
import wasmAddress from "@lab/engine.wasm?url";
import { fetched } from "./fetched.ts";
import { explainer } from "./module.ts";
import type { Viewed } from "./view.ts";
import type { Describe, Explainer } from "./types.ts";

export interface EngineCallbacks {
  onPublish(state: Describe): void; // after each change of state
  onFailure(message: string): void; // it has stopped
}

// A sandboxed frame in WebKit may import scripts and fetch nothing under a strict policy: then the bytes come as a script.
async function bytesByImport(): Promise<Uint8Array> {
  const { default: base64 } = await fetched(() => import("@generated/engine-bytes.mjs"));
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

export async function openEngine(callbacks: EngineCallbacks): Promise<Explainer> {
  if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly, or it is switched off.");
  const { default: createEngine } = await fetched(() => import("@lab/engine.mjs"));
  let isOpen = false; // what fails before is answered by the promise
  let viewed: Viewed | undefined;
  const common = {
    onAbort: (reason: unknown) => {
      if (isOpen) callbacks.onFailure(reason instanceof Error ? reason.message : String(reason));
    },
    onPublish: (json: string) => viewed && callbacks.onPublish(viewed.told(JSON.parse(json) as Describe)),
  };
  const engine = await createEngine({ ...common, locateFile: () => wasmAddress }).catch(async (reason: unknown) => {
    if (self.origin !== "null") throw reason; // not sandboxed
    return createEngine({ ...common, wasmBinary: await bytesByImport() });
  });
  isOpen = true;
  engine._fr_start();
  viewed = explainer(engine, () => undefined);
  return viewed.core;
}
