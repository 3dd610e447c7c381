// What the engine drew for dist/ is what the command line draws, byte for byte, and previews have the size that their
// pages promise. usage: node tests/setup/posters.mjs PACT, after tools/build_page
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const pact = process.argv[2];
const posters = readdirSync(`${project}dist/posters`).filter((name) => name.endsWith(".svg"));
assert.equal(posters.length, readdirSync(`${project}assets/contracts`).length * 6);
for (const name of posters) {
  const [, contract, theme, width] = /^(.+?)-(light|dark)(?:-(\d+))?\.svg$/.exec(name);
  const parts = width ? ["--width", width, "--no-sentence", "--no-clauses"] : ["--width", "720"];
  const drawn = execFileSync(pact, ["poster", "--contract", contract, "--theme", theme, ...parts], { encoding: "utf8" });
  assert.equal(readFileSync(`${project}dist/posters/${name}`, "utf8"), drawn, name);
}
const previews = readdirSync(`${project}dist/previews`).filter((name) => name.endsWith(".png"));
assert.equal(previews.length, readdirSync(`${project}assets/contracts`).length);
for (const name of previews) {
  const bytes = readFileSync(`${project}dist/previews/${name}`);
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630], name); // IHDR
}
