// The view in text and controls, the frame, the element and the numbers in prose in Firefox: what needs no canvas.
// (Its headless mode has no WebGL, so this is also the page without it.)
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { simulate } from "./helper.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const puppeteer = require("puppeteer-core");
const sirv = createRequire(require.resolve("sirv-cli/package.json"))("sirv");
const firefox = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const dist = process.env.FIRST_REFUSAL_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

let browser;
let server;
let address;
before(async () => {
  assert.ok(existsSync(firefox), `${firefox} is missing: run the tests in the box`);
  const files = sirv(dist, { setHeaders: (response) => response.setHeader("Access-Control-Allow-Origin", "*") });
  server = createServer((request, response) => files(request, response, () => (response.writeHead(404), response.end())));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}/`;
  browser = await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true });
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

test("without WebGL the view in text and controls is there and gives the command line's numbers", async () => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSelector("#twin:not([hidden]) table tbody tr", { timeout: 30_000 });
  const answer = await page.evaluate(() => window.firstRefusal.set("demand.growth", 4));
  assert.deepEqual(answer, { ok: true });
  const state = await page.evaluate(() => window.firstRefusal.describe());
  assert.equal(state.fingerprint, simulate(state).fingerprint);
  await page.waitForFunction(() => document.querySelector('#twin .lever[data-key="demand.growth"] input').value === "4");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await page.close();
});

test("the example article responds: a slider in the frame, a number in prose, both the same", async () => {
  const page = await browser.newPage();
  await page.goto(`${address}article.html`);
  const number = await page.waitForSelector("fr-number[role=slider]", { timeout: 30_000 });
  await number.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.getElementById("deal").summary.inputs["demand.growth"] === 3.05);
  assert.equal(await number.evaluate((it) => it.getAttribute("aria-valuenow")), "3.05");
  const state = await page.evaluate(() => document.getElementById("deal").summary);
  assert.equal(state.fingerprint, simulate(state).fingerprint);
  await page.close();
});
