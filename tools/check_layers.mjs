// The layer check. The house is this table: each folder, what it may include of the others, and what it may see besides.
// A file in no folder of the table, an arrow that the table does not have, or a platform chosen by #if is an offence.
// Prints the table, with how many lines the files and the functions of each folder have, and one line per offence.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { functionsOfCpp, functionsOfTs } from "./functions.mjs";

const json = "nlohmann/";
const imgui = ["imgui.h", "imgui_internal.h"];
const graphics = ["SDL", "GL/", "GLES2/", "GLES3/", "imgui"];
const posix = ["sys/stat.h", "unistd.h", "fcntl.h", "getopt.h"];

// What a folder may include of the house, beside itself, and of others' headers (by how their names begin).
const core = ["core/deal", "core/model", "core/words", "core/files", "core/ask", "core/story", "core/picture", "core/keep"];
const cpp = {
  "core/deal": { sees: [] },
  "core/model": { sees: core.slice(0, 1) },
  "core/words": { sees: core.slice(0, 2) },
  "core/files": { sees: core.slice(0, 3), others: [json] },
  "core/ask": { sees: core.slice(0, 4), others: [json] },
  "core/story": { sees: core.slice(0, 5), others: [json] },
  "core/picture": { sees: core.slice(0, 5) },
  "core/keep": { sees: core.slice(0, 6), others: [json] },
  "ui/state": { sees: core, others: [json] },
  "ui/look": { sees: ["core/deal", "core/words", "core/picture"], others: imgui },
  "ui/views": { sees: [...core, "ui/state", "ui/look"], others: imgui },
  "ui/window": { sees: [...core, "ui/state", "ui/look", "ui/views"], others: [...graphics, ...posix], hasClock: true },
  web: { sees: [...core, "ui/state", "ui/look", "ui/views", "ui/window"], others: [json, ...graphics, "emscripten"], hasClock: true,
    choosesPlatform: true },
  "tools/pact": { sees: [...core, "ui/state"], others: [json, "CLI/", ...posix], isProgram: true, hasClock: true, choosesPlatform: true },
};
const ts = {
  "web/html": { sees: ["web/src/explainer", "web/src/words"] },
  "web/src/explainer": { sees: [] },
  "web/src/words": { sees: ["web/src/explainer"] },
  "web/src/article": { sees: ["web/src/explainer", "web/src/words"] },
  "web/src/worker": { sees: [] },
  "web/src/page": { sees: ["web/src/explainer", "web/src/words", "web/src/article"] },
};

const never = /^(iostream|fstream|filesystem|random|regex|thread|mutex|future|format|print|sstream)$/;
const clocks = /^(chrono|ctime|time\.h)$/;

function offencesOfCpp(folder, path, text) {
  const rule = cpp[folder];
  const found = [];
  text.split("\n").forEach((line, index) => {
    const say = (what) => found.push(`${path}:${index + 1}: ${what}`);
    if (!rule.choosesPlatform && /^\s*#\s*(if|ifdef|ifndef|elif)\b/.test(line)) say(`no #if here: ${line.trim()}`);
    const include = line.match(/^\s*#\s*include\s*(["<])([^">]+)[">]/);
    if (!include) return;
    const [, quote, name] = include;
    const standard = quote === "<" && /^[a-z_0-9]+$/.test(name);
    const allowed = standard || (rule.others ?? []).some((start) => name.startsWith(start)) || [folder, ...rule.sees].includes(dirname(name));
    if (!allowed) say(`${folder} may not include ${name}`);
    else if (!rule.isProgram && never.test(name)) say(`nothing includes ${name}`);
    else if (!rule.hasClock && clocks.test(name)) say(`${folder} has no clock: ${name}`);
  });
  return found;
}

// Parts that are fetched later may be gone by then: there is one place that catches this and has the words for it.
const uncaught = /(?<!\btypeof )(?<!\bfetched\(\(\) => )(?<!\bwanted\(\w+, \(\) => )\bimport\(/;
function offencesOfTs(folder, path, text) {
  const found = [];
  text.split("\n").forEach((line, index) => {
    for (const word of spelledWords(line)) found.push(`${path}:${index + 1}: “${word}” is a word of the model, which core/words/names.h spells`);
    if (uncaught.test(line)) found.push(`${path}:${index + 1}: an import() goes through fetched() or wanted(), which say what is missing`);
    for (const [, name] of line.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"(\.{1,2}\/[^"]+\.ts)"/g)) {
      const target = dirname(normalize(join(folder, name)));
      if (target !== folder && !ts[folder].sees.includes(target)) found.push(`${path}:${index + 1}: ${folder} may not import ${name}`);
    }
  });
  return found;
}

// The words of the model stand in one file, and the page is given them: no text in TypeScript is one of them. An id may be a
// word too ("ended"); as an id the page knows it.
const named = readFileSync("core/words/names.h", "utf8");
const ids = new Set([...named.matchAll(/"([a-z_-]+)"/g)].map(([, id]) => id));
const wordTable = /\{[^{}]*?, "([^"]+)"(?:, "([^"]+)")?\}/g;
const modelWords = new Set([...named.matchAll(wordTable)].flatMap(([, ...words]) => words.filter((word) => word && !ids.has(word)).map((word) => word.toLowerCase())));
for (const word of ["first-hand", "in force", "derived from sources", "profit booked so far", "patience and answers"])
  if (!modelWords.has(word) && !ids.has(word)) throw new Error(`the layer check does not find “${word}” in core/words/names.h`);
function spelledWords(line) {
  return [...line.matchAll(/(["'`])((?:(?!\1).)*)\1/g)].map(([, , text]) => text).filter((text) => modelWords.has(text.toLowerCase()));
}

// A check that cannot fail proves nothing: these must be refused, and these accepted.
const samples = [
  ["core/model", '#include "ui/state/app.h"', 1],
  ["core/model", '#include "core/words/format.h"', 1],
  ["core/model", "#include <nlohmann/json.hpp>", 1],
  ["core/model", "#include <SDL.h>", 1],
  ["core/model", "#include <iostream>", 1],
  ["core/model", "#include <random>", 1],
  ["core/model", "#include <chrono>", 1],
  ["core/model", "#ifdef __EMSCRIPTEN__", 1],
  ["core/model", '#include "../ui/state/app.h"', 1],
  ["core/picture", '#include "core/keep/link.h"', 1],
  ["ui/look", '#include "ui/state/app.h"', 1],
  ["ui/views", "#include <SDL.h>", 1],
  ["ui/views", "#include <nlohmann/json.hpp>", 1],

  ["core/model", '#include "core/deal/params.h"', 0],
  ["core/files", "#include <nlohmann/json.hpp>", 0],
  ["core/deal", "#include <vector>", 0],
  ["core/deal", "#pragma once", 0],
];
for (const [folder, line, expected] of samples)
  if (offencesOfCpp(folder, "sample", line).length !== expected) throw new Error(`the layer check is wrong about this in ${folder}: ${line}`);
if (offencesOfTs("web/src/words", "sample", 'import { a } from "../article/talk.ts";').length !== 1)
  throw new Error("the layer check lets an article's part into the words");
for (const [line, expected] of [
  ['const { a } = await fetched(() => import("../words/twin.ts"));', 0],
  ['void wanted(holder, () => import("../words/twin.ts"), ({ a }) => a());', 0],
  ['const act = (words: typeof import("../words/twin.ts")): void => words.twin();', 0],
  ['const { a } = await import("../words/twin.ts");', 1],
  ['void import("../words/twin.ts").then(({ a }) => a());', 1],
  ['const word = { in_force: "In force" };', 1],
  ['const note = "Sources differ in force";', 0],
])
  if (offencesOfTs("web/src/article", "sample", line).length !== expected) throw new Error(`the layer check is wrong about this in an article: ${line}`);

function filesBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === "node_modules" ? [] : filesBelow(path);
    return [path];
  });
}

const recipes = ["CMakeLists.txt", ...filesBelow("tools/cmake").filter((name) => name.endsWith(".cmake"))].map((name) => readFileSync(name, "utf8")).join("");

let checked = 0;
const all = [];
const lengths = new Map([...Object.keys(cpp), ...Object.keys(ts)].map((folder) => [folder, { files: [], functions: [] }])); // in lines
const check = (root, table, ending, offences, functionsOf) => {
  for (const path of filesBelow(root).filter((name) => ending.test(name))) {
    const folder = dirname(path);
    if (!(folder in table)) {
      all.push(`${path}: stands in no folder of the table`);
      continue;
    }
    checked += 1;
    if (path.endsWith(".cpp") && !recipes.includes(path)) all.push(`${path}: is compiled by nothing`);
    const text = readFileSync(path, "utf8");
    lengths.get(folder).files.push(text.split("\n").length - 1);
    lengths.get(folder).functions.push(...functionsOf(text));
    all.push(...offences(folder, path, text));
  }
};
for (const root of ["core", "ui", "web", "tools/pact"]) check(root, cpp, /\.(cpp|h)$/, offencesOfCpp, functionsOfCpp);
for (const root of ["web/html", "web/src"]) check(root, ts, /\.ts$/, offencesOfTs, functionsOfTs);

const middle = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const columns = (list) => [list.length, middle(list), Math.max(0, ...list)].map((count) => String(count).padStart(7)).join(" ");
console.log(`${"folder, in lines".padEnd(20)}   files  median largest   functions  median largest  sees`);
for (const [folder, { files, functions }] of lengths) {
  if (files.length === 0) all.push(`${folder}: is in the table and has no file`);
  console.log(`${folder.padEnd(20)} ${columns(files)}     ${columns(functions)}  ${(cpp[folder] ?? ts[folder]).sees.join(" ")}`);
}
for (const offence of all) console.log(offence);
console.log(`${checked} files, ${all.length} offences`);
process.exit(all.length === 0 ? 0 : 1);
