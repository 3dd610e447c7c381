#!/usr/bin/env node
// usage: tools/embed_contract.mjs FOLDER [EARLIER]
// Freezes the embed of this build in FOLDER and writes FOLDER/embed-contract.json: what the embed costs a reader and where
// it works, and puts it into FOLDER/publishers.html. EARLIER is the dist of a build before, whose frozen versions stay.
// Counted from the files as they travel; tests/browser/embed.test.mjs compares it with what a browser really asks for.
import { createRequire } from "node:module";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { freeze, keepEarlier } from "./freeze.mjs";

const folder = process.argv[2] ?? "dist";
const project = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

function travels(path) {
  const bytes = readFileSync(path);
  if (path.endsWith(".woff2")) return bytes.length; // compressed by nature
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}
function only(pattern) {
  const found = files.filter((path) => pattern.test(path));
  if (found.length !== 1) throw new Error(`${pattern} should be one file, not ${found.length}`);
  return found[0];
}
const sum = (paths) => ({ bytes: paths.reduce((total, path) => total + travels(path), 0), requests: paths.length });
const captured = (text, pattern) => {
  const found = pattern.exec(text)?.[1];
  if (!found) throw new Error(`there is no ${pattern}`);
  return found.replaceAll("&#39;", "'");
};

const html = readFileSync(join(folder, "embed.html"), "utf8");
const named = [...html.matchAll(/(?:href|src)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => join(folder, path));
const picture = only(/posters\/january-2025-light-640\.svg$/);
const engine = [only(/assets\/engine-[\w-]{8}\.js$/), only(/assets\/engine-[\w-]{8}\.wasm$/)];
const lab = files.filter((path) => /^(lab-[\w-]{8}\.(js|wasm)|.*\.ttf)$/.test(basename(path)));
const letters = files.filter((path) => /assets\/frame_\w+-[\w-]{8}\.woff2$/.test(path));
const first = [join(folder, "embed.html"), ...new Set(named), picture];

const version = captured(readFileSync(`${project}/CMakeLists.txt`, "utf8"), /VERSION (\d+\.\d+\.\d+) LANGUAGES/);

const contract = {
  version,
  still_picture: sum([only(/posters\/january-2025-light\.svg$/)]),
  first_picture: sum(first),
  first_interaction: sum([...first, ...engine]),
  letters: sum(letters), // after that
  lab: sum(lab),
  hosts: 1,
  cookies: 0,
  storage: 0,
  csp: captured(html, /http-equiv="Content-Security-Policy" content="([^"]+)"/),
  sandbox: captured(readFileSync(`${project}/web/src/article/sandbox.ts`, "utf8"), /"(allow-scripts[^"]*)"/),
  frozen: freeze(folder, version),
};
if (process.argv[3]) keepEarlier(folder, process.argv[3], version);
writeFileSync(join(folder, "embed-contract.json"), `${JSON.stringify(contract, null, 2)}\n`);

const { runnerImport } = await import(createRequire(`${project}/web/package.json`).resolve("vite"));
const { module: costs } = await runnerImport(`${project}/web/src/article/costs.ts`);
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const base = process.env.FIRST_REFUSAL_BASE_URL;
const rows = costs
  .costRows(contract, false, base ? new URL(base).origin : costs.someHost)
  .map(([what, value]) => `<tr><th scope="row">${escaped(what)}</th><td>${escaped(value)}</td></tr>`)
  .join("");
const places = { rows, ...contract.frozen };
const page = join(folder, "publishers.html");
const filled = readFileSync(page, "utf8").replace(/<!--cost:(\w+)-->/g, (_, what) => {
  if (!(what in places)) throw new Error(`there is no cost called ${what}`);
  return places[what];
});
writeFileSync(page, filled);
