// What the lab's turn begins with: a canvas that nothing has drawn on, and the engine's state. The engine keeps its turn until
// the lab has drawn with both.
import { make } from "../explainer/dom.ts";
import { fetched } from "../explainer/fetched.ts";
import type { Explainer, FailureReason, LabApi, LabCallbacks } from "../explainer/types.ts";

const causes: Record<FailureReason, string> = {
  "no-webgl2": "This browser lacks WebGL 2 or has switched it off.",
  "no-wasm": "",
  lost: "The browser has taken its graphics away.",
};

export interface LabTurnEvents extends Omit<LabCallbacks, "onFailure"> {
  onFailure(message: string): boolean; // whether it is the lab's turn already; if not, there will be no lab
}

/** A lab that has drawn and has the engine's state, or the reason why there is none. */
export async function labAfter(engine: Explainer, canvas: HTMLCanvasElement, events: LabTurnEvents): Promise<LabApi> {
  const failures: string[] = [];
  const onFailure = (reason: FailureReason, told: string): void => {
    const message = told || causes[reason];
    if (!events.onFailure(message)) failures.push(message);
  };
  const { openLab } = await fetched(() => import("../explainer/lab.ts"));
  const lab = await openLab(canvas, { ...events, onFailure });
  const answer = failures.length > 0 ? undefined : lab.restore(engine.save());
  if (answer?.ok) return lab;
  lab.close();
  throw new Error(answer?.error ?? failures[0]);
}

/** A canvas has one context for life, so the next lab gets a new one in its place. */
export function renewed(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const fresh = make("canvas");
  for (const { name, value } of canvas.attributes) if (name !== "style") fresh.setAttribute(name, value);
  fresh.hidden = true;
  canvas.replaceWith(fresh);
  return fresh;
}
