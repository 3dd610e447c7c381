// What the engine drew for dist/ is what the command line draws, byte for byte; each chapter of the story has its stills and
// a page with an address; previews have the size that their pages promise. usage: node tests/setup/posters.mjs PACT, after
// tools/build_page
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const pact = process.argv[2];
const { chapters } = JSON.parse(readFileSync(`${project}assets/story.json`, "utf8"));
const contracts = readdirSync(`${project}assets/contracts`).length;
const drawnFor = (kind) => (name) => name.endsWith(".svg") && name.startsWith("chapter-") === (kind === "chapter");
const all = readdirSync(`${project}dist/posters`).sort();
const [posters, stills] = [all.filter(drawnFor("contract")), all.filter(drawnFor("chapter"))];
assert.equal(posters.length, contracts * 6);
for (const name of posters) {
  const [, contract, theme, width] = /^(.+?)-(light|dark)(?:-(\d+))?\.svg$/.exec(name);
  const parts = width ? ["--width", width, "--no-sentence", "--no-clauses"] : ["--width", "720"];
  const drawn = execFileSync(pact, ["poster", "--contract", contract, "--theme", theme, ...parts], { encoding: "utf8" });
  assert.equal(readFileSync(`${project}dist/posters/${name}`, "utf8"), drawn, name);
}
const inBothThemes = ({ id }) => ["dark-360", "dark-640", "light-360", "light-640"].map((kind) => `chapter-${id}-${kind}.svg`);
assert.deepEqual(stills, chapters.flatMap(inBothThemes).sort());
assert.equal(new Set(stills.map((name) => readFileSync(`${project}dist/posters/${name}`, "utf8"))).size, stills.length, "two chapters look alike");
for (const { id, title, says } of chapters) {
  const begins = says[0].slice(0, says[0].indexOf(". ") + 1);
  const page = readFileSync(`${project}dist/s/${id}.html`, "utf8");
  for (const part of [`<title>First Refusal: ${title}</title>`, `content="../previews/chapter-${id}.png"`, `$${id}*`, `name="description" content="${begins}`, `og:description" content="${begins}`, `chapter-${id}-light-640.svg`])
    assert.ok(page.includes(part), `s/${id}.html has no ${part}`);
}
const previews = readdirSync(`${project}dist/previews`).filter((name) => name.endsWith(".png"));
assert.equal(previews.length, contracts + chapters.length);
for (const name of previews) {
  const bytes = readFileSync(`${project}dist/previews/${name}`);
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630], name); // IHDR
}
