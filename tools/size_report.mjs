#!/usr/bin/env node
// The sizes of dist/: what each file weighs as it is and as it travels (brotli), and the gates: what a reader of each
// entry downloads stays within its budget. Prints a table; exits 1 over a budget.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

// What a reader of an entry downloads, each file once: the page itself, what it names (scripts and what they import, styles,
// fonts), and what comes after by itself. Names without Vite's hash; budgets in bytes of brotli. The view in words comes
// when it is wanted, so its script is none of the page's start.
const budgets = [
  { name: "page with the lab, everything", budget: 348_700, page: "index.html", files: /^lab\.(wasm|js)$/ },
  { name: "engine: wasm + scripts", budget: 128_700, files: /^engine\.(wasm|js)$/ },
  { name: "embed to the first interaction", budget: 150_500, page: "embed.html",
    files: /^(engine\.(wasm|js)|january-2025-light-640\.svg)$/ },
  { name: "fonts of a frame, after that", budget: 14_600, files: /^frame_(sans|serif)\.woff2$/, isData: true },
];
const largestPoster = 32_500; // bytes as they are: feeds and print do not compress
const largestPreview = 150_000;
const folder = process.argv[2] ?? "dist";

if (!existsSync(folder)) {
  console.log(`error: there is no ${folder}/: run ./run --build-only first`);
  process.exit(1);
}
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !path.startsWith(join(folder, "v/"))); // frozen builds: the same files, as they were

const travels = (path, bytes) =>
  /\.(png|jpg|woff2)$/.test(path) // compressed by nature, sent as it is
    ? bytes.length
    : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const row = (name, raw, brotli) => console.log(`${name.padEnd(64)}${String(raw).padStart(10)}${String(brotli).padStart(10)}`);

// embed.js at the root is the article's script, another file than the frame's.
const unhashed = (path) =>
  path === join(folder, "embed.js") ? "root/embed.js" : basename(path.includes("posters/") ? path : path.replace(/-[\w-]{8}(\.\w+)$/, "$1"));

const sizes = new Map();
row("file", "bytes", "brotli");
for (const path of files.sort()) {
  const bytes = readFileSync(path);
  sizes.set(path, travels(path, bytes));
  row(path, bytes.length, sizes.get(path));
}

const mistakes = [];
for (const { name, budget, page, files: pattern, isData } of budgets) {
  const html = page ? readFileSync(join(folder, page), "utf8") : "";
  const named = [page, ...[...html.matchAll(/(?:href|src)="\.\/(assets\/[^"]+)"/g)].map(([, path]) => path)].filter(Boolean);
  const counted = [...sizes].filter(([path]) => named.some((one) => path === join(folder, one)) || pattern.test(unhashed(path)));
  const size = counted.reduce((sum, [, bytes]) => sum + bytes, 0);
  row(`${name} (${counted.length} files, budget ${budget})`, "", size);
  if (counted.length === 0) mistakes.push(`${name}: it has no files`);
  if (!isData && !counted.some(([path]) => path.endsWith(".wasm"))) mistakes.push(`${name}: there is no .wasm among its files`);
  if (!isData && !counted.some(([path]) => path.endsWith(".js"))) mistakes.push(`${name}: there is no .js among its files`);
  if (size > budget) mistakes.push(`${name}: ${size - budget} bytes over its budget`);
}
for (const path of files.filter((one) => one.includes("posters/")))
  if (readFileSync(path).length > largestPoster) mistakes.push(`${path} is larger than ${largestPoster} bytes`);
for (const path of files.filter((one) => one.includes("previews/")))
  if (readFileSync(path).length > largestPreview) mistakes.push(`${path} is larger than ${largestPreview} bytes`);
for (const mistake of mistakes) console.log(`error: ${mistake}`);
process.exit(mistakes.length === 0 ? 0 : 1);
