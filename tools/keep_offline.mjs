#!/usr/bin/env node
// usage: tools/keep_offline.mjs FOLDER
// Writes FOLDER/offline.js, the worker that keeps the page's own files for readers without a network, and marks the page
// with the build that it is of. Each file is known by its hash: a worker that gets other bytes keeps nothing.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { reachable } from "./freeze.mjs";

const web = fileURLToPath(new URL("../web", import.meta.url));
const folder = resolve(process.argv[2] ?? "dist");
const page = join(folder, "index.html");

const onlyInFrames = /\/engine-bytes-/; // of browsers that let a sandboxed frame fetch nothing
const isHashed = (name) => /-[\w-]{8}\.\w+$/.test(name) && name.startsWith("assets/");

// Its picture before the figure is live, and what the dialog for articles reads; the pictures of the chapters are for readers
// without script.
function keptFiles() {
  const unmarked = readFileSync(page, "utf8").replace(/ data-build="\w*"/, "");
  const still = /<div class="picture" id="picture">(.*?)<\/div>/s.exec(unmarked)?.[1] ?? "";
  const pictures = [...still.matchAll(/"\.\/(posters\/[^"]+)"/g)].map(([, name]) => name);
  if (pictures.length === 0) throw new Error("the page's still picture was not found");
  const assets = reachable(folder, ["index.html"]).filter((name) => name !== "index.html" && !onlyInFrames.test(name));
  return { unmarked, names: [...new Set([...assets, ...pictures, "embed-contract.json"])].sort() };
}

const hashed = (bytes, kind, form) => createHash(kind).update(bytes).digest(form);

function entry(name, bytes) {
  const revision = isHashed(name) ? null : hashed(bytes, "sha256", "hex").slice(0, 16);
  return { url: name === "index.html" ? "./" : name, revision, integrity: `sha384-${hashed(bytes, "sha384", "base64")}` };
}

const { unmarked, names } = keptFiles();
const bytesOf = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
const all = createHash("sha256").update(unmarked);
for (const [name, bytes] of bytesOf) all.update(name).update("\0").update(bytes);
const build = all.digest("hex").slice(0, 8);
const marked = unmarked.replace("<html ", `<html data-build="${build}" `);
writeFileSync(page, marked);

const kept = [entry("index.html", marked), ...[...bytesOf].map(([name, bytes]) => entry(name, bytes))];
execFileSync(`${web}/node_modules/.bin/vite`, ["build", "--config", "vite.worker.config.ts", "--outDir", folder, "--logLevel", "warn"], {
  cwd: web,
  env: { ...process.env, BUILD: build, KEPT: JSON.stringify(kept) },
});
