// Opening and closing the lab leaves nothing behind: no graphics context, listener, node or heap.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { dist, setUp } from "./helper.mjs";

const cycles = 200;
const settled = 50; // what is made once is made by then


// A page with nothing of its own on it.
const at = setUp({ pages: new Map([["/empty.html", '<!doctype html><title>Empty</title><link rel="icon" href="data:,"><div id="lab"></div>']]), flags: ["--js-flags=--expose-gc"] });

// The page's own module, as a chunk: the one script that exports openLab.
const chunks = readdirSync(`${dist}/assets`).filter((name) => /^lab-[\w-]{8}\.js$/.test(name));

// In the page, before its scripts: remembers, without holding them, every WebAssembly instance and WebGL context.
function watchInstances() {
  window.failures = [];
  window.seen = { instances: [], contexts: [] };
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await start.apply(WebAssembly, given);
    window.seen.instances.push(new WeakRef(made.instance));
    return made;
  };
  const context = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (...given) {
    const made = context.apply(this, given);
    if (made) window.seen.contexts.push(new WeakRef(made));
    return made;
  };
}

// In the page: opens the lab on a new canvas, waits for its first frame, and closes it.
async function cycle(times) {
  const { openLab } = window;
  for (let turn = 0; turn < times; turn++) {
    const canvas = document.createElement("canvas");
    const runway = document.createElement("div");
    runway.append(canvas);
    document.querySelector("#lab").prepend(runway);
    const lab = await openLab(canvas, {
      onPublish: () => undefined,
      onFailure: (reason, message) => window.failures.push(`${reason} ${message}`),
    });
    while (lab.frames() === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    lab.set("demand.growth", 2 + (turn % 20) / 10);
    lab.close();
    runway.remove();
  }
}

test(`${cycles} times opened and closed, the lab leaves nothing behind`, { timeout: 240_000 }, async () => {
  const page = await at.open("empty.html", { before: watchInstances });
  await page.evaluate(async (names) => {
    for (const name of names) {
      const exported = Object.values(await import(`./assets/${name}`)).find((one) => one?.name?.length && one.length === 3);
      if (exported) window.openLab = exported;
    }
  }, chunks);
  const client = await page.createCDPSession();
  await client.send("Performance.enable");
  const measured = async () => {
    for (let round = 0; round < 3; round++) await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    const alive = await page.evaluate(() => {
      const left = (all) => all.filter((one) => one.deref()).length;
      return { instances: left(window.seen.instances), contexts: left(window.seen.contexts), opened: window.seen.instances.length };
    });
    return { ...Object.fromEntries(metrics.map(({ name, value }) => [name, value])), ...alive };
  };
  await page.evaluate(cycle, settled);
  const before = await measured();
  await page.evaluate(cycle, cycles - settled);
  const now = await measured();
  const grown = (name) => now[name] - before[name];
  const told = ["Nodes", "JSEventListeners", "JSHeapUsedSize", "instances", "contexts"].map((name) => `${name} ${before[name]} → ${now[name]}`).join(", ");
  console.log(`# ${told}`);
  assert.deepEqual(await page.evaluate(() => window.failures), []);
  assert.ok(grown("Nodes") <= 10, told);
  assert.ok(grown("JSEventListeners") <= 5, told);
  assert.ok(grown("JSHeapUsedSize") < 1_500_000, told); // 10 kB a cycle
  assert.equal(now.opened, cycles);
  assert.ok(now.instances <= 2, told); // each is 4 MB of memory; the last may be held by what has just run
  assert.ok(now.contexts <= 2, told);
  assert.deepEqual(page.complaints, []); // a browser warns when it kills the oldest of too many contexts
});
