// The page around the figure: its text stands without script, its native controls answer in words, its points and
// sources follow the figure, and nothing is wider than the window.
import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, open, ready, setUp } from "./helper.mjs";

const at = setUp();

const text = (page, selector) => page.$eval(selector, (element) => element.textContent);
const type = async (page, value) => {
  await page.$eval("#exact", (field) => (field.focus(), field.select()));
  await page.keyboard.type(value);
  await page.keyboard.press("Enter");
};

test("without script the title, the eight chapters and what else is in the deal with their sources and what is left out are there, and no dead control", async () => {
  const page = await at.open();
  await page.setJavaScriptEnabled(false);
  await page.reload();
  const counts = await page.$$eval(".chapter, .points > li", (told) => told.map((one) => one.querySelectorAll(".cited a").length));
  assert.equal(counts.length, 8 + 4);
  assert.ok(counts.every((links) => links > 0));
  assert.ok((await page.$$(".left-out li")).length > 5);
  assert.equal(await page.$eval("#controls", (controls) => getComputedStyle(controls).display), "none");
});

test("a value that is out of range is refused in words, changes nothing, and the words go with the next change", async () => {
  const page = await at.openLab();
  const before = (await describe(page)).fingerprint;
  await type(page, "9");
  assert.match(await text(page, "#exact-error"), /from 1\.2 to 5/);
  assert.equal((await describe(page)).fingerprint, before);
  await type(page, "2.5");
  await page.waitForFunction(() => document.querySelector("#exact-error").textContent === "");
  assert.equal((await describe(page)).inputs["demand.growth"], 2.5);
});

for (const [typed, value] of [["2,5", 2.5], ["2.53", 2.53], [" 2,45 ", 2.45]])
  test(`“${typed}” typed in the field for exact values is ${value}, and stands there as a value that is right`, async () => {
    const page = await at.openLab();
    await type(page, typed);
    await page.waitForFunction((wanted) => window.firstRefusal.describe().inputs["demand.growth"] === wanted, {}, value);
    assert.ok(await page.$eval("#exact", (input) => input.matches(":valid") && !input.hasAttribute("aria-invalid")));
  });

test("what might be another number is refused in words", async () => {
  const page = await at.openLab();
  for (const typed of ["1,200", "2.5.1", "2x"]) {
    await type(page, typed);
    assert.match(await text(page, "#exact-error"), /from 1\.2 to 5/);
    assert.equal((await describe(page)).inputs["demand.growth"], 3);
  }
});

test("a number can be typed digit by digit without being rewritten under the hand, and is one step of undo", async () => {
  const page = await at.openLab();
  await type(page, "2.55");
  assert.equal(await page.$eval("#exact", (input) => input.value), "2.55");
  await page.focus("#undo");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#exact").value === "3");
  assert.equal(await page.evaluate(() => document.activeElement.id), "undo", "the focus stays though nothing is left to undo");
  assert.equal(await page.$eval("#undo", (button) => button.getAttribute("aria-disabled")), "true");
});

test("what a key has changed is announced when the reader has come to rest, and the sentence can be read", async () => {
  const page = await at.openLab();
  await page.focus("#hero");
  await page.keyboard.press("ArrowRight");
  const { sentence } = await describe(page);
  await page.waitForFunction((wanted) => document.querySelector("#consequence").textContent === wanted, {}, sentence);
  assert.equal(await page.$eval("#hero", (range) => range.getAttribute("aria-valuetext")), "3.05 times a year");
  await page.waitForFunction(() => document.querySelector("#response[aria-live=polite]").textContent.endsWith("."));
});

test("every live number of the points is filled, and clauses that a contract lacks are said to be lacking", async () => {
  const page = await at.openLab();
  await page.waitForFunction(() => [...document.querySelectorAll("dd[data-live]")].every((place) => place.classList.contains("known")));
  await page.select("#deal", "exclusive-2023");
  await page.waitForFunction(() => /not part of this contract/.test(document.querySelector('dd[data-clause="own-building-approved"]').textContent));
  assert.match(await text(page, "#points-state"), /If exclusivity had stayed/);
});

test("the sources list what every clause of the contract cites, each with a grade, loaded only when opened", async () => {
  const page = await at.openLab();
  const loaded = () => page.evaluate(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("facts-")));
  assert.equal(await loaded(), false);
  await page.click("summary");
  await page.waitForSelector("#sources-list li");
  assert.equal(await loaded(), true);
  const cited = new Set((await describe(page)).clauses.flatMap((clause) => clause.sources));
  const lines = await page.$$eval("#sources-list li", (items) => items.map((item) => item.querySelector(".grade").textContent));
  assert.ok(lines.length >= cited.size && lines.every((grade) => grade !== ""));
});

test("one click shows the latest known terms, and one more leads back", async () => {
  const page = await at.openLab();
  await page.click("#other");
  await page.waitForFunction(() => window.firstRefusal.describe().contract === "as-amended");
  await page.waitForFunction(() => /Back/.test(document.querySelector("#other").textContent));
  await page.click("#other");
  await page.waitForFunction(() => window.firstRefusal.describe().contract === "january-2025");
});

test("the page's name stays on the figure: it is there while the figure is, and leaves the view with it", async () => {
  const page = await at.openLab();
  const places = () => page.evaluate(() => ["h1", "#canvas"].map((one) => document.querySelector(one).getBoundingClientRect().top));
  const [name, canvas] = await places();
  for (const part of [0.25, 0.5, 1]) {
    await page.evaluate((wanted) => scrollTo({ top: wanted * (document.body.scrollHeight - innerHeight), behavior: "instant" }), part);
    const [nameNow, canvasNow] = await places();
    assert.ok(Math.abs(nameNow - canvasNow - (name - canvas)) <= 1, `scrolled by ${part}: name at ${nameNow}, figure at ${canvasNow}`);
  }
});

test("without script and in forced colours, on a wide screen too, the first screen begins with the page and not with an empty one", async () => {
  for (const options of [{ isScripted: false }, { features: [{ name: "forced-colors", value: "active" }] }]) {
    const page = await at.open("", { width: 1280, height: 800, ...options });
    const top = await page.$eval(".column", (it) => it.getBoundingClientRect().top);
    assert.ok(top < 800 * 0.9, `${JSON.stringify(options)}: what follows the name begins at ${top}`);
  }
});

test("each font travels once, though the page's text and the lab are both set in it", async () => {
  const page = await open(at.browser, "about:blank");
  const client = await page.createCDPSession();
  await client.send("Network.enable");
  const addresses = new Map();
  const received = new Map();
  client.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.url.endsWith(".ttf")) addresses.set(requestId, response.url);
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const address = addresses.get(requestId);
    if (address) received.set(address, (received.get(address) ?? 0) + encodedDataLength);
  });
  await page.goto(at.address);
  await ready(page);
  assert.equal(received.size, 3);
  assert.ok(addresses.size > 3, "text and lab both ask for them");
  for (const [address, bytes] of received) {
    const answer = await fetch(address, { headers: { "accept-encoding": "br" } });
    assert.equal(answer.headers.get("content-type"), "font/ttf");
    const once = Number(answer.headers.get("content-length"));
    assert.ok(bytes >= once && bytes < 1.2 * once, `${address}: ${bytes} bytes came, ${once} would do`);
  }
});

for (const width of [320, 390, 768, 1280, 1920])
  test(`nothing is wider than a window of ${width} pixels`, async () => {
    const page = await at.openLab({ width });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
  });
