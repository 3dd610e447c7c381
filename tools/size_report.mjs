#!/usr/bin/env node
// The sizes of dist/: what each file weighs as it is and as it travels (brotli), and the gate: everything the lab needs
// to draw (wasm, scripts, fonts) stays within its budget. Prints a table; exits 1 over the budget.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const budget = 260_000; // bytes, brotli: wasm, scripts and fonts of the lab
const folder = process.argv[2] ?? "dist";

if (!existsSync(folder)) {
  console.log(`error: there is no ${folder}/: run ./run --build-only first`);
  process.exit(1);
}
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

const travels = (path, bytes) =>
  /\.(woff2|png|jpg)$/.test(path) // compressed by nature, sent as it is
    ? bytes.length
    : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const row = (name, raw, brotli) => console.log(`${name.padEnd(52)}${String(raw).padStart(10)}${String(brotli).padStart(10)}`);

let total = 0;
let gated = 0;
row("file", "bytes", "brotli");
for (const path of files.sort()) {
  const bytes = readFileSync(path);
  const size = travels(path, bytes);
  total += size;
  if (/\.(wasm|js|mjs|woff2)$/.test(path)) gated += size;
  row(path, bytes.length, size);
}
row("all", "", total);
row(`lab: wasm + scripts + fonts (budget ${budget})`, "", gated);

if (!files.some((path) => path.endsWith(".wasm")) || !files.some((path) => path.endsWith(".js"))) {
  console.log(`error: ${folder} holds no lab (no .wasm or no .js)`);
  process.exit(1);
}
if (gated > budget) {
  console.log(`error: the lab is ${gated - budget} bytes over its budget`);
  process.exit(1);
}
