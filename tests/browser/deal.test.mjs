// The deal and its doubt under a real pointer: a clause is switched off on its card, a state is kept and compared, the
// chances come of themselves, and then nothing moves.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe as suite, it } from "node:test";
import { canvasBox, describe, nextFrames, pixels, rest, setUp } from "./helper.mjs";

const at = setUp();
let page;

/** The middles of the last headings on the canvas while all are folded, from the bottom up: each is 52 px high. */
async function findHeadings(page, count) {
  const box = await canvasBox(page);
  const below = 12;
  const headings = Array.from({ length: count }, (_, i) => ({ x: box.left + 40, y: box.top + box.height - below - 26 - 52 * i }));
  for (const { x, y } of headings) {
    await page.mouse.move(x, y);
    await nextFrames(page);
    assert.equal(await page.$eval("#canvas", (canvas) => canvas.style.cursor), "pointer", `no heading at ${y}`);
  }
  return headings;
}

const heightOf = async (page) => (await canvasBox(page)).height;

/** Waits until the canvas is higher than this, and says how high. */
async function grown(page, than) {
  await page.waitForFunction((least) => document.querySelector("#canvas").getBoundingClientRect().height > least, {}, than);
  return heightOf(page);
}

/** Presses at a point and waits for what follows. */
async function press(page, x, y) {
  await page.mouse.click(x, y);
  await nextFrames(page);
  await rest(page);
}

suite("the panels below the picture", () => {
  let headings;
  const complaints = [];
  // Each from the untouched page: what one unfolds moves the headings of the next.
  beforeEach(async () => {
    page = await at.openLab({ height: 2600 });
    headings = (await findHeadings(page, 5)).slice(1); // money, how sure, compare, what each clause says; below them the backtest
  });
  afterEach(async () => {
    complaints.push(...page.complaints);
    await page.close();
  });

  it("unfold and fold again by a press", async () => {
    assert.equal(headings.length, 4);
    for (const { x, y } of headings) {
      const folded = await heightOf(page);
      await press(page, x, y);
      assert.ok((await heightOf(page)) > folded + 40, `nothing unfolds at ${y}`);
      await press(page, x, y);
      assert.equal(await heightOf(page), folded);
    }
  });

  it("switch a clause to never agreed: the sentence and the clause change, and undo brings both back", async () => {
    const heading = headings[3];
    await press(page, heading.x, heading.y);
    const first = heading.y + 26 + 72 + 22 + 2 * 45; // below the date: the third card, first refusal
    await press(page, heading.x, first);
    const untouched = await describe(page);
    const box = await canvasBox(page);
    let changed;
    for (let y = first + 40; y < first + 320 && !changed; y += 10) {
      await page.mouse.move(box.left + 60, y);
      await nextFrames(page);
      if (!(await page.$eval("#canvas", (canvas) => canvas.style.cursor === "pointer"))) continue;
      await press(page, box.left + 60, y + 10);
      changed = await describe(page);
    }
    assert.deepEqual(changed?.edits, [{ clause: "first-refusal", kind: "never_agreed" }]);
    assert.notEqual(changed.sentence, untouched.sentence);
    assert.notEqual(changed.fingerprint, untouched.fingerprint);
    await page.evaluate(() => window.firstRefusal.undo());
    assert.equal((await describe(page)).sentence, untouched.sentence);
    assert.deepEqual((await describe(page)).edits, []);
    await rest(page);
    await press(page, heading.x, heading.y);
  });

  it("keep a state as A and list the one lever that was changed since", async () => {
    const { x, y } = headings[2];
    await press(page, x, y);
    const open = await heightOf(page);
    const box = await canvasBox(page);
    await press(page, box.left + 10, y + 26 + 16); // the box to tick
    const same = await heightOf(page);
    assert.ok(same > open, "nothing is said of A");
    await page.evaluate(() => window.firstRefusal.set("demand.growth", 3.2));
    const listed = await grown(page, same + 20); // by what differs
    // Another lever, another row; without A there is no table.
    await page.evaluate(() => window.firstRefusal.set("azure.lead", 11));
    await grown(page, listed + 10); // by the second lever
    await rest(page);
    await press(page, box.left + 10, y + 26 + 16);
    assert.ok((await heightOf(page)) < listed, "the table stays without A");
    await press(page, x, y);
    await page.evaluate(() => window.firstRefusal.reset());
    await rest(page);
  });

  it("show how sure, and then draw no frame in five seconds", async () => {
    const { x, y } = headings[1];
    await press(page, x, y);
    await page.mouse.move(5, 5);
    await page.waitForFunction(() => !window.firstRefusal.describe().busy);
    await rest(page);
    const box = await canvasBox(page);
    const chances = await pixels(page, { x: box.left, y: y + 30, width: 500, height: 200 });
    const blue = chances.rgba.filter((value, i) => i % 4 === 2 && value > 150 && chances.rgba[i - 2] < 80).length;
    assert.ok(blue > 4_000, `only ${blue} pixels of bars`);
    await page.evaluate(() => {
      window.asked = 0;
      const request = window.requestAnimationFrame;
      window.requestAnimationFrame = (act) => ((window.asked += 1), request(act));
    });
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    assert.equal(await page.evaluate(() => window.asked), 0);
  });

  it("complain of nothing meanwhile", () => assert.deepEqual(complaints, []));
});
