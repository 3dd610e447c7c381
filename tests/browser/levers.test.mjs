// The levers under a real hand: pressed, dragged, held, typed into, reverted, undone; with a wheel and a finger over them;
// and the native controls beside them. Places on the canvas are found by the cursor that it shows there.
import assert from "node:assert/strict";
import { after, before, describe as suite, it } from "node:test";
import { canvasBox, describe, differing, nextFrames, pixels, pressNative, rest, setUp, simulate } from "./helper.mjs";

const at = setUp();

const heading = 52; // CSS pixels: how high the heading of a part that folds is
const inputOf = async (page, key) => (await describe(page)).inputs[key];

async function cursorAt(page, x, y) {
  await page.mouse.move(x, y);
  await nextFrames(page);
  return page.$eval("#canvas", (canvas) => canvas.style.cursor);
}

async function press(page, x, y) {
  await page.mouse.click(x, y);
  await nextFrames(page);
  await rest(page);
}

/** The middle of the first track below a point, or undefined. */
async function trackBelow(page, x, from, to, step = 8) {
  for (let y = from; y < to; y += step) {
    if ((await cursorAt(page, x, y)) !== "ew-resize") continue;
    let end = y;
    while ((await cursorAt(page, x, end + 4)) === "ew-resize") end += 4;
    let start = y;
    while ((await cursorAt(page, x, start - 2)) === "ew-resize") start -= 2;
    return (start + end) / 2;
  }
  return undefined;
}

const headingsBelow = 5; // what each clause says, compare, how sure, money, the backtest
const foot = 12; // CSS pixels under the last heading

// While all parts are folded.
const foldedHeading = async (page) => (await footOf(page)) - foot - heading / 2 - heading * headingsBelow;

/** Unfolds "All the levers" by a press on its heading: the first of those at the foot of the lab while all are folded. */
async function unfoldLevers(page) {
  const box = await canvasBox(page);
  const [x, y] = [box.left + 5, await foldedHeading(page)];
  assert.equal(await cursorAt(page, x, y), "pointer", "there is no heading");
  await press(page, x, y);
  assert.ok((await canvasBox(page)).height > box.height + 200, "nothing unfolds");
  return fromFoot(page, y);
}

// Words above the levers take more room or less while something changes; nothing below them does. Places are therefore
// kept as distances from the canvas's foot, and looked up when they are used.
async function footOf(page) {
  const { top, height } = await canvasBox(page);
  return top + height;
}
const fromFoot = async (page, y) => (await footOf(page)) - y;
const toPage = async (page, up) => (await footOf(page)) - up;

/**
 * The tracks of the first group, in the order of the table: {left, right, up} of each row on the canvas. `columns` of them
 * beside each other.
 */
async function tracks(page, from, columns, count) {
  const box = await canvasBox(page);
  const gap = 44;
  const width = columns === 2 ? (box.width - gap) / 2 : box.width;
  const start = await toPage(page, from);
  const rows = Array.from({ length: columns }, () => ({ next: start + 60 }));
  const found = [];
  for (let i = 0; i < count; i++) {
    const column = rows[i % columns];
    const left = box.left + (i % columns) * (width + gap);
    const y = await trackBelow(page, left + width / 2, column.next, column.next + 220);
    if (y === undefined) throw new Error(`track ${i} is not there`);
    column.next = y + 30;
    found.push({ left, right: left + width, up: await fromFoot(page, y) });
  }
  return found;
}
/** A row where it is now. */
const now = async (page, { left, right, up }) => ({ left, right, y: await toPage(page, up) });

const group = ["demand.growth", "demand.fade", "demand.start", "demand.training-share", "demand.api-share"];

/** From the right of a lever's label: the middle of its value, and of the button that reverts it where there is one. */
async function ofLabel(page, row, target = 32) {
  await nextFrames(page);
  await rest(page);
  const track = await now(page, row);
  const y = track.y - target;
  let revert;
  for (let x = track.right - 8; x > track.right - 220; x -= 6) {
    const cursor = await cursorAt(page, x, y);
    if (cursor === "pointer") {
      revert ??= x;
      if (revert - x >= target / 2) break;
    } else if (revert !== undefined) break;
  }
  return { value: { x: track.right - 14, y }, revert: { x: (revert ?? 0) - target / 2 + 4, y }, help: { x: track.left + 30, y } };
}

async function drag(page, from, to, { release = true } = {}) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 6; step++) {
    await page.mouse.move(from.x + ((to.x - from.x) * step) / 6, from.y + ((to.y - from.y) * step) / 6);
    await nextFrames(page);
  }
  if (release) await page.mouse.up();
  await nextFrames(page);
}

suite("the levers under a mouse", () => {
  let page, fold, rows, untouched;
  before(async () => {
    page = await at.openLab({ height: 2600 });
    untouched = await describe(page);
    fold = await unfoldLevers(page);
    rows = await tracks(page, fold, 2, group.length);
  });
  after(() => page?.close());
  const undo = () => page.evaluate(() => window.firstRefusal.undo());
  const reset = async () => {
    await page.evaluate(() => window.firstRefusal.reset());
    await nextFrames(page);
    await rest(page);
  };

  it("unfold by a press and fold again", async () => {
    const open = (await canvasBox(page)).height;
    const y = await toPage(page, fold);
    await press(page, rows[0].left + 5, y);
    assert.ok((await canvasBox(page)).height < open - 300);
    await press(page, rows[0].left + 5, y);
    assert.equal((await canvasBox(page)).height, open);
  });

  it("are dragged, each its own input, in one step of undo, and as the command line has it", async () => {
    for (const [i, key] of group.entries()) {
      const { left, right, y } = await now(page, rows[i]);
      await drag(page, { x: left + (right - left) * 0.3, y }, { x: left + (right - left) * 0.72, y: y + 5 });
      const state = await describe(page);
      assert.deepEqual(state.changed, [key], key);
      assert.equal(state.fingerprint, simulate(state).fingerprint);
      await undo();
      assert.deepEqual((await describe(page)).inputs, untouched.inputs, `${key} is not one step`);
      await nextFrames(page);
      await rest(page);
    }
  });

  it("step by − and + once a press, and again and again while held, which is one step of undo", async () => {
    const { left, right, y } = await now(page, rows[1]); // fading, in steps of 1
    await press(page, right - 16, y);
    assert.equal(await inputOf(page, "demand.fade"), 34);
    await press(page, left + 16, y);
    assert.equal(await inputOf(page, "demand.fade"), 33);
    await page.mouse.move(right - 16, y);
    await page.mouse.down();
    await page.waitForFunction(() => window.firstRefusal.describe().inputs["demand.fade"] >= 37);
    await page.mouse.up();
    await nextFrames(page);
    await rest(page);
    const held = await inputOf(page, "demand.fade");
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(await inputOf(page, "demand.fade"), held, "still counting after its release");
    await undo();
    assert.equal(await inputOf(page, "demand.fade"), 33);
    await reset();
  });

  it("take a typed value in a field over the canvas: Enter sets it, Escape leaves it", async () => {
    const { value } = await ofLabel(page, rows[2]); // demand in January 2024
    await press(page, value.x, value.y);
    const field = await page.waitForSelector(".typed-value");
    assert.equal(await field.evaluate((it) => it.value), "0.28");
    assert.ok(await field.evaluate((it) => document.activeElement === it && it.inputMode === "decimal"));
    const place = await field.boundingBox();
    assert.ok(Math.abs(place.x + place.width - rows[2].right) < 12 && Math.abs(place.y + place.height / 2 - value.y) < 6, JSON.stringify(place));
    await page.keyboard.type("0.33");
    await page.keyboard.press("Enter");
    assert.equal(await inputOf(page, "demand.start"), 0.33);
    assert.equal(await page.$(".typed-value"), null);
    await press(page, value.x, value.y);
    await page.keyboard.type("0.4");
    await page.keyboard.press("Escape");
    assert.equal(await page.$(".typed-value"), null);
    assert.equal(await inputOf(page, "demand.start"), 0.33);
    await undo();
    assert.equal(await inputOf(page, "demand.start"), 0.28, "typing is one step");
  });

  it("refuse a typed value out of range in words with the range, keep the state, and take it mended", async () => {
    const { value } = await ofLabel(page, rows[2]);
    await press(page, value.x, value.y);
    await page.waitForSelector(".typed-value");
    await page.keyboard.type("9");
    await page.keyboard.press("Enter");
    const said = await page.$eval(".typed-value + p", (it) => ({ text: it.textContent, isShown: !it.hidden, role: it.getAttribute("role") }));
    assert.match(said.text, /from 0\.2 to 0\.4/);
    assert.ok(said.isShown && said.role === "alert");
    assert.equal(await inputOf(page, "demand.start"), 0.28);
    assert.equal(await page.$eval(".typed-value", (it) => it.getAttribute("aria-invalid")), "true");
    await page.$eval(".typed-value", (it) => it.select());
    await page.keyboard.type("0.3");
    await page.keyboard.press("Enter");
    assert.equal(await inputOf(page, "demand.start"), 0.3);
    await reset();
  });

  it("leave Enter to an input method while it composes", async () => {
    const { value } = await ofLabel(page, rows[2]);
    await press(page, value.x, value.y);
    await page.waitForSelector(".typed-value");
    const client = await page.createCDPSession();
    await client.send("Input.imeSetComposition", { text: "0.35", selectionStart: 4, selectionEnd: 4 });
    await page.keyboard.press("Enter");
    assert.ok(await page.$(".typed-value"), "the field closed under the input method");
    assert.equal(await inputOf(page, "demand.start"), 0.28);
    await client.send("Input.insertText", { text: "0.35" });
    await page.keyboard.press("Enter");
    assert.equal(await inputOf(page, "demand.start"), 0.35);
    await reset();
  });

  it("say below the label what the number is and how it is known when that is pressed, and fold it again", async () => {
    const { help } = await ofLabel(page, rows[4]); // the last: what unfolds moves no other row
    const folded = (await canvasBox(page)).height;
    assert.equal(await cursorAt(page, rows[4].left + 6, help.y), "pointer", "the dot of the evidence");
    await press(page, rows[4].left + 6, help.y);
    assert.ok((await canvasBox(page)).height > folded + 30);
    await press(page, help.x, help.y);
    assert.equal((await canvasBox(page)).height, folded);
  });

  it("are listed as changed, and reverted one by one by their own button", async () => {
    const heading = async () => {
      await page.evaluate(() => window.scrollTo(0, 0)); // a picture's place is counted from the top of the page
      return pixels(page, { x: rows[0].left + 200, y: (await toPage(page, fold)) - 16, width: 600, height: 30 });
    };
    await page.mouse.move(5, 5);
    await rest(page);
    const before = await heading();
    for (const [key, value] of [["demand.growth", 2.8], ["demand.fade", 40], ["demand.start", 0.3]])
      await page.evaluate((name, to) => window.firstRefusal.set(name, to), key, value);
    await nextFrames(page);
    await rest(page);
    const listed = await heading();
    assert.ok(differing(before, listed, 48) > 1_500, "the heading does not list what has changed");
    const { revert } = await ofLabel(page, rows[1]);
    await press(page, revert.x, revert.y);
    assert.deepEqual((await describe(page)).changed, ["demand.growth", "demand.start"]);
    assert.equal(await inputOf(page, "demand.fade"), 33);
    await undo();
    assert.equal(await inputOf(page, "demand.fade"), 40, "reverting can be undone");
    await pressNative(page, "#reset");
    assert.deepEqual((await describe(page)).changed, []);
    await pressNative(page, "#undo");
    assert.deepEqual((await describe(page)).changed, ["demand.growth", "demand.fade", "demand.start"], "a reset can be undone");
    await page.evaluate(() => window.scrollTo(0, 0));
    await reset();
    await page.mouse.move(5, 5);
    await nextFrames(page);
    await rest(page);
    assert.equal(differing(before, await heading(), 48), 0, "the list stays after the reset");
  });

  it("are undone and redone step by step to any depth", async () => {
    const seen = [(await describe(page)).fingerprint];
    for (let step = 0; step < 15; step++) {
      const { right, y } = await now(page, rows[1]);
      await page.mouse.click(right - 16, y);
      await nextFrames(page);
      seen.push((await describe(page)).fingerprint);
    }
    assert.equal(new Set(seen).size, 16);
    await page.focus("#undo");
    for (let step = 14; step >= 0; step--) {
      await page.keyboard.press("Enter");
      assert.equal((await describe(page)).fingerprint, seen[step]);
    }
    await page.focus("#redo");
    for (let step = 1; step <= 15; step++) {
      await page.keyboard.press("Enter");
      assert.equal((await describe(page)).fingerprint, seen[step]);
    }
    assert.equal((await describe(page)).can_redo, false);
    await page.evaluate(() => window.scrollTo(0, 0));
    await reset();
  });

  it("complain of nothing meanwhile", () => assert.deepEqual(page.complaints, []));
});

suite("a wheel over the levers", () => {
  it("scrolls the page and changes nothing, over tracks, buttons and the picture", async () => {
    const tall = await at.openLab({ height: 2600 });
    const [found] = await tracks(tall, await unfoldLevers(tall), 2, 1);
    const row = await now(tall, found);
    const box = await canvasBox(tall);
    const state = await describe(tall);
    await tall.setViewport({ width: 1280, height: 700 });
    await nextFrames(tall);
    for (const { x, y } of [{ x: (row.left + row.right) / 2, y: row.y }, { x: row.right - 16, y: row.y }, { x: box.left + 300, y: box.top + 400 }]) {
      await tall.evaluate((top) => window.scrollTo(0, top), y - 350);
      await nextFrames(tall);
      const from = await tall.evaluate(() => window.scrollY);
      await tall.mouse.move(x, y - from);
      await tall.mouse.wheel({ deltaY: 120 });
      await tall.waitForFunction((old) => window.scrollY > old + 50, {}, from);
    }
    assert.deepEqual((await describe(tall)).inputs, state.inputs);
    assert.equal((await describe(tall)).can_undo, false);
    assert.deepEqual(tall.complaints, []);
    await tall.close();
  });
});

suite("the levers under a finger", () => {
  let page, client, row;
  const at = (x, y) => [{ x, y }];
  async function swipe(from, to) {
    await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(from.x, from.y) });
    for (let step = 1; step <= 12; step++) {
      await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(from.x + ((to.x - from.x) * step) / 12, from.y + ((to.y - from.y) * step) / 12) });
      await nextFrames(page);
    }
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await nextFrames(page);
  }
  const toRow = async () => {
    const y = await toPage(page, row.up);
    await page.evaluate((by) => window.scrollBy(0, by), y - 400);
    await nextFrames(page);
    return toPage(page, row.up);
  };

  before(async () => {
    // A narrow window has the layout of a phone: a mouse finds the places there.
    const narrow = { width: 390, height: 4600 };
    const mouse = await at.openLab(narrow);
    const fold = await unfoldLevers(mouse);
    row = (await tracks(mouse, fold, 1, 2))[1]; // fading
    await mouse.close();
    page = await at.openLab({ ...narrow, touch: true });
    await page.touchscreen.tap(60, await foldedHeading(page));
    await nextFrames(page);
    await rest(page);
    await page.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true });
    await nextFrames(page);
    await rest(page);
    client = await page.createCDPSession();
  });
  after(() => page?.close());

  it("answer within 44 px of − and +", async () => {
    const y = await toRow();
    let expected = 33;
    for (const [x, down, by] of [[row.right - 22, 20, 1], [row.right - 22, -20, 1], [row.right - 4, 0, 1], [row.left + 4, 0, -1], [row.left + 22, 20, -1]]) {
      await page.touchscreen.tap(x, y + down);
      await nextFrames(page);
      await rest(page);
      assert.equal(await inputOf(page, "demand.fade"), (expected += by), `at ${x}, ${down}`);
    }
    await page.evaluate(() => window.firstRefusal.reset());
  });

  it("let the page scroll up and down from a track, and change nothing", async () => {
    const y = await toRow();
    const from = await page.evaluate(() => window.scrollY);
    const before = await describe(page);
    await swipe({ x: 195, y }, { x: 199, y: y - 220 });
    await page.waitForFunction((old) => window.scrollY > old + 100, {}, from);
    assert.deepEqual((await describe(page)).inputs, before.inputs);
    await rest(page);
  });

  it("drag sideways, and the lever stays under the finger, whatever the words above it come to", async () => {
    const y = await toRow();
    await swipe({ x: 190, y }, { x: 300, y: y + 6 });
    assert.ok((await inputOf(page, "demand.fade")) > 40);
    assert.deepEqual((await describe(page)).changed, ["demand.fade"]);
    await rest(page);
    const moved = Math.abs((await toPage(page, row.up)) - y);
    assert.ok(moved <= 2, `${moved} px away`);
    await page.evaluate(() => window.firstRefusal.undo());
    assert.deepEqual((await describe(page)).changed, [], "one step of undo");
  });

  it("complain of nothing meanwhile", () => assert.deepEqual(page.complaints, []));
});

suite("the native controls beside them", () => {
  it("follow a lever of the canvas, and move it, for every number of the table", async () => {
    const page = await at.openLab({ height: 2600 });
    const fold = await unfoldLevers(page);
    const [, row] = await tracks(page, fold, 2, 2);
    await page.click("#twin-toggle");
    await page.waitForSelector('#twin .lever[data-key="money.capex"] input');
    await page.evaluate(() => window.scrollTo(0, 0));
    const shown = (key) => page.$eval(`#twin .lever[data-key="${key}"] input[type=range]`, (range) => Number(range.value));
    let fade = await now(page, row);
    await drag(page, { x: fade.left + 100, y: fade.y }, { x: fade.left + 300, y: fade.y });
    assert.equal(await shown("demand.fade"), await inputOf(page, "demand.fade"));
    assert.notEqual(await inputOf(page, "demand.fade"), 33);

    await page.mouse.move(5, 5);
    await nextFrames(page);
    await rest(page);
    fade = await now(page, row);
    const clip = { x: fade.left, y: fade.y - 50, width: fade.right - fade.left, height: 80 };
    const before = await pixels(page, clip);
    await page.$eval('#twin .lever[data-key="demand.fade"]', (lever) => (lever.closest("details").open = true));
    await page.focus('#twin .lever[data-key="demand.fade"] input[type=range]');
    for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowRight");
    const fadeNow = await inputOf(page, "demand.fade");
    assert.equal(await shown("demand.fade"), fadeNow);
    await page.evaluate(() => window.scrollTo(0, 0));
    await nextFrames(page);
    await rest(page);
    assert.ok(differing(before, await pixels(page, clip), 64) > 100, "the canvas shows the old value");

    const numbers = await page.$$eval("#twin .lever", (all) => all.filter((one) => one.querySelector("input[type=range]")).map((one) => one.dataset.key));
    assert.ok(numbers.length > 25);
    for (const key of numbers) {
      const sent = await page.$eval(`#twin .lever[data-key="${key}"] input[type=range]`, (range) => {
        range.value = range.min;
        range.dispatchEvent(new Event("input", { bubbles: true }));
        range.dispatchEvent(new Event("change", { bubbles: true }));
        return Number(range.value);
      });
      assert.equal(await inputOf(page, key), sent, key);
    }
    assert.equal((await describe(page)).fingerprint, simulate(await describe(page)).fingerprint);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
});
