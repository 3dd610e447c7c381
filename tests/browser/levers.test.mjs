// The levers under a real hand: pressed, dragged, held, typed into, reverted, undone; with a wheel and a finger over them;
// and the native controls beside them. Where they stand on the canvas is told by the same lab drawn natively.
import assert from "node:assert/strict";
import { after, before, describe as suite, it } from "node:test";
import {
  bring, canvasBox, describe, differing, findSlider, inputs, nextFrames, pixels, places, placesAround, pressAt, pressNative, rest, settled, setUp, simulate, stageOf,
} from "./helper.mjs";

const at = setUp();

const inputOf = async (page, key) => (await describe(page)).inputs[key];

const cursor = (page) => page.$eval("#canvas", (canvas) => canvas.style.cursor);

const api = (page, call, ...values) => page.evaluate((name, given) => window.firstRefusal[name](...given), call, values);

async function reset(page) {
  await api(page, "reset");
  await settled(page);
}

// The first group, in the order of the table; its heading comes before its labels.
const group = [
  ["demand.growth", "Compute demand"],
  ["demand.fade", "Fading of growth"],
  ["demand.start", "Demand in January 2024"],
  ["demand.training-share", "Share for training"],
  ["demand.api-share", "Share for the API"],
];
const heading = "Demand";
const unfolded = { after: heading, pressed: [heading] };

/** A page on the levers, their first group unfolded by a press. */
async function openLevers(options) {
  const page = await at.openLab({ hash: "#1january-2025@levers", ...options });
  const { x, y } = (await places(page)).of(heading);
  if (options?.touch) await page.touchscreen.tap(x, y).then(() => settled(page));
  else await pressAt(page, { x, y });
  return page;
}

/** The slider below a label, scrolled into view, with its − and +. */
const sliderOf = async (page, label) => (await placesAround(page, label, unfolded)).track(label, heading);
/** The value beside a label. */
const valueOf = async (page, label, value) => (await placesAround(page, label, unfolded)).of(value, label);

async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 6; step++) {
    await page.mouse.move(from.x + ((to.x - from.x) * step) / 6, from.y + ((to.y - from.y) * step) / 6);
    await nextFrames(page);
  }
  await page.mouse.up();
  await settled(page);
}

suite("the levers under a mouse", () => {
  let page, untouched;
  before(async () => {
    page = await openLevers();
    untouched = await describe(page);
  });
  after(() => page?.close());

  it("unfold by a press and fold again", async () => {
    const { beyond } = await places(page, [heading]);
    const folded = await places(page);
    assert.ok(beyond > folded.beyond + 100, "there is too little to unfold");
    const { x, y } = folded.of(heading);
    for (const expected of [beyond, folded.beyond, beyond, folded.beyond, beyond]) {
      assert.equal((await stageOf(page)).beyond, expected);
      await pressAt(page, { x, y });
    }
    await pressAt(page, { x, y });
    assert.equal((await stageOf(page)).beyond, beyond);
  });

  it("are dragged, each its own input, in one step of undo, and as the command line has it", async () => {
    for (const [key, label] of group) {
      const { left, right, y } = await sliderOf(page, label);
      await drag(page, { x: left + (right - left) * 0.3, y }, { x: left + (right - left) * 0.72, y: y + 5 });
      const state = await describe(page);
      assert.deepEqual(state.changed, [key], key);
      assert.equal(state.fingerprint, simulate(state).fingerprint);
      await api(page, "undo");
      assert.deepEqual((await describe(page)).inputs, untouched.inputs, `${key} is not one step`);
      await settled(page);
    }
  });

  it("step by − and + once a press, and again and again while held, which is one step of undo", async () => {
    const { less, more, y } = await sliderOf(page, "Fading of growth"); // in steps of 1
    await pressAt(page, { x: more, y });
    assert.equal(await inputOf(page, "demand.fade"), 34);
    await pressAt(page, { x: less, y });
    assert.equal(await inputOf(page, "demand.fade"), 33);
    await page.mouse.move(more, y);
    await page.mouse.down();
    await page.waitForFunction(() => window.firstRefusal.describe().inputs["demand.fade"] >= 37);
    await page.mouse.up();
    await settled(page);
    const held = await inputOf(page, "demand.fade");
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.equal(await inputOf(page, "demand.fade"), held, "still counting after its release");
    await api(page, "undo");
    assert.equal(await inputOf(page, "demand.fade"), 33);
    await reset(page);
  });

  it("take a typed value in a field over the canvas: Enter sets it, Escape leaves it", async () => {
    const value = await valueOf(page, "Demand in January 2024", "0.28 GW");
    await pressAt(page, value);
    const field = await page.waitForSelector(".typed-value");
    assert.equal(await field.evaluate((it) => it.value), "0.28");
    assert.ok(await field.evaluate((it) => document.activeElement === it && it.inputMode === "decimal"));
    const place = await field.boundingBox();
    assert.ok(Math.abs(place.x + place.width - value.right) < 12 && Math.abs(place.y + place.height / 2 - value.y) < 6, JSON.stringify(place));
    await page.keyboard.type("0.33");
    await page.keyboard.press("Enter");
    assert.equal(await inputOf(page, "demand.start"), 0.33);
    assert.equal(await page.$(".typed-value"), null);
    await pressAt(page, value);
    await page.waitForSelector(".typed-value");
    await page.keyboard.type("0.4");
    await page.keyboard.press("Escape");
    assert.equal(await page.$(".typed-value"), null);
    assert.equal(await inputOf(page, "demand.start"), 0.33);
    await api(page, "undo");
    assert.equal(await inputOf(page, "demand.start"), 0.28, "typing is one step");
  });

  it("refuse a typed value out of range in words with the range, keep the state, and take it mended", async () => {
    await reset(page);
    const value = await valueOf(page, "Demand in January 2024", "0.28 GW");
    await pressAt(page, value);
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
  });

  it("leave Enter to an input method while it composes", async () => {
    await reset(page);
    const value = await valueOf(page, "Demand in January 2024", "0.28 GW");
    await pressAt(page, value);
    await page.waitForSelector(".typed-value");
    const client = await page.createCDPSession();
    await client.send("Input.imeSetComposition", { text: "0.35", selectionStart: 4, selectionEnd: 4 });
    await page.keyboard.press("Enter");
    assert.ok(await page.$(".typed-value"), "the field closed under the input method");
    assert.equal(await inputOf(page, "demand.start"), 0.28);
    await client.send("Input.insertText", { text: "0.35" });
    await page.keyboard.press("Enter");
    assert.equal(await inputOf(page, "demand.start"), 0.35);
  });

  it("say below the label what the number is and how it is known when that is pressed, and fold it again", async () => {
    await reset(page);
    const label = await bring(page, "Share for training", unfolded);
    const { beyond } = await stageOf(page);
    await page.mouse.move(label.left - 12, label.y); // the dot of the evidence
    await nextFrames(page);
    assert.equal(await cursor(page), "pointer");
    await pressAt(page, { x: label.left - 12, y: label.y });
    const told = await places(page, [heading, "Share for training"]);
    assert.ok(told.words.includes("By default 65% · assumed · statements C11 C12 C15 C16"));
    assert.equal((await stageOf(page)).beyond, told.beyond);
    assert.ok(told.beyond > beyond + 30);
    await pressAt(page, label);
    assert.equal((await stageOf(page)).beyond, beyond);
  });

  it("are listed as changed, and reverted one by one by their own button, or all at once", async () => {
    await reset(page);
    const top = await places(page, [heading]);
    const { left, y } = top.of("Nothing changed");
    const listed = async () => {
      await page.mouse.move(5, 5);
      await settled(page);
      return pixels(page, { x: left - 4, y: y - 16, width: 300, height: 32 });
    };
    const before = await listed();
    for (const [key, value] of [["demand.growth", 2.8], ["demand.fade", 40], ["demand.start", 0.3]]) await api(page, "set", key, value);
    assert.ok(differing(before, await listed(), 48) > 200, "the panel does not list what has changed");
    const changed = await places(page, [heading]);
    assert.equal(changed.words.filter((words) => words === "3 changed").length, 2, "of all, and of the group");

    // The first that can be pressed to the left of the value.
    const value = changed.of("40% a year", "Fading of growth");
    let x = value.left - 8;
    for (; x > value.left - 80; x -= 4) {
      await page.mouse.move(x, value.y);
      await nextFrames(page);
      if ((await cursor(page)) === "pointer") break;
    }
    await pressAt(page, { x: x - 12, y: value.y });
    assert.deepEqual((await describe(page)).changed, ["demand.growth", "demand.start"]);
    assert.equal(await inputOf(page, "demand.fade"), 33);
    await api(page, "undo");
    assert.equal(await inputOf(page, "demand.fade"), 40, "reverting can be undone");
    await settled(page);

    const all = await bring(page, "Reset", { pressed: [heading] });
    await pressAt(page, all);
    assert.deepEqual((await describe(page)).changed, []);
    assert.equal(differing(before, await listed(), 48), 0, "the list stays after the reset");
    await pressNative(page, "#undo");
    assert.deepEqual((await describe(page)).changed, ["demand.growth", "demand.fade", "demand.start"], "a reset can be undone");
    await pressNative(page, "#reset");
    assert.deepEqual((await describe(page)).changed, []);
    await page.evaluate(() => window.scrollTo(0, 0));
    await settled(page);
  });

  it("are undone and redone step by step to any depth", async () => {
    await reset(page);
    const { more, y } = await sliderOf(page, "Fading of growth");
    const seen = [(await describe(page)).fingerprint];
    for (let step = 0; step < 15; step++) {
      await page.mouse.click(more, y);
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
  });

  it("complain of nothing meanwhile", () => assert.deepEqual(page.complaints, []));
});

suite("a wheel over the levers", () => {
  it("scrolls the page and changes nothing, over sliders, buttons and the picture", async () => {
    const page = await openLevers({ height: 700 });
    const state = await describe(page);
    const { x, y, more } = await sliderOf(page, "Fading of growth");
    const picture = (await places(page)).of("Microsoft Azure");
    for (const over of [{ x, y }, { x: more, y }, picture]) {
      await page.evaluate(() => window.scrollTo(0, 0));
      await settled(page);
      await page.mouse.move(over.x, over.y);
      await page.mouse.wheel({ deltaY: 120 });
      await page.waitForFunction(() => window.scrollY > 50);
    }
    assert.deepEqual((await describe(page)).inputs, state.inputs);
    assert.equal((await describe(page)).can_undo, false);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
});

suite("the levers under a finger", () => {
  let page, client;
  before(async () => {
    page = await openLevers({ width: 390, height: 844, touch: true });
    client = await page.createCDPSession();
  });
  after(() => page?.close());

  async function swipe(from, to) {
    const point = (share) => [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }];
    await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: point(0) });
    for (let step = 1; step <= 12; step++) {
      await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: point(step / 12) });
      await nextFrames(page);
    }
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await nextFrames(page);
  }
  const fading = async () => {
    await rest(page);
    return sliderOf(page, "Fading of growth");
  };

  it("answer within 44 px of − and +", async () => {
    const { less, more, y } = await fading();
    let expected = 33;
    for (const [x, down, by] of [[more, 20, 1], [more, -20, 1], [more + 18, 0, 1], [less - 18, 0, -1], [less, 20, -1]]) {
      await page.touchscreen.tap(x, y + down);
      await settled(page);
      assert.equal(await inputOf(page, "demand.fade"), (expected += by), `at ${x}, ${down}`);
    }
    await reset(page);
  });

  it("let the page scroll up and down from a slider, and change nothing", async () => {
    const { x, y } = await fading();
    const from = await page.evaluate(() => window.scrollY);
    const before = await describe(page);
    await swipe({ x, y }, { x: x + 4, y: y - 220 });
    await page.waitForFunction((old) => window.scrollY > old + 100, {}, from);
    assert.deepEqual((await describe(page)).inputs, before.inputs);
  });

  it("drag sideways, and the lever stays under the finger, whatever the stage comes to say", async () => {
    const { left, x, y } = await fading();
    await swipe({ x, y }, { x: x + 70, y: y + 6 });
    assert.ok((await inputOf(page, "demand.fade")) > 40);
    assert.deepEqual((await describe(page)).changed, ["demand.fade"]);
    await rest(page);
    const now = (await places(page, [heading])).track("Fading of growth", heading);
    assert.deepEqual([now.left, now.y], [left, y], "the slider has moved");
    await api(page, "undo");
    assert.deepEqual((await describe(page)).changed, [], "one step of undo");
  });

  it("complain of nothing meanwhile", () => assert.deepEqual(page.complaints, []));
});

suite("the native controls beside them", () => {
  it("follow a lever of the canvas, and move it, for every number of the table", async () => {
    const page = await openLevers();
    await page.$eval("#twin-toggle", (button) => button.click());
    await page.waitForSelector('#twin .lever[data-key="money.capex"] input');
    const shown = (key) => page.$eval(`#twin .lever[data-key="${key}"] input[type=range]`, (range) => Number(range.value));
    const { left, right, y } = await sliderOf(page, "Fading of growth");
    await drag(page, { x: left + 60, y }, { x: left + 200, y });
    assert.equal(await shown("demand.fade"), await inputOf(page, "demand.fade"));
    assert.notEqual(await inputOf(page, "demand.fade"), 33);

    const lever = async () => {
      await page.mouse.move(5, 5);
      await page.evaluate(() => window.scrollTo(0, 0));
      await settled(page);
      return pixels(page, { x: left, y: y - 50, width: right - left, height: 70 });
    };
    const before = await lever();
    await page.$eval('#twin .lever[data-key="demand.fade"]', (it) => (it.closest("details").open = true));
    await page.focus('#twin .lever[data-key="demand.fade"] input[type=range]');
    for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowRight");
    assert.equal(await shown("demand.fade"), await inputOf(page, "demand.fade"));
    assert.ok(differing(before, await lever(), 64) > 100, "the canvas shows the old value");

    const numbers = await page.$$eval("#twin .lever:has(input[type=range])", (all) => all.map((one) => one.dataset.key));
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

suite("the stage beside the levers", () => {
  // In the deal as it opens: its AGI test asks for ability and not for a declaration, nobody has dropped the clause for
  // support, and nothing was promised whose years could matter.
  const withoutEffect = ["money.capex", "money.support", "agi.declared", "agi.verification", "azure.commitment-years"];
  // Where there is neither strip nor money below it; patience then only moves a tick at compute demand.
  const onlyInStrip = ["demand.api-share", "pressure.patience", "pressure.months", "money.other-fixed", "money.other-rate"];
  const withoutStrip = [...onlyInStrip, ...withoutEffect.toSpliced(4, 0, "azure.commitment")];

  const share = ({ low, high, step, choices }, part) => {
    if (choices) return choices[part < 0.5 ? 0 : choices.length - 1];
    if (typeof low === "number") return Number((low + Math.round(((high - low) * part) / step) * step).toFixed(6));
    const [from, to] = [low, high].map((month) => month.split("-").map(Number)).map(([year, month]) => 12 * year + month - 1);
    const month = Math.round(from + (to - from) * part);
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  };

  // In the page: by how many colour values at most parts of the canvas differ from what they were, for each input's values.
  async function differences(parts, moves) {
    const canvas = document.querySelector("#canvas");
    let shown; // what a canvas that is not painted in this frame still shows, though it reads as black
    const drawn = () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => {
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
          copy.drawImage(canvas, 0, 0);
          const read = parts.map((part) => copy.getImageData(...part).data);
          if (read[1].some((value, i) => i % 4 < 3 && value > 0)) shown = read;
          resolve(shown);
        }),
      );
    const differing = (one, other) =>
      one.reduce((sum, data, part) => data.reduce((count, value, i) => count + (Math.abs(value - other[part][i]) > 32 ? 1 : 0), sum), 0);
    const lab = window.firstRefusal;
    const [key, [first]] = moves[0];
    lab.set(key, first);
    await drawn();
    lab.reset();
    const before = await drawn();
    if (new Set(before[1]).size < 50) throw new Error("the canvas is blank");
    const changed = {};
    for (const [key, values] of moves) {
      changed[key] = 0;
      for (const value of values) {
        const answer = lab.set(key, value);
        if (!answer.ok) throw new Error(answer.error);
        changed[key] = Math.max(changed[key], differing(before, await drawn()));
      }
      lab.reset();
    }
    return { changed, back: differing(before, await drawn()) };
  }

  for (const [width, height, density, silent] of [[1280, 800, 1, withoutEffect], [390, 664, 3, withoutStrip]])
    it(`shows what every lever does, at ${width} × ${height}`, async () => {
      const features = [{ name: "prefers-reduced-motion", value: "reduce" }];
      const page = await at.openLab({ width, height, density, features, hash: "#1january-2025@levers" });
      const rows = inputs();
      assert.deepEqual(rows.map(({ key }) => key), Object.keys((await describe(page)).inputs));
      const { panel, of } = await places(page);
      const box = await canvasBox(page);
      const isBeside = panel.left > box.width / 2;
      const [top, low] = [box.top + 48, isBeside ? box.top + box.height : of("Why").y - 22];
      assert.ok(low <= height, "the stage is not all in view");
      const part = { x: box.left, y: top, width: isBeside ? panel.left - 18 : box.width, height: low - top };
      const hero = of("Compute demand").y; // its ticks are worked out in the background
      const wide = isBeside ? panel.left - 18 : box.width;
      const toDevice = ([from, to]) => [0, from - box.top, wide, to - from].map((css) => Math.round(css * density));
      const parts = [[top, hero - 14], [hero + 86, low]].map(toDevice);
      const moves = rows.map((row) => [row.key, [share(row, 0.2), share(row, 0.8)]]);
      const { changed, back } = await page.evaluate(differences, parts, moves);
      assert.equal(back, 0, "a reset does not bring the picture back");
      const without = rows.map(({ key }) => key).filter((key) => changed[key] < 20 * density ** 2);
      assert.deepEqual(without, silent);
      assert.deepEqual(page.complaints, []);
      await page.close();
    });

  for (const [width, height] of [[1280, 800], [390, 664]])
    it(`moves nothing while compute demand goes from one end to the other, at ${width} × ${height}`, async () => {
      const page = await at.openLab({ width, height, hash: "#1january-2025@levers" });
      const ofStage = ["Who serves OpenAI’s demand", "share", "from 2019", "Cloud exclusivity", "AGI clause"];
      const fixed = ["Compute demand", ...(width > 1000 ? ofStage : []), "Why", "Levers", "Clauses", "Open all"];
      const slider = await findSlider(page);
      const { panel } = await places(page);
      const tabs = { x: panel.left, y: panel.top - 44 + (await canvasBox(page)).top, width: panel.right - panel.left, height: 44 };
      const seen = [];
      for (const [to, growth] of [[-40, 1.2], [width + 40, 5]]) {
        await drag(page, { x: slider.left + 60, y: slider.y }, { x: to, y: slider.y });
        assert.equal(await inputOf(page, "demand.growth"), growth);
        await page.mouse.move(2, 2);
        await settled(page);
        const { of } = await places(page);
        const { beyond, ...stage } = await stageOf(page); // the panel may have more to say
        const stand = fixed.map((words) => [words, of(words, words === "AGI clause" ? "Cloud exclusivity" : undefined)]);
        seen.push({ places: stand, tabs: await pixels(page, tabs), stage });
      }
      assert.deepEqual(seen[0].places, seen[1].places);
      assert.deepEqual(seen[0].stage, seen[1].stage);
      assert.equal(differing(seen[0].tabs, seen[1].tabs, 8), 0, "the tabs have moved");
      assert.deepEqual(page.complaints, []);
      await page.close();
    });
});
