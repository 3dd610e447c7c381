#!/usr/bin/env node
// A monkey at the page for some minutes: clicks, drags, wheels, keys, texts, links, files and sizes, one after another in
// an order that a seed gives. It follows no link and talks to loopback only. Prints what it did and what the page made of
// it; fails on an uncaught error, a console error, a foreign request, a link opened, or frames that go on at rest.
// usage: node tests/browser/monkey.mjs [MINUTES [SEED]]
import { launch, openLab, rest, serve } from "./helper.mjs";

const minutes = Number(process.argv[2] ?? 5);
const seed = Number(process.argv[3] ?? 1);
const calmEvery = 25; // actions between two looks at the page at rest
const words = ["0,5", "3.14159265", "never", "2027-03", "-1", "1e300", "=1+1", "“x”", "\u202Ex", "", "x".repeat(3000)];
const hashes = ["1january-2025~dg4", "1as-amended~zo1.2*0000", "1no-deal~qq*zzzz", "%7E%2A", "#", "1under-pressure~!nabcd)."];
const keys = ["Tab", "Enter", "Escape", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Space", "Home", "End", "PageDown", "Backspace"];
const files = ['{"format":1}', "{“format”:1}", "\u0000", "[".repeat(40), '{"format":1,"id":"x","title":"X","clauses":[{"id":"c-dropped","kind":"supply","rule":"azure-only","name":"C","from":"2024-01","says":"S.","grade":"weak","sources":["A9"]}]}'];

// Mulberry32: small, and the same for a seed.
function draws(start) {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

// In the page: no link is followed and no window opened, and what tried to is counted.
function stayHere() {
  window.followed = 0;
  window.open = () => ((window.followed += 1), null);
  addEventListener("click", (event) => {
    const link = event.composedPath().find((part) => part instanceof HTMLAnchorElement);
    if (link && !link.download && !link.getAttribute("href")?.startsWith("#")) event.preventDefault();
  }, true);
}

const draw = draws(seed);
const one = (list) => list[draw(list.length)];
const server = await serve();
const browser = await launch();
const page = await openLab(browser, server.address, { before: stayHere });
const place = () => [draw(page.viewport().width), draw(page.viewport().height)];

const acts = {
  click: () => page.mouse.click(...place()),
  drag: async () => {
    await page.mouse.move(...place());
    await page.mouse.down();
    await page.mouse.move(...place(), { steps: 4 });
    await page.mouse.up();
  },
  wheel: async () => {
    await page.mouse.move(...place());
    await page.mouse.wheel({ deltaY: draw(1600) - 800 });
  },
  key: () => page.keyboard.press(one(keys)),
  text: () => page.keyboard.type(one(words).slice(0, 40)),
  link: () => page.evaluate((hash) => (location.hash = hash), one(hashes)),
  set: () => page.evaluate((value) => window.firstRefusal.set("demand.growth", value), one(words)),
  file: () =>
    page.evaluate((text) => {
      const held = new DataTransfer();
      held.items.add(new File([text], "mine.json", { type: "application/json" }));
      dispatchEvent(new DragEvent("drop", { dataTransfer: held, cancelable: true }));
    }, one(files)),
  size: () => page.setViewport({ width: 320 + draw(1100), height: 400 + draw(600), deviceScaleFactor: 1 + draw(2) }),
  dark: () => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: one(["dark", "light"]) }]),
};

const heapMb = async () => {
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1e6;
};

const done = Object.fromEntries(Object.keys(acts).map((name) => [name, 0]));
const before = await heapMb();
const until = Date.now() + minutes * 60_000;
let total = 0;
while (Date.now() < until) {
  const name = one(Object.keys(acts));
  await acts[name]();
  done[name] += 1;
  total += 1;
  if (total % calmEvery === 0) {
    await page.mouse.move(0, 0);
    await rest(page); // times out where frames go on
  }
}
await rest(page);
const followed = await page.evaluate(() => window.followed);
const isHere = new URL(page.url()).origin + "/" === server.address;
const state = await page.evaluate(() => window.firstRefusal.describe()?.fingerprint);
console.log(`${total} actions in ${minutes} minutes, seed ${seed}: ${Object.entries(done).map(([name, count]) => `${count} ${name}`).join(", ")}`);
console.log(`heap ${before.toFixed(2)} → ${(await heapMb()).toFixed(2)} MB; ${page.complaints.length} complaints; fingerprint ${state}`);
for (const complaint of new Set(page.complaints)) console.log(`  ${complaint}`);
await browser.close();
await server.close();
process.exit(page.complaints.length === 0 && followed === 0 && isHere && state ? 0 : 1);
