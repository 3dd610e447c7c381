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
    words: () => JSON.parse(read(module._fr_words())),
    inputs: () => JSON.parse(read(module._fr_inputs())),
    rows: () => JSON.parse(read(module._fr_rows())),
    describe: () => JSON.parse(read(module._fr_describe())),
    still: (width, dark, whole) => read(module._fr_still(width, dark, whole, noToday)),
  };
}

/** The story's chapters as the page's lab tells them; without a canvas it computes and draws nothing. */
export async function toldStory(story) {
  const { default: createLab } = await import(new URL("lab.mjs", built).href);
  Object.assign(globalThis, { document: {}, window: {} }); // which its glue names, and without a canvas never asks
  const bytes = readFileSync(new URL("lab.wasm", built)).toString("base64");
  const module = await createLab({ locateFile: () => `data:application/wasm;base64,${bytes}`, onPublish: () => undefined });
  const read = (pointer) => JSON.parse(module.UTF8ToString(pointer));
  const answer = read(module._fr_load_story(module.stringToNewUTF8(story)));
  if (!answer.ok) throw new Error(answer.error);
  return (number) => read(module._fr_told(number));
}

export const project = fileURLToPath(new URL("..", import.meta.url));
