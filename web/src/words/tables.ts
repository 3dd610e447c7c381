// The tables of a state, which only the lab's module can work out. It is fetched when they are first wanted and draws
// nothing: the state comes to it as JSON, whoever has it.
import wasmAddress from "@lab/lab.wasm?url";
import { make } from "../explainer/dom.ts";
import { fetched } from "../explainer/fetched.ts";
import { explainer } from "../explainer/module.ts";
import type { Explainer, Table } from "../explainer/types.ts";

async function open(): Promise<(saved: string) => Table[]> {
  const { default: createLab } = await fetched(() => import("@lab/lab.mjs"));
  const nothing = (): undefined => undefined;
  const module = await createLab({
    canvas: make("canvas"),
    locateFile: () => wasmAddress,
    onAbort: nothing,
    onPublish: nothing,
    onPanel: nothing,
    onSlide: () => 0,
    onCursor: nothing,
    onEditValue: nothing,
    onOpenContract: nothing,
    onExport: nothing,
  });
  const { core } = explainer(module, nothing);
  return (saved) => {
    const answer = core.restore(saved);
    if (!answer.ok) throw new Error(answer.error);
    return JSON.parse(module.UTF8ToString(module._fr_tables())) as Table[];
  };
}

let opened: ReturnType<typeof open> | undefined;

/** Takes about a tenth of a second once the module is there. */
export async function tablesOf(explained: Explainer): Promise<Table[]> {
  opened ??= open().catch((reason: unknown) => {
    opened = undefined; // the next time may go better
    throw reason;
  });
  return (await opened)(explained.save());
}
