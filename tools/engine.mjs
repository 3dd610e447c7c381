// The engine that the page loads, under node: what is drawn at build time is drawn by the bytes that readers get.
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
  return {
    pick(id) {
      const answer = JSON.parse(read(module._fr_pick(module.stringToNewUTF8(id))));
      if (!answer.ok) throw new Error(answer.error);
    },
    words: () => JSON.parse(read(module._fr_words())),
    describe: () => JSON.parse(read(module._fr_describe())),
    still: (width, dark, whole) => read(module._fr_still(width, dark, whole, noToday)),
  };
}

export const project = fileURLToPath(new URL("..", import.meta.url));
