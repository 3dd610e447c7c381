// The figure as text and native controls, on the page: every input and clause, two ways, by keyboard alone, where the
// canvas cannot be had, and with hostile words.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { describe, launch, open, openLab, serve, simulate } from "./helper.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

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

async function openTwin(options) {
  const page = await openLab(browser, server.address, options);
  await page.click("#twin-toggle");
  await page.waitForFunction(() => document.querySelector("#twin table tbody tr") && document.querySelector("#twin svg"));
  return page;
}

test("every input of the model has a native control with its range, unit, status and help", async () => {
  const page = await openTwin();
  const keys = await page.$$eval("#twin .lever", (all) => all.map((one) => one.dataset.key));
  assert.deepEqual(keys, Object.keys((await describe(page)).inputs));
  const bare = await page.$$eval("#twin .lever", (all) =>
    all.filter((one) => !one.querySelector("label").textContent || !one.querySelector(".help b").textContent).length,
  );
  assert.equal(bare, 0);
});

test("a control changes the state as the command line has it, and a change elsewhere moves the control", async () => {
  const page = await openTwin();
  await page.$eval('#twin .lever[data-key="azure.offer"] input[type=range]', (range) => {
    range.value = "3";
    range.dispatchEvent(new Event("input", { bubbles: true }));
    range.dispatchEvent(new Event("change", { bubbles: true }));
  });
  const state = await describe(page);
  assert.equal(state.inputs["azure.offer"], 3);
  assert.equal(state.fingerprint, simulate(state).fingerprint);
  await page.evaluate(() => window.firstRefusal.set("azure.offer", 1.5));
  assert.equal(await page.$eval('#twin .lever[data-key="azure.offer"] input[type=number]', (it) => it.value), "1.5");
  await page.evaluate(() => window.firstRefusal.undo());
  assert.equal(await page.$eval('#twin .lever[data-key="azure.offer"] input[type=range]', (it) => it.value), "3");
});

test("a clause can be struck from the deal and put back by its switches", async () => {
  const page = await openTwin();
  const before = (await describe(page)).fingerprint;
  const box = '#twin .clause[data-clause="first-refusal"] input';
  await page.click(box);
  const struck = await describe(page);
  assert.deepEqual(struck.edits, [{ clause: "first-refusal", kind: "never_agreed" }]);
  assert.notEqual(struck.fingerprint, before);
  await page.waitForFunction(() => document.querySelector('#twin .clause[data-clause="first-refusal"] .state').textContent.startsWith("Not part"));
  await page.click(box);
  assert.equal((await describe(page)).fingerprint, before);
});

test("by keyboard alone the view is opened, a slider moved and heard with its consequence", async () => {
  const page = await openLab(browser, server.address);
  await page.focus("#twin-toggle");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#twin .lever input[type=range]");
  await page.focus('#twin .lever[data-key="demand.growth"] input[type=range]');
  await page.keyboard.press("ArrowRight");
  assert.equal((await describe(page)).inputs["demand.growth"], 3.05);
  const heard = await page.$eval('#twin .lever[data-key="demand.growth"] input[type=range]', (it) => it.getAttribute("aria-valuetext"));
  assert.match(heard, /^3\.05 times a year; at most \d+% of demand not served; exclusivity would/);
  for (let i = 0; i < 400; i += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("footer"))) return;
  }
  assert.fail("Tab does not leave the view");
});

test("without WebGL2 the view is there from the start and answers", async () => {
  const page = await open(browser, server.address, {
    before: () => {
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return kind === "webgl2" ? null : get.call(this, kind, ...rest);
      };
    },
  });
  await page.waitForSelector("#twin:not([hidden]) svg");
  await page.evaluate(() => window.firstRefusal.set("demand.growth", 4));
  await page.waitForFunction(() => document.querySelector('#twin .lever[data-key="demand.growth"] input').value === "4");
});

test("where the lab cannot be loaded the engine drives the page", async () => {
  const page = await open(browser, "about:blank", {});
  await page.setRequestInterception(true);
  page.on("request", (request) => (/lab-[\w-]{8}\.wasm/.test(request.url()) ? request.abort() : request.continue()));
  await page.goto(server.address);
  await page.waitForSelector("#twin:not([hidden]) svg");
  const answer = await page.evaluate(() => window.firstRefusal.set("demand.growth", 2));
  assert.deepEqual(answer, { ok: true });
  const state = await describe(page);
  assert.equal(state.fingerprint, simulate(state).fingerprint);
});

test("a contract with hostile, long and right-to-left words is shown as text and runs nothing", async () => {
  const page = await openTwin();
  const text = readFileSync(new URL("../../assets/contracts/january-2025.json", import.meta.url), "utf8");
  const contract = JSON.parse(text);
  contract.id = "hostile";
  contract.title = `<script>window.hacked=1</script><img src=x onerror="window.hacked=1"> ${"שלום ".repeat(20)}`;
  contract.clauses[0].says = '"><svg onload="window.hacked=1">'.repeat(20);
  const result = await page.evaluate(async (file) => {
    const input = document.querySelector('#twin input[type="file"]');
    const transfer = new DataTransfer();
    transfer.items.add(new File([file], "hostile.json"));
    input.files = transfer.files;
    input.dispatchEvent(new Event("change"));
    await new Promise((resolve) => setTimeout(resolve, 800));
    return { title: window.firstRefusal.describe().contract_title, hacked: window.hacked, errors: document.querySelector("#twin .files .error").textContent };
  }, JSON.stringify(contract));
  assert.equal(result.errors, "");
  assert.equal(result.title, contract.title);
  assert.equal(result.hacked, undefined);
  assert.equal(await page.$$eval("#twin script, #twin img, #twin svg [onload]", (all) => all.length), 0);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
});

for (const [width, dark] of [[320, false], [1280, true]])
  test(`at ${width} px nothing overflows and axe finds nothing${dark ? ", dark" : ""}`, async () => {
    const page = await openTwin({ width, height: 900, dark });
    await page.$$eval("#twin details", (all) => all.forEach((one) => (one.open = true)));
    await sleep(300);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "scrolls sideways");
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document.getElementById("twin"), { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.target.join(" ")).join(", ").slice(0, 300)}`), []);
    assert.deepEqual(page.complaints, []);
  });
