// The engine that the page loads, under node: what is drawn and worked out at build time comes of the bytes that readers get.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = new URL("../build/web/", import.meta.url);
const noToday = 144; // the month after the model's last

/** A fresh engine that shows the standard deal; `pick(id)` shows another as it was shipped. */
export async function openEngine() {
  const { default: createEngine } = await import(new URL("engine.mjs", built).href);
  const module = await createEngine({ wasmBinary: readFileSync(new URL("engine.wasm", built)), onPublish: () => undefined });
  module._fr_start();
  const read = (pointer) => module.UTF8ToString(pointer);
  const text = (value) => module.stringToNewUTF8(String(value));
  const done = (pointer) => {
    const answer = JSON.parse(read(pointer));
    if (!answer.ok) throw new Error(answer.error);
  };
  return {
    pick: (id) => done(module._fr_pick(text(id))),
    set: (key, value) => done(module._fr_set(text(key), text(value))),
    edit: (clause, kind) => done(module._fr_edit(text(clause), text(kind))),
    reset: () => module._fr_reset(),
    chapter: (id) => done(module._fr_chapter(text(id), false)),
    told: (number) => JSON.parse(read(module._fr_told(number))),
    words: () => JSON.parse(read(module._fr_words())),
    inputs: () => JSON.parse(read(module._fr_inputs())),
    rows: () => JSON.parse(read(module._fr_rows())),
    describe: () => JSON.parse(read(module._fr_describe())),
    still: (width, dark, whole) => read(module._fr_still(width, dark, whole, noToday)),
  };
}

export const project = fileURLToPath(new URL("..", import.meta.url));
