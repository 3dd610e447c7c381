// Where something is missing, the page says which in words, and what can still work does.
import assert from "node:assert/strict";
import { after, before, describe as suite, it } from "node:test";
import { launch, open, serve } from "./helper.mjs";

let server;
before(async () => {
  server = await serve();
});
after(() => server?.close());

const seen = (page, selector) =>
  page.$eval(selector, (element) => (element.checkVisibility() ? element.innerText.trim() : ""));

async function assertTextStands(page) {
  assert.ok((await seen(page, "h1")).length > 20);
  assert.equal(await page.$$eval(".points > li", (points) => points.filter((point) => point.checkVisibility()).length), 10);
  assert.ok((await seen(page, ".left-out")).length > 500);
}

suite("without WebGL2", () => {
  it("says so, and text and native controls go on working", async () => {
    const browser = await launch(["--disable-3d-apis"]);
    try {
      const page = await open(browser, server.address);
      await page.waitForFunction(() => document.querySelector("#lab").dataset.state === "failed");
      assert.ok((await seen(page, "[data-failure=no-webgl2]")).length > 20);
      assert.equal(await seen(page, "[data-failure=no-wasm]"), "");
      await assertTextStands(page);
      await page.waitForFunction(() => window.firstRefusal.describe());
      const before = await page.evaluate(() => window.firstRefusal.describe().sentence);
      await page.focus("#hero");
      for (let press = 0; press < 20; press++) await page.keyboard.press("ArrowLeft");
      const state = await page.evaluate(() => window.firstRefusal.describe());
      assert.equal(state.inputs["demand.growth"], 2);
      assert.notEqual(state.sentence, before);
      await page.waitForFunction((sentence) => document.querySelector("#consequence").textContent === sentence, {}, state.sentence);
      assert.deepEqual(page.complaints.filter((line) => !/WebGL|3D/i.test(line)), []);
    } finally {
      await browser.close();
    }
  });
});

suite("without a font of the figure", () => {
  it("says so, and text and native controls go on working", async () => {
    const browser = await launch();
    try {
      const page = await open(browser, "about:blank");
      await page.setRequestInterception(true);
      page.on("request", (request) => (/sans_regular.*\.ttf$/.test(request.url()) ? request.abort() : request.continue()));
      await page.goto(server.address);
      await page.waitForFunction(() => document.querySelector("#lab").dataset.state === "failed");
      assert.match(await seen(page, "#failure-detail"), /font of the figure could not be fetched/);
      await assertTextStands(page);
      await page.waitForFunction(() => window.firstRefusal.describe());
      assert.deepEqual(await page.evaluate(() => window.firstRefusal.set("demand.growth", 2)), { ok: true });
    } finally {
      await browser.close();
    }
  });
});

suite("without WebAssembly", () => {
  async function assertSaysSo(page) {
    await page.waitForFunction(() => document.querySelector("#lab").dataset.state === "failed");
    assert.ok((await seen(page, "[data-failure=no-wasm]")).length > 20);
    assert.equal(await seen(page, "[data-failure=no-webgl2]"), "");
    await assertTextStands(page);
    assert.ok((await seen(page, "#controls")).length > 0, "the controls are gone");
    assert.ok((await seen(page, "#controls-note")).length > 0, "the controls do not say why they do nothing");
    assert.equal(await page.evaluate(() => window.firstRefusal.describe()), null);
    const answer = await page.evaluate(() => window.firstRefusal.set("demand.growth", 2));
    assert.equal(answer.ok, false);
    assert.ok(answer.error.length > 0);
  }

  it("says so where the browser has none", async () => {
    const browser = await launch();
    try {
      const page = await open(browser, server.address, { before: () => delete window.WebAssembly });
      await assertSaysSo(page);
      assert.deepEqual(page.complaints, []);
    } finally {
      await browser.close();
    }
  });

  it("says so where the module cannot be fetched", async () => {
    const browser = await launch();
    try {
      const page = await open(browser, "about:blank");
      await page.setRequestInterception(true);
      page.on("request", (request) => (request.url().endsWith(".wasm") ? request.abort() : request.continue()));
      await page.goto(server.address);
      await assertSaysSo(page);
    } finally {
      await browser.close();
    }
  });
});

suite("without JavaScript", () => {
  it("the text stands and says what needs it", async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.setJavaScriptEnabled(false);
      await page.goto(server.address);
      const text = await page.$eval("body", (body) => body.innerText);
      assert.match(text, /needs JavaScript/);
      assert.ok(text.length > 4_000);
    } finally {
      await browser.close();
    }
  });
});
