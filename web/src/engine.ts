// Opens the engine: the explainer without a canvas. It drives the view in text and controls, the embed, and everything
// where there is no WebGL2.
import wasmAddress from "@lab/engine.wasm?url";
import { explainer } from "./module.ts";
import type { Describe, Explainer } from "./types.ts";

export interface EngineCallbacks {
  onPublish(state: Describe): void; // after each change of state
  onFailure(message: string): void; // it has stopped
}

export async function openEngine(callbacks: EngineCallbacks): Promise<Explainer> {
  if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly, or it is switched off.");
  const { default: createEngine } = await import("@lab/engine.mjs");
  const engine = await createEngine({
    locateFile: () => wasmAddress,
    onAbort: (reason) => callbacks.onFailure(reason instanceof Error ? reason.message : String(reason)),
    onPublish: (json) => callbacks.onPublish(JSON.parse(json) as Describe),
  });
  engine._fr_start();
  return explainer(engine, () => undefined);
}
