#!/usr/bin/env node
// Puts .br and .gz beside every file of FOLDER that compresses; what is there twice (a frozen build) is compressed once.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [brotlied, gzipped] = [promisify(brotliCompress), promisify(gzip)];
const folder = process.argv[2] ?? "dist";
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(html|m?js|css|wasm|json|svg|ttf)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
const done = new Map();

function compressed(bytes) {
  const key = createHash("sha256").update(bytes).digest("hex");
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  if (!done.has(key)) done.set(key, Promise.all([brotlied(bytes, { params }), gzipped(bytes, { level: 9 })]));
  return done.get(key);
}

await Promise.all(
  files.map(async (path) => {
    const bytes = readFileSync(path);
    if (bytes.length <= 200) return;
    const [br, gz] = await compressed(bytes);
    writeFileSync(`${path}.br`, br);
    writeFileSync(`${path}.gz`, gz);
  }),
);
