// The layer check: core may include only core and nlohmann, ui adds ui, Dear ImGui and (in the window) SDL and OpenGL,
// web adds Emscripten; platforms are chosen by CMake, never by #if. Prints one line per offence, or how much it checked.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const never = /^(iostream|fstream|filesystem|random|regex|thread|mutex|future|format|print|sstream)$/;
const clocks = /^(chrono|ctime|time\.h)$/;
const standard = /^[a-z_0-9]+$/;
const layers = [
  { rooms: ["core"], may: [/^core\//, /^nlohmann\//], mayNot: [never, clocks], noPlatformSwitch: true },
  // The state of the application has no pixels; the views have pixels but no window.
  { rooms: ["ui"], files: /^(app|background)/, may: [/^core\//, /^ui\/(app|background)/, /^nlohmann\//], mayNot: [never, clocks], noPlatformSwitch: true },
  { rooms: ["ui"], files: /^(?!app|background|window|main)/, may: [/^core\//, /^ui\/(?!window|main)/, /^nlohmann\//, /^imgui(_internal)?\.h$/],
    mayNot: [never, clocks], noPlatformSwitch: true },
  { rooms: ["ui"], files: /^(window|main)/, may: [/^core\//, /^ui\//, /^imgui/, /^SDL/, /^GL(ES[23])?\//, /^getopt\.h$/], mayNot: [never],
    noPlatformSwitch: true },
  { rooms: ["web"], may: [/^core\//, /^ui\//, /^web\//, /^nlohmann\//, /^imgui/, /^SDL/, /^GL(ES[23])?\//, /^emscripten/], mayNot: [never] },
  { rooms: ["tools/pact"], may: [/^core\//, /^ui\/app/, /^tools\/pact\//, /^CLI\//, /^nlohmann\//, /^(sys\/stat|unistd|fcntl)\.h$/],
    mayNot: [] },
];

function offences(layer, path, text) {
  const found = [];
  text.split("\n").forEach((line, index) => {
    const at = `${path}:${index + 1}`;
    const include = line.match(/^\s*#\s*include\s*(["<])([^">]+)[">]/);
    if (include) {
      const [, quote, name] = include;
      const allowed = layer.may.some((rule) => rule.test(name)) || (quote === "<" && standard.test(name));
      if (!allowed || layer.mayNot.some((rule) => rule.test(name))) found.push(`${at}: may not include ${name}`);
    }
    if (layer.noPlatformSwitch && /^\s*#\s*(if|ifdef|ifndef|elif)\b/.test(line)) found.push(`${at}: no #if here: ${line.trim()}`);
  });
  return found;
}

// A check that cannot fail proves nothing: these must be refused, and these accepted.
const core = layers[0];
const views = layers[2];
for (const bad of ['#include "ui/app.h"', "#include <SDL.h>", "#include <iostream>", "#include <random>", "#ifdef __EMSCRIPTEN__",
  '#include "../ui/app.h"', "#include <imgui.h>", "#include <emscripten.h>"])
  if (offences(core, "sample", bad).length !== 1) throw new Error(`the layer check lets this pass in core: ${bad}`);
for (const good of ['#include "core/model.h"', "#include <nlohmann/json.hpp>", "#include <vector>", "#pragma once"])
  if (offences(core, "sample", good).length !== 0) throw new Error(`the layer check refuses this in core: ${good}`);
if (offences(views, "sample", "#include <SDL.h>").length !== 1) throw new Error("the layer check lets SDL into the views");

let checked = 0;
const all = [];
for (const layer of layers)
  for (const room of layer.rooms)
    for (const file of readdirSync(room).filter((name) => /\.(cpp|h)$/.test(name) && (layer.files ?? /./).test(name))) {
      checked += 1;
      all.push(...offences(layer, join(room, file), readFileSync(join(room, file), "utf8")));
    }
for (const offence of all) console.log(offence);
if (checked < 10) throw new Error(`the layer check found only ${checked} files`);
console.log(`${checked} files, ${all.length} offences`);
process.exit(all.length === 0 ? 0 : 1);
