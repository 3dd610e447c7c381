// Where something is missing in the middle of things, the page says which in words, and what can still work does. What a
// browser lacks from the start is in matrix.test.mjs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { describe, launch, open, serve, simulate } from "./helper.mjs";

let server;
let browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const seen = (page, selector) =>
  page.$eval(selector, (element) => (element.checkVisibility() ? element.innerText.trim() : ""));

async function openWithout(pattern) {
  const page = await open(browser, "about:blank");
  await page.setRequestInterception(true);
  page.on("request", (request) => (pattern.test(request.url()) ? request.abort() : request.continue()));
  await page.goto(server.address);
  await page.waitForFunction(() => document.querySelector("#lab").dataset.state === "failed");
  return page;
}

test("where no module can be fetched the page says so, its text stands and its controls say why they do nothing", async () => {
  const page = await openWithout(/\.wasm$/);
  assert.ok((await seen(page, "[data-failure=no-wasm]")).length > 20);
  assert.equal(await seen(page, "[data-failure=no-webgl2]"), "");
  assert.ok((await seen(page, "h1")).length > 20);
  assert.equal(await page.$$eval(".points > li", (points) => points.filter((point) => point.checkVisibility()).length), 10);
  assert.ok((await seen(page, ".left-out")).length > 500);
  assert.ok((await seen(page, "#controls")).length > 0, "the controls are gone");
  assert.ok((await seen(page, "#controls-note")).length > 0, "the controls do not say why they do nothing");
  assert.equal(await describe(page), null);
  const answer = await page.evaluate(() => window.firstRefusal.set("demand.growth", 2));
  assert.equal(answer.ok, false);
  assert.ok(answer.error.length > 0);
});

test("where only the lab cannot be fetched the engine drives the page, the view in words from the start", async () => {
  const page = await openWithout(/lab-[\w-]{8}\.wasm/);
  await page.waitForSelector("#twin:not([hidden]) svg");
  assert.equal(await seen(page, "[data-failure=no-wasm]"), "");
  assert.deepEqual(await page.evaluate(() => window.firstRefusal.set("demand.growth", 2)), { ok: true });
  const state = await describe(page);
  assert.equal(state.fingerprint, simulate(state).fingerprint);
  await page.waitForFunction(() => document.querySelector('#twin .lever[data-key="demand.growth"] input').value === "2");
});

test("where a font of the figure cannot be fetched the page says so, and text and native controls go on working", async () => {
  const page = await openWithout(/sans_regular.*\.ttf$/);
  assert.match(await seen(page, "#failure-detail"), /font of the figure could not be fetched/);
  assert.ok((await seen(page, "h1")).length > 20);
  await page.waitForFunction(() => window.firstRefusal.describe());
  assert.deepEqual(await page.evaluate(() => window.firstRefusal.set("demand.growth", 2)), { ok: true });
});

test("with JavaScript switched off the text stands and says what needs it", async () => {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(server.address);
  const text = await page.$eval("body", (body) => body.innerText);
  assert.match(text, /needs JavaScript/);
  assert.ok(text.length > 4_000);
});
