// The model's times as a table: natively, as WebAssembly under node, and their ratio; then whole processes of pact.
// usage: node tests/bench/model.mjs [FILE]     with FILE: writes the table as Markdown too
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const build = fileURLToPath(new URL("../../build/", import.meta.url));
const pieces = (command, ...args) =>
  execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
    .trim()
    .split("\n")
    .map((line) => line.split(","))
    .map(([name, median, p95]) => ({ name, median: Number(median), p95: Number(p95) }));

const millis = (micros) => (micros / 1000).toFixed(micros < 10000 ? 3 : 1);
const lines = ["| piece | native, median ms | p95 | WebAssembly, median ms | p95 | ratio |", "|---|---:|---:|---:|---:|---:|"];
const native = pieces(`${build}native/bench`);
const wasm = new Map(pieces(process.execPath, `${build}web-test/bench.js`).map((piece) => [piece.name, piece]));
for (const { name, median, p95 } of native) {
  const there = wasm.get(name);
  lines.push(`| ${name} | ${millis(median)} | ${millis(p95)} | ${millis(there.median)} | ${millis(there.p95)} | ${(there.median / median).toFixed(2)} |`);
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
  lines.push(`| ${what} | ${millis(at(0.5))} | ${millis(at(0.95))} | | | |`);
  return at(0.5);
}
processes("whole process: pact simulate --format json", 100, "simulate", "--format", "json");
const rows = 40_000;
const micros = processes(`whole process: pact sweep, ${rows} runs`, 5, "sweep", "--vary", "demand.growth=2:4:200", "--vary", "azure.offer=0.4:2:200");
lines.push(`| sweep, runs a second on this machine's cores | ${Math.round((rows / micros) * 1e6)} | | | | |`);

console.log(lines.join("\n"));
if (process.argv[2]) writeFileSync(process.argv[2], `${lines.join("\n")}\n`);
