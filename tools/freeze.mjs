// This build's own copy of the embed, for articles that must never change: FOLDER/v/VERSION-HASH/ holds everything that
// the frame and the element need. The hash is of what is in it, so that a folder once published is never another.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const isText = (name) => /\.(html|js|mjs|css)$/.test(name);

/** What a file at the start names, and what those files name: assets have names that occur nowhere by chance. */
export function reachable(folder, start) {
  const assets = readdirSync(join(folder, "assets"));
  const found = new Set();
  const queue = [...start];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    if (!isText(name)) continue;
    const text = readFileSync(join(folder, name), "utf8");
    queue.push(...assets.filter((asset) => text.includes(asset)).map((asset) => `assets/${asset}`));
  }
  return [...found];
}

/** Returns where the copy is and the hash by which a browser knows its script. */
export function freeze(folder, version) {
  const posters = readdirSync(join(folder, "posters")).map((name) => `posters/${name}`);
  const frames = readdirSync(folder).filter((name) => /^embed(-[\w-]+)?\.html$/.test(name));
  const names = [...reachable(folder, ["embed.js", ...frames]), ...posters].sort();
  // The account with its sources is the live one: it opens states that older builds have linked.
  const bytesOf = (name) =>
    frames.includes(name)
      ? Buffer.from(readFileSync(join(folder, name), "utf8").replaceAll('"./index.html"', '"../../index.html"'))
      : readFileSync(join(folder, name));
  const hash = createHash("sha256");
  for (const name of names) hash.update(name).update("\0").update(bytesOf(name));
  const path = `v/${version}-${hash.digest("hex").slice(0, 8)}/`;
  for (const name of names) {
    const to = join(folder, path, name);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, bytesOf(name));
  }
  const script = createHash("sha384").update(readFileSync(join(folder, path, "embed.js"))).digest("base64");
  return { path, integrity: `sha384-${script}` };
}

/** Carries the frozen builds of other versions over from an earlier dist: they stay when the next build comes. */
export function keepEarlier(folder, earlier, version) {
  const from = join(earlier, "v");
  if (!existsSync(from)) return [];
  const kept = readdirSync(from).filter((name) => !name.startsWith(`${version}-`) && !existsSync(join(folder, "v", name)));
  for (const name of kept) cpSync(join(from, name), join(folder, "v", name), { recursive: true });
  return kept;
}
