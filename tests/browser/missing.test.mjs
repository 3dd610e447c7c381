// Where something is missing in the middle of things, the page says which in words, and what can still work does. What a
// browser lacks from the start is in matrix.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, open, ready, setUp, simulate } from "./helper.mjs";

const at = setUp();

const seen = (page, selector) =>
  page.$eval(selector, (element) => (element.checkVisibility() ? element.innerText.trim() : ""));

async function openWithout(pattern) {
  const page = await open(at.browser, "about:blank");
  await page.setRequestInterception(true);
  page.on("request", (request) => (pattern.test(request.url()) ? request.abort() : request.continue()));
  await page.goto(at.address);
  await page.waitForFunction(() => document.querySelector("#lab").dataset.state === "failed");
  return page;
}

test("where no module can be fetched the page says so, its text stands and its controls say why they do nothing", async () => {
  const page = await openWithout(/\.wasm$/);
  assert.ok((await seen(page, "[data-failure=no-wasm]")).length > 20);
  assert.equal(await seen(page, "[data-failure=no-webgl2]"), "");
  assert.ok((await seen(page, "h1")).length > 20);
  assert.equal(await page.$$eval(".chapter", (chapters) => chapters.filter((chapter) => chapter.checkVisibility()).length), 8);
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
  const page = await open(at.browser, "about:blank");
  await page.setJavaScriptEnabled(false);
  await page.goto(at.address);
  const text = await page.$eval("body", (body) => body.innerText);
  assert.match(text, /needs JavaScript/);
  assert.ok(text.length > 4_000);
});

const later = [
  { what: "the view in words", chunk: /\/twin-[\w-]{8}\.js$/, ask: (page) => page.click("#twin-toggle") },
  { what: "the code for an article", chunk: /\/embed-dialog-[\w-]{8}\.js$/, ask: (page) => page.click("#embed-open") },
  { what: "what opens a dropped file", chunk: /\/files-[\w-]{8}\.js$/, ask: (page) => page.evaluate(dropFile) },
];
function dropFile() {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(["{}"], "deal.json", { type: "application/json" }));
  window.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}
for (const { what, chunk, ask } of later)
  test(`where ${what} is gone after a new build, words say so and loading again keeps the state`, async () => {
    const page = await at.openLab();
    await page.evaluate(() => window.firstRefusal.set("demand.growth", 2));
    let isGone = true;
    const refused = [];
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      if (!isGone || !chunk.test(request.url())) return request.continue();
      refused.push(request.url());
      return request.abort();
    });
    await ask(page);
    await page.waitForSelector(".kept button");
    assert.ok(refused.length > 0, "nothing was asked for");
    assert.match(await seen(page, ".kept p"), /could not be fetched.*keeps your settings/);
    isGone = false;
    await Promise.all([page.waitForNavigation(), page.click(".kept button")]);
    await ready(page);
    assert.equal((await describe(page)).inputs["demand.growth"], 2);
    await ask(page);
    await page.waitForFunction(() => document.querySelector("#twin svg, #embed-dialog[open]") || window.firstRefusal.describe().refused);
  });

const laterInAFrame = [
  { what: "what runs it", chunk: /\/engine-[\w-]{8}\.js$/, said: "#problem", ask: () => undefined, isThere: () => document.querySelector("#picture svg") },
  { what: "the full figure", chunk: /\/lab-[\w-]{8}\.js$/, said: "#problem", ask: (page) => page.click("#lab-toggle"), isThere: () => document.querySelector("#picture").hidden },
  { what: "the view in words", chunk: /\/twin-[\w-]{8}\.js$/, said: ".kept", ask: (page) => page.click("#twin-toggle"), isThere: () => document.querySelector("#twin svg") },
  { what: "what is worked out in words", chunk: /\/tables-[\w-]{8}\.js$/, said: ".tables", ask: openTables, again: unfoldTables, isThere: () => document.querySelector(".tables table") },
];
async function openTables(page) {
  await page.click("#twin-toggle");
  await unfoldTables(page);
}
// Loading again keeps the view in words open too.
async function unfoldTables(page) {
  await page.waitForSelector(".tables summary", { visible: true });
  await page.click(".tables summary");
}
for (const { what, chunk, said, ask, again = ask, isThere } of laterInAFrame)
  test(`where ${what} is gone from a frame after a new build, words in it say so where it was asked for, and loading again keeps the state`, async () => {
    const page = await open(at.browser, "about:blank", { width: 640 });
    let isGone = true;
    await page.setRequestInterception(true);
    page.on("request", (request) => (isGone && chunk.test(request.url()) ? request.abort() : request.continue()));
    await page.goto(`${at.address}embed.html#1january-2025~dg2`);
    if (what !== "what runs it") await page.waitForSelector("#picture svg");
    await ask(page);
    await page.waitForSelector(`${said} button`);
    assert.match(await seen(page, said), /could not be fetched/);
    const near = await page.evaluate((wanted) => {
      const [told, cause] = [wanted, ":focus"].map((one) => document.querySelector(one)?.getBoundingClientRect());
      return !cause || Math.abs(told.top - cause.bottom) < 400;
    }, said);
    assert.ok(near, "it is said elsewhere");
    isGone = false;
    await Promise.all([page.waitForNavigation(), page.click(`${said} button`)]);
    await page.waitForFunction(() => document.querySelector("#panel input")?.value === "2");
    await again(page);
    await page.waitForFunction(isThere);
  });

test("what says that a part is missing stays as it is while the figure goes on, with its way on in hand", async () => {
  const page = await open(at.browser, "about:blank", { width: 640 });
  await page.setRequestInterception(true);
  page.on("request", (request) => (/\/tables-[\w-]{8}\.js$/.test(request.url()) ? request.abort() : request.continue()));
  await page.goto(`${at.address}embed.html`);
  await page.waitForSelector("#picture svg");
  await openTables(page);
  await page.waitForSelector(".tables button");
  await page.focus(".tables button");
  const button = await page.$(".tables button");
  const again = page.waitForRequest((request) => /\/tables-/.test(request.url())); // once nothing moves
  await page.$eval("#panel input", (input) => {
    input.value = "2";
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
  });
  await page.waitForFunction(() => document.querySelector("#sentence").textContent.includes("doubling"));
  await again;
  await new Promise((wait) => setTimeout(wait, 200));
  assert.ok(await button.evaluate((one) => one.isConnected && one === document.activeElement));
});

test("a frame whose graphics are taken away has its small figure back, with the state, and says why", async () => {
  const page = await openFrame("#1january-2025~dg2");
  await page.click("#lab-toggle");
  await page.waitForFunction(() => document.querySelector("#picture").hidden);
  await page.evaluate(() => document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext());
  assert.match(await problem(page), /the small one is back with its state\. .*graphics away/);
  assert.ok(await page.$eval("#picture svg", (element) => element.checkVisibility()));
  await page.focus("#panel input");
  assert.equal(await page.$eval("#panel input", ({ value }) => value), "2");
  await page.keyboard.press("Home");
  await page.waitForFunction(() => document.querySelector("#panel input").value === document.querySelector("#panel input").min);
});

const noWebgl = () => {
  const own = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind === "webgl2" ? null : own.call(this, kind, ...rest);
  };
};
async function openFrame(query = "", options = {}) {
  const page = await at.open(`embed.html${query}`, { width: 640, ...options });
  await page.waitForSelector("#picture svg");
  return page;
}
const problem = async (page) => {
  await page.waitForFunction(() => !document.querySelector("#problem").hidden);
  return seen(page, "#problem");
};

test("a frame without WebGL2 keeps its small figure when the full one is asked for, says why, and goes on responding", async () => {
  const page = await openFrame("", { before: noWebgl });
  await page.click("#lab-toggle");
  assert.match(await problem(page), /the small one stays\. .*WebGL 2/);
  for (const part of ["#sentence", "#picture svg", "#panel input", "#lab-toggle"])
    assert.ok(await page.$eval(part, (element) => element.checkVisibility()), `${part} is gone`);
  assert.equal(await page.evaluate(() => document.activeElement.id), "lab-toggle", "the focus stays where it was");
  const before = await seen(page, "#sentence");
  await page.focus("#panel input");
  await page.keyboard.press("Home");
  await page.waitForFunction((old) => document.querySelector("#sentence").innerText !== old, {}, before);
});

test("a frame that is asked for view=lab without WebGL2 shows the small figure", async () => {
  const page = await openFrame("?view=lab", { before: noWebgl });
  assert.match(await problem(page), /the small one stays/);
  assert.ok(await page.$eval("#picture svg", (element) => element.checkVisibility()));
});

for (const [what, query, words] of [
  ["an input that is not there", "?controls=nonsense,demand.growth", /^There is no input called “nonsense” to set here\.$/],
  ["a deal that is not there", "?contract=nonsense", /^The deal that was asked for is not known here\./],
  ["a damaged link", "#1january-2025~zz9", /^Not all of the link could be read\./],
])
  test(`a frame that is asked for ${what} says that, and its slider works`, async () => {
    const page = await openFrame(query);
    assert.match(await problem(page), words);
    await page.focus("#panel input");
    await page.keyboard.press("Home");
    await page.waitForFunction(() => document.querySelector("#panel input").value === document.querySelector("#panel input").min);
    const sentence = await seen(page, "#sentence");
    await page.keyboard.press("End");
    await page.waitForFunction((old) => document.querySelector("#sentence").innerText !== old, {}, sentence);
  });
