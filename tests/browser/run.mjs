// Runs the browser tests, one file after the other, all in one Chromium: files share a browser, tests share nothing but it.
// usage: node tests/browser/run.mjs [--times N] [--late MS] [NAME…]; says what failed and why, how long each file took and
// which tests took longest, and ends with "N passed, N failed". With --late a test hears of what its page does so much
// later in Chromium and Firefox, as on a machine that has other things to do: what passes only where the test is faster
// than the page, fails.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { run } from "node:test";
import { parseArgs } from "node:util";
import { startChromium } from "./helper.mjs";

const shownTests = 12;
const folder = import.meta.dirname;
const { values, positionals } = parseArgs({ options: { times: { type: "string", default: "1" }, late: { type: "string", default: "0" } }, allowPositionals: true });
const all = readdirSync(folder).filter((name) => name.endsWith(".test.mjs"));
const nameOf = (path) => basename(path).replace(/\.test\.mjs$/, "");
const wanted = positionals.length === 0 ? all : positionals.map((name) => `${nameOf(name)}.test.mjs`);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.log(`error: there is no ${unknown.join(", ")} in tests/browser`);
  process.exit(2);
}

const tests = []; // {file, name, seconds, isGood}
async function runOnce(name) {
  const start = Date.now();
  const before = tests.length;
  const stream = run({ files: [join(folder, name)], concurrency: 1 });
  const ended = (isGood) => (event) => {
    const { details, nesting } = event;
    if (details.type === "suite" && (isGood || details.error?.failureType === "subtestsFailed")) return;
    tests.push({ file: nameOf(name), name: event.name, seconds: details.duration_ms / 1000, isGood });
    if (!isGood) console.log(`not ok  ${nameOf(name)}: ${event.name}\n${String(details.error?.cause?.stack ?? details.error).replace(/^/gm, `  ${" ".repeat(nesting)}`)}`);
  };
  stream.on("test:pass", ended(true));
  stream.on("test:fail", ended(false));
  stream.on("test:stderr", ({ message }) => process.stderr.write(message));
  await new Promise((resolve) => stream.once("close", resolve).once("end", resolve).resume());
  const seen = tests.slice(before);
  if (seen.length === 0) tests.push({ file: nameOf(name), name: "counted no test at all", seconds: 0, isGood: false });
  console.log(`${nameOf(name).padEnd(12)}${String(seen.length).padStart(4)} tests ${((Date.now() - start) / 1000).toFixed(1).padStart(7)} s`);
}

if (!/^\d+$/.test(values.late)) {
  console.log(`error: --late needs a whole number of milliseconds, not “${values.late}”`);
  process.exit(2);
}
process.env.FIRST_REFUSAL_LATE = values.late; // for the files; this process asks nothing of its browser
const browser = await startChromium();
process.env.FIRST_REFUSAL_CHROMIUM = browser.wsEndpoint();
try {
  for (let turn = 0; turn < Number(values.times); turn++) for (const name of wanted) await runOnce(name);
} finally {
  await browser.close();
}

console.log("\nlongest");
for (const { file, name, seconds } of tests.toSorted((a, b) => b.seconds - a.seconds).slice(0, shownTests))
  console.log(`${seconds.toFixed(1).padStart(6)} s  ${file}: ${name}`);
const failed = tests.filter(({ isGood }) => !isGood).length;
console.log(`\n${tests.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
