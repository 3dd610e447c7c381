#!/usr/bin/env node
// Runs in the box: the still pictures of the shipped deals and of the story's chapters, and what is said of them, into
// build/generated/posters, by the engine, so that a frame shows something before anything has loaded, and without JavaScript.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { openEngine, project, toldStory } from "./engine.mjs";
import { renew } from "./renew.mjs";

const themes = [["light", false], ["dark", true]];
const madeOf = ["build/web/engine.mjs", "build/web/engine.wasm", "build/web/lab.mjs", "build/web/lab.wasm", "assets/story.json", "tools/engine.mjs", "tools/build_posters.mjs"];

await renew("build/generated/posters", madeOf, async (folder) => {
  writeFileSync(`${folder}/words.json`, JSON.stringify((await openEngine()).words()));
  for (const name of readdirSync(`${project}assets/contracts`)) {
    const id = name.replace(/\.json$/, "");
    const engine = await openEngine();
    engine.pick(id);
    writeFileSync(`${folder}/${id}.json`, `${JSON.stringify(engine.describe(), null, 1)}\n`);
    for (const [theme, dark] of themes) {
      for (const width of [360, 640]) writeFileSync(`${folder}/${id}-${theme}-${width}.svg`, engine.still(width, dark, false));
      writeFileSync(`${folder}/${id}-${theme}.svg`, engine.still(720, dark, true));
    }
  }
  const text = readFileSync(`${project}assets/story.json`, "utf8");
  const { minutes, chapters } = JSON.parse(text);
  const told = await toldStory(text);
  for (const { id } of chapters) {
    const engine = await openEngine();
    engine.chapter(id);
    writeFileSync(`${folder}/chapter-${id}.json`, `${JSON.stringify(engine.describe(), null, 1)}\n`);
    for (const [theme, dark] of themes)
      for (const width of [360, 640]) writeFileSync(`${folder}/chapter-${id}-${theme}-${width}.svg`, engine.still(width, dark, false));
  }
  writeFileSync(`${folder}/story.json`, JSON.stringify({ minutes, chapters: chapters.map((_, index) => told(index + 1)) }));
});
