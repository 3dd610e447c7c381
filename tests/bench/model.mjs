// The model's times as a table: natively, as WebAssembly under node and in Chromium, and their ratios; then whole
// processes of pact. Writes docs/benchmarks.md with the kind of machine and the day.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/helper.mjs";

const build = fileURLToPath(new URL("../../build/", import.meta.url));
const page = fileURLToPath(new URL("../../docs/benchmarks.md", import.meta.url));
const read = (lines) =>
  lines.map((line) => /^(.*),([\d.]+),([\d.]+)$/.exec(line)).map(([, name, median, p95]) => ({ name, median: Number(median), p95: Number(p95) }));
const pieces = (command, ...args) =>
  read(execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim().split("\n"));
const byName = (all) => new Map(all.map((piece) => [piece.name, piece]));

// The program that runs under node, in a page that is isolated from others: only there is a browser's clock fine enough.
async function inChromium() {
  const server = createServer((request, response) => {
    const [type, body] = request.url.endsWith(".wasm")
      ? ["application/wasm", readFileSync(`${build}web-test/bench.wasm`)]
      : request.url.endsWith(".js")
        ? ["text/javascript", readFileSync(`${build}web-test/bench.js`)]
        : ["text/html", "<!doctype html><title>bench</title>"];
    response.writeHead(200, { "content-type": type, "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    const run = () =>
      new Promise((resolve, reject) => {
        const lines = [];
        window.Module = { print: (line) => lines.push(line), printErr: () => undefined, onExit: () => resolve(lines), onAbort: reject };
        document.head.append(Object.assign(document.createElement("script"), { src: "bench.js", onerror: reject }));
      });
    return byName(read(await tab.evaluate(run)));
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

const millis = (micros) => (micros / 1000).toFixed(micros < 10000 ? 3 : 1);
const lines = [
  "| piece | native: median ms | p95 | node: median ms | p95 | ratio | Chromium: median ms | p95 | ratio |",
  "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
];
const native = pieces(`${build}native/bench`);
const places = [byName(pieces(process.execPath, `${build}web-test/bench.js`)), await inChromium()];
for (const { name, median, p95 } of native) {
  const there = places.map((place) => place.get(name)).map((it) => `${millis(it.median)} | ${millis(it.p95)} | ${(it.median / median).toFixed(2)} |`);
  lines.push(`| ${name} | ${millis(median)} | ${millis(p95)} | ${there.join(" ")}`);
}

function processes(what, count, ...args) {
  const times = [];
  for (let turn = 0; turn < count + 5; turn++) {
    const start = process.hrtime.bigint();
    execFileSync(`${build}native/pact`, args, { stdio: ["ignore", "ignore", "inherit"], maxBuffer: 1 << 30 });
    if (turn >= 5) times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  lines.push(`| ${what} | ${millis(at(0.5))} | ${millis(at(0.95))} | | | | | | |`);
  return at(0.5);
}
processes("whole process: pact simulate --format json", 100, "simulate", "--format", "json");
const rows = 40_000;
const micros = processes(`whole process: pact sweep, ${rows} runs`, 5, "sweep", "--vary", "demand.growth=2:4:200", "--vary", "azure.offer=0.4:2:200");
lines.push(`| sweep, runs a second on this machine's cores | ${Math.round((rows / micros) * 1e6)} | | | | | | | |`);

console.log(lines.join("\n"));
const day = new Date().toISOString().slice(0, 10);
writeFileSync(
  page,
  `# How long things take

Written by \`./run bench\` on ${day}: ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? "an unknown kind"}. 5 warm-ups, then 100 runs (10 of the
band), what is short in batches; WebAssembly under node ${process.versions.node} and in Chromium. Targets: one run 0.2 ms, all worths 5 ms, all tipping points 60 ms
natively; the band 500 ms in WebAssembly; a slice 8 ms; WebAssembly at most 1.5 times native; 20,000 runs of a sweep a second on two cores.

${lines.join("\n")}
`,
);
