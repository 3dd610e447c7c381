// Every benchmark, one after the other: prints its tables and writes docs/benchmarks.md with the kind of machine and the
// day. Times never fail anything.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { modelTables } from "./model.mjs";
import { stageTables } from "./stage.mjs";

const show = (tables) => {
  for (const one of tables) console.log(`${one}\n`);
  return tables.join("\n\n");
};
const stage = show(await stageTables());
const model = show(await modelTables());
const day = new Date().toISOString().slice(0, 10);

writeFileSync(
  new URL("../../docs/benchmarks.md", import.meta.url),
  `# How long things take

Written by \`./run bench\` on ${day}: ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? "an unknown kind"}, Chromium with software graphics, node ${process.versions.node}.

## The lab beside Dear ImGui's own SDL2 example

The example (\`examples/example_sdl2_opengl3\`, window of 1280 × 720) is built from the box's sources with our flags and measured in the same
browser and run. *Pointer → drawn*: from the event's own time stamp until a pixel of its frame can be read back, 100 moves of a slider.
*Script*: all that runs on the page's main thread for a frame. *Filled*: the areas of all triangles, cut to their clip rectangles.

${stage}

## The model

5 warm-ups, then 100 runs (10 of the band), what is short in batches. Targets: one run 0.2 ms, all worths 5 ms, all tipping points 60 ms natively;
the band 500 ms in WebAssembly; a slice 8 ms; WebAssembly at most 1.5 times native; 20,000 runs of a sweep a second on two cores.

${model}
`,
);
