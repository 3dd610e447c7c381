// How the page is bundled: relative addresses, so that dist/ works in any folder; hashed names; nothing inlined, so that
// it works under a strict content policy. The lab and the cut fonts come from CMake (build/web).
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { posters, reserved, withFrames } from "./poster-plugin.ts";
import { earlyFiles, words } from "./words-plugin.ts";

const project = fileURLToPath(new URL("..", import.meta.url));
const baseUrl = process.env.FIRST_REFUSAL_BASE_URL ?? ""; // ./run --build-only --base-url

interface Fact {
  id: string;
  date: string;
  says: string;
  grade: string;
  sources?: unknown[];
}

// facts.json as readers need it, loaded when a source is opened: the full file is four times as large.
function trimFacts(): void {
  const { facts } = JSON.parse(readFileSync(`${project}/assets/facts.json`, "utf8")) as { facts: Fact[] };
  const trimmed = facts.map(({ id, date, says, grade, sources }) => ({ id, date, says, grade, source: sources?.[0] ?? null }));
  mkdirSync(`${project}/build/generated`, { recursive: true });
  writeFileSync(`${project}/build/generated/facts.json`, JSON.stringify(trimmed));
}
trimFacts();

// The engine's bytes as a module, for browsers that let a sandboxed frame import scripts but fetch nothing (WebKit).
function engineAsModule(): void {
  const bytes = readFileSync(`${project}/build/web/engine.wasm`).toString("base64");
  writeFileSync(`${project}/build/generated/engine-bytes.mjs`, `export default "${bytes}";\n`);
}
engineAsModule();

export default defineConfig({
  base: "./",
  publicDir: false,
  define: withFrames(project),
  plugins: [words(project), reserved(), posters(project, baseUrl), earlyFiles()],
  resolve: {
    alias: {
      "@lab": `${project}/build/web`, // lab.mjs, lab.wasm
      "@fonts": `${project}/build/web/fonts`, // of the page: *.ttf; of a frame: *.woff2
      "@generated": `${project}/build/generated`, // facts.json, trimmed
      "@assets": `${project}/assets`,
    },
  },
  server: { fs: { allow: [project] } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      // What every page needs of its own is one request, not one for each small file.
      output: { codeSplitting: { groups: [{ name: "common", test: /src\/\w+\/(dom|embed-size|engine|fetched|flags|format|later|link-text|module|piece|response|sources|told|twin-figures|word-view)\.ts$/ }] } },
      input: ["index", "embed", "deal", "article", "publishers", "teach"].map((name) => `${project}/web/${name}.html`),
    },
  },
});
