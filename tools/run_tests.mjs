#!/usr/bin/env node
// Runs in the box, for ./test: the steps of tests/steps.mjs, beside each other where they do not want the same thing.
// A step's output goes to a log, what it counted into the sum; one that fails shows the end of its log, one that counts
// nothing has failed, and nothing is tried twice. usage: tools/run_tests.mjs [quick | NAME…]
import { spawn, spawnSync } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { steps } from "../tests/steps.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const logs = "build/test-logs";
const processors = Math.min(2, availableParallelism());
const weight = ({ uses }) => (uses === "compiler" ? processors : 1);
// One more than there are processors where a browser file is among them, which waits a third of its time.
const roomFor = (beside) => (processors > 1 && beside.some(({ kind }) => kind === "browser") ? processors + 1 : processors);
const shownLines = 40;
const logOf = (step) => `${logs}/${step.name.replaceAll(/[ ,]+/g, "-")}.log`;

const counters = {
  one: () => [1, 0],
  sum: (log) => last(log, /^(\d+) passed, (\d+) failed$/gm),
  doctest: (log) => last(log, /\[doctest\] test cases: *\d+ *\| *(\d+) passed *\| *(\d+) failed/g),
  node: (log) => {
    const said = (word) => Number(new RegExp(`^# ${word} (\\d+)`, "m").exec(log)?.[1] ?? 0);
    return [said("pass"), said("fail") + said("cancelled")];
  },
};
function last(log, pattern) {
  const found = [...log.replaceAll(/\x1b\[[0-9;]*m/g, "").matchAll(pattern)].at(-1);
  return found ? [Number(found[1]), Number(found[2])] : [0, 0];
}

function chosen(words) {
  if (words.length === 0) return steps;
  const begins = (step) => words.some((word) => (word === "quick" ? step.quick : step.name.replaceAll(" ", "-").startsWith(word.replaceAll(" ", "-"))));
  for (const word of words) {
    if (word !== "quick" && !steps.some((step) => step.name.replaceAll(" ", "-").startsWith(word.replaceAll(" ", "-")))) {
      console.error(`error: there is no step ${word}; there are: quick, ${steps.map(({ name }) => name).join(", ")}`);
      process.exit(2);
    }
  }
  const names = new Set(steps.filter(begins).map(({ name }) => name));
  for (const step of steps.toReversed()) if (names.has(step.name)) for (const name of step.after ?? []) names.add(name);
  return steps.filter(({ name }) => names.has(name));
}

// Why what needs a browser or a screen cannot be run here; undefined where it can.
const obstacles = {
  browser: () => {
    const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "data:text/html,started"];
    const { error, status, stdout, stderr } = spawnSync("chromium-headless-shell", flags, { encoding: "utf8", timeout: 60_000 });
    if (status === 0 && stdout.includes("started")) return undefined;
    return `Chromium does not start here (${error?.message ?? stderr.trim().split("\n").at(-1) ?? `exit ${status}`})`;
  },
  screen: () => {
    const { error, status, stderr } = spawnSync("xvfb-run", ["-a", "true"], { encoding: "utf8", timeout: 60_000 });
    return status === 0 ? undefined : `Xvfb does not start here (${error?.message ?? (stderr.trim().split("\n").at(-1) || `exit ${status}`)})`;
  },
};
// In the box every program is there, or the step fails.
function isMissing(program) {
  const isOwn = process.env.FIRST_REFUSAL_RUNG === "own";
  return isOwn && spawnSync(program, ["--version"]).error ? `${program} is not here` : undefined;
}
const known = new Map();
function obstacle(step) {
  if (!step.needs) return undefined;
  if (!known.has(step.needs)) known.set(step.needs, (obstacles[step.needs] ?? isMissing)(step.needs));
  return known.get(step.needs);
}

// The files that are run one after the other share a Chromium: the first page in a new one takes as long as three later
// ones. Files beside each other have one each.
const chromiums = []; // that nobody uses
async function takeChromium({ kind }) {
  if (kind !== "browser") return undefined;
  const free = chromiums.pop();
  return free?.connected ? free : (await import("../tests/browser/helper.mjs")).startChromium();
}
const environment = (chromium) => (chromium ? { ...process.env, FIRST_REFUSAL_CHROMIUM: chromium.wsEndpoint() } : process.env);

const wanted = chosen(process.argv.slice(2));
const state = new Map(wanted.map((step) => [step.name, "waiting"]));
const results = [];
let running = [];

function report(step, result) {
  results.push({ ...step, ...result });
  state.set(step.name, result.failed > 0 ? "failed" : result.skipped ? "left out" : "done");
  const line = `${step.name.padEnd(34)} ${String(result.passed).padStart(5)} passed`;
  const time = `${String(Math.round(result.seconds)).padStart(4)} s`;
  if (result.skipped) return console.log(`skip  ${step.name.padEnd(34)}       ${result.why}`);
  if (result.failed === 0) return console.log(`ok    ${line}  ${time}`);
  console.log(`FAIL  ${line}, ${result.failed} failed (${result.why})  ${time}   log: ${logOf(step)}`);
  const log = failuresOf(step).split("\n").slice(-shownLines);
  console.log(log.map((text) => `      | ${text.slice(0, 300)}`).join("\n"));
}

// Of TAP only the reports of what failed, otherwise the whole log.
function failuresOf(step) {
  const log = readFileSync(logOf(step), "utf8").trimEnd();
  if (step.counts !== "node") return log;
  return [...log.matchAll(/^ *not ok [\s\S]*?^ *\.\.\.$/gm)].map(([text]) => text).join("\n") || log;
}

function start(step, env) {
  const begun = performance.now();
  const log = createWriteStream(logOf(step));
  const child = spawn(step.command[0], step.command.slice(1), { stdio: ["ignore", "pipe", "pipe"], detached: true, env });
  const stop = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // it has ended by itself
    }
  };
  let isLate = false;
  const timer = setTimeout(() => ((isLate = true), stop()), step.seconds * 1000);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  return new Promise((resolve) => {
    child.on("error", (error) => log.write(`${error.message}\n`));
    child.on("close", (status, signal) => {
      clearTimeout(timer);
      stop(); // nothing that it started stays
      log.end(() => {
        let [passed, failed] = counters[step.counts](readFileSync(logOf(step), "utf8"));
        const isGood = status === 0 && !isLate;
        if (!isGood && step.counts === "one") passed = 0;
        if (!isGood && failed === 0) failed = 1; // stopped before it could count what failed
        if (passed + failed === 0) failed = 1; // counted no test at all
        const why = isLate ? `out of time after ${step.seconds} s` : signal ?? (status === 0 ? "counted no test" : `exit ${status}`);
        resolve({ passed, failed, why, seconds: (performance.now() - begun) / 1000 });
      });
    });
    running.push({ step, stop });
  });
}

function mayStart(step) {
  const before = (step.after ?? []).map((name) => state.get(name));
  if (before.some((one) => one === "waiting" || one === "running")) return false;
  const beside = [step, ...running.map((other) => other.step)];
  if (beside.reduce((sum, one) => sum + weight(one), 0) > roomFor(beside)) return false;
  if (running.some((other) => other.step.uses === "all") || (step.uses === "all" && running.length > 0)) return false;
  return !(step.uses === "compiler" && running.some((other) => other.step.uses === "compiler"));
}

async function runAll() {
  let waiting = [...wanted];
  let pending = [];
  while (waiting.length + pending.length > 0) {
    const step = waiting.find(mayStart);
    if (!step) {
      await Promise.race(pending);
      continue;
    }
    waiting = waiting.filter((other) => other !== step);
    const missing = (step.after ?? []).find((name) => state.get(name) !== "done");
    const why = obstacle(step) ?? (missing && `${missing}: ${state.get(missing)}`);
    if (why) {
      report(step, { passed: 0, failed: 0, skipped: 1, why, seconds: 0 });
      continue;
    }
    state.set(step.name, "running");
    const chromium = await takeChromium(step);
    const end = start(step, environment(chromium)).then((result) => {
      if (chromium) chromiums.push(chromium);
      running = running.filter((other) => other.step !== step);
      pending = pending.filter((other) => other !== end);
      report(step, result);
    });
    pending.push(end);
  }
}

function printTimes(total) {
  const kinds = new Map();
  for (const { kind, seconds } of results) kinds.set(kind, (kinds.get(kind) ?? 0) + seconds);
  console.log("\nseconds by kind, steps beside each other counted whole:");
  for (const [kind, seconds] of kinds) console.log(`  ${kind.padEnd(10)} ${String(Math.round(seconds)).padStart(5)}`);
  console.log(`  ${"elapsed".padEnd(10)} ${String(Math.round(total)).padStart(5)}`);
}

function printBudgets() {
  const sizes = results.find(({ name, skipped }) => name === "sizes" && !skipped);
  if (sizes) console.log(`\n${readFileSync(logOf(sizes), "utf8").split("\n").filter((line) => line.includes("budget")).join("\n")}`);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    for (const { stop } of running) stop();
    process.exit(130);
  });
}
rmSync(logs, { recursive: true, force: true });
rmSync("build/browsers.json", { force: true });
mkdirSync(logs, { recursive: true });
await runAll();
await Promise.all(chromiums.map((one) => one.close()));
printBudgets();
printTimes(performance.now() / 1000);
const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0);
const [passed, failed, skipped] = [sum("passed"), sum("failed"), sum("skipped")];
writeFileSync(`${logs}/sum`, `${passed} ${failed} ${skipped}\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
