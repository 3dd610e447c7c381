// The project's main job: a hand drags compute demand, on the canvas or on the native controls, and everything follows.
import assert from "node:assert/strict";
import { after, before, describe as suite, it } from "node:test";
import { canvasBox, describe, differing, findSlider, nextFrames, pixels, pressNative, rest, settled, setUp, simulate } from "./helper.mjs";

const at = setUp();
let page;

const growth = (state) => state.inputs["demand.growth"];

async function drag(page, from, to, { release = true } = {}) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) await page.mouse.move(from.x + ((to.x - from.x) * step) / 8, from.y + ((to.y - from.y) * step) / 8);
  await nextFrames(page);
  if (release) await page.mouse.up();
  await nextFrames(page);
}

/** Whatever the command line says of the same inputs is what the page says. */
function assertAgrees(state) {
  const { rows, ...expected } = simulate(state);
  assert.ok(rows.length > 0);
  for (const key of ["headline", "sentence", "fingerprint", "inputs", "events", "stretches", "clauses", "contract", "version"])
    assert.ok(key in expected, `the command line's JSON has no ${key}`);
  for (const [key, value] of Object.entries(expected)) assert.deepEqual(state[key], value, key);
}

suite("dragging the slider on the canvas", () => {
  let slider, untouched, chart;
  before(async () => {
    page = await at.openLab();
    slider = await findSlider(page);
    untouched = await describe(page);
    const box = await canvasBox(page);
    chart = { x: box.left, y: slider.y + 60, width: 500, height: 250 };
  });
  after(() => page.close());

  it("opens on a state that the command line agrees with", () => {
    assert.equal(growth(untouched), 3);
    assertAgrees(untouched);
  });

  it("changes the state, the headline and the picture, in numbers that the command line agrees with", async () => {
    const before = await pixels(page, chart);
    await drag(page, { x: slider.left + 60, y: slider.y }, { x: slider.left + 110, y: slider.y });
    const state = await describe(page);
    assert.notEqual(growth(state), 3);
    assert.ok(growth(state) < 3, `left of the middle, and ${growth(state)}`);
    assert.notEqual(state.fingerprint, untouched.fingerprint);
    assert.notEqual(state.sentence, untouched.sentence);
    assert.notDeepEqual(state.headline, untouched.headline);
    assert.deepEqual(state.changed, ["demand.growth"]);
    assertAgrees(state);
    await rest(page);
    const after = await pixels(page, chart);
    assert.ok(differing(before, after, 16) > 5_000, "the chart shows the old state");
  });

  it("takes the native controls and the sentence along", async () => {
    const state = await describe(page);
    const shown = await page.evaluate(() => ({ range: document.querySelector("#hero").value, exact: document.querySelector("#exact").value }));
    assert.equal(Number(shown.range), growth(state));
    assert.equal(Number(shown.exact), growth(state));
    await page.waitForFunction((sentence) => document.querySelector("#consequence").textContent === sentence, {}, state.sentence);
  });

  it("is one step for undo, and redo brings it back", async () => {
    const dragged = await describe(page);
    await pressNative(page, "#undo");
    assert.equal((await describe(page)).fingerprint, untouched.fingerprint);
    assert.equal((await describe(page)).can_undo, false);
    await pressNative(page, "#redo");
    assert.equal((await describe(page)).fingerprint, dragged.fingerprint);
  });

  it("reaches both ends, and ends when the pointer is released outside the window", async () => {
    await page.evaluate(() => window.scrollTo(0, 0)); // pressing the buttons below has scrolled
    slider = await findSlider(page);
    await drag(page, { x: slider.left + 60, y: slider.y }, { x: -40, y: slider.y });
    assert.equal(growth(await describe(page)), 1.2);
    slider = await findSlider(page);
    await drag(page, { x: slider.left + 60, y: slider.y }, { x: page.viewport().width + 200, y: slider.y - 300 });
    assert.equal(growth(await describe(page)), 5);
    await page.mouse.move(slider.left + 60, slider.y);
    await nextFrames(page);
    assert.equal(growth(await describe(page)), 5, "still held after its release");
    await rest(page);
  });

  it("complains of nothing meanwhile", () => assert.deepEqual(page.complaints, []));
});

suite("the native controls", () => {
  before(async () => {
    page = await at.openLab();
  });
  after(() => page.close());

  it("drive the state by keyboard, and the canvas follows", async () => {
    const box = await canvasBox(page);
    const clip = { x: box.left, y: box.top, width: 700, height: 400 };
    const before = await pixels(page, clip);
    await page.focus("#hero");
    for (let press = 0; press < 10; press++) await page.keyboard.press("ArrowLeft");
    const state = await describe(page);
    assert.equal(growth(state), 2.5);
    assertAgrees(state);
    await page.evaluate(() => window.scrollTo(0, 0)); // the focus has scrolled to the controls
    await settled(page);
    const after = await pixels(page, clip);
    assert.ok(differing(before, after, 64) > 1_000, "the canvas shows the old state");
  });

  it("say the value with its unit", async () => {
    assert.equal(await page.$eval("#hero", (range) => range.getAttribute("aria-valuetext")), "2.5 times a year");
  });

  it("take an exact number", async () => {
    await page.$eval("#exact", (input) => input.select());
    await page.type("#exact", "1.65");
    await page.keyboard.press("Enter");
    assert.equal(growth(await describe(page)), 1.65);
    assert.equal(await page.$eval("#hero", (range) => Number(range.value)), 1.65);
    assertAgrees(await describe(page));
  });

  it("refuse a number that is out of range, in words, and keep the state", async () => {
    await page.$eval("#exact", (input) => input.select());
    await page.type("#exact", "9");
    await page.keyboard.press("Enter");
    assert.equal(growth(await describe(page)), 1.65);
    assert.match(await page.$eval("#exact-error", (text) => text.textContent), /1\.2.*5/);
  });

  it("change the contract, and the command line agrees with each", async () => {
    const deals = await page.$$eval("#deal option", (options) => options.map((option) => option.value));
    assert.equal(deals.length, 5);
    for (const deal of deals) {
      await page.select("#deal", deal);
      const state = await describe(page);
      assert.equal(state.contract, deal);
      assertAgrees(state);
    }
  });

  it("complain of nothing meanwhile", () => assert.deepEqual(page.complaints, []));
});

suite("window.firstRefusal", () => {
  before(async () => {
    page = await at.openLab();
  });
  after(() => page.close());

  const ask = (call, ...values) => page.evaluate((name, given) => window.firstRefusal[name](...given), call, values);

  it("sets every input to both ends, and the command line agrees", async () => {
    const inputs = Object.keys((await describe(page)).inputs);
    assert.ok(inputs.length > 30);
    for (const [key, value] of [["azure.offer", 6], ["agi.reading", "booked"], ["agi.declared", "2027-03"], ["others.slip", 40], ["pressure.months", 24]]) {
      assert.deepEqual(await ask("set", key, value), { ok: true });
      assert.equal((await describe(page)).inputs[key], value);
    }
    assertAgrees(await describe(page));
    assert.deepEqual(await ask("reset"), { ok: true });
    assert.deepEqual((await describe(page)).changed, []);
  });

  it("refuses what is out of range, no number or unknown, says why, never clamps and never throws", async () => {
    await page.waitForFunction(() => !window.firstRefusal.describe().busy); // what is worked out later is there
    const before = await describe(page);
    const refused = [
      ["demand.growth", 99],
      ["demand.growth", -1],
      ["demand.growth", "three"],
      ["demand.growth", ""],
      ["demand.grwth", 3],
      ["agi.declared", "2099-01"],
      ["agi.reading", "vibes"],
      ["azure.lead", 7.5],
      ["é".repeat(40), 3],
      ["demand.growth", "9".repeat(1_000_000)],
      ["k".repeat(3_000_000), 3],
    ];
    for (const [key, value] of refused) {
      const answer = await ask("set", key, value);
      assert.equal(answer.ok, false, `${key.slice(0, 40)} = ${String(value).slice(0, 40)}`);
      assert.ok(answer.error.length > 0);
    }
    for (const odd of ["NaN", "Infinity", "undefined", "null", "{}", "[]", "() => 1", "Symbol()"])
      assert.equal(await page.evaluate(`window.firstRefusal.set("demand.growth", ${odd}).ok`), false, odd);
    assert.match((await ask("set", "demand.grwth", 3)).error, /demand\.growth/);
    assert.match((await ask("set", "demand.growth", 99)).error, /1\.2.*5/);
    assert.equal((await ask("pick", "january-2052")).ok, false);
    assert.equal(await page.evaluate("window.firstRefusal.pick(null).ok"), false);
    assert.deepEqual(await describe(page), before);
  });

  it("complains of nothing meanwhile", () => assert.deepEqual(page.complaints, []));
});
