// A finger: along the slider it drags, up and down it scrolls the page, wherever it starts.
import assert from "node:assert/strict";
import { describe as suite, it } from "node:test";
import { canvasBox, describe, nextFrames, rest, settled, setUp } from "./helper.mjs";

const at = setUp({ first });
let page, client, slider;

const growth = async () => (await describe(page)).inputs["demand.growth"];

/** A finger that goes down, moves in steps and is lifted. */
async function swipe(from, to, steps = 12) {
  const at = (share) => [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }];
  await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (let step = 1; step <= steps; step++) {
    await client.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(step / steps) });
    await nextFrames(page);
  }
  await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await nextFrames(page);
}

const openPhone = (hash = "") => at.openLab({ width: 390, height: 844, density: 2, touch: true, hash });

/** Taps down the canvas until the state changes by more than a step: that is the track. */
async function findTrack() {
  const box = await canvasBox(page);
  for (let y = box.top + 60; y < box.top + 400; y += 12) {
    await page.evaluate(() => window.scrollTo(0, 0)); // it follows what is tapped
    await page.touchscreen.tap(box.left + 40, y);
    await settled(page);
    if ((await growth()) < 2) return { left: box.left, width: box.width, y };
  }
  throw new Error("no tap reached the slider");
}

async function first() {
  page = await openPhone();
  slider = await findTrack();
  await page.close();
  page = await openPhone();
  client = await page.createCDPSession();
}

suite("a finger on the canvas", () => {
  it("pans the page up and down, even from the slider, and changes nothing", async () => {
    const before = await describe(page);
    await swipe({ x: slider.left + 40, y: slider.y }, { x: slider.left + 44, y: slider.y - 220 });
    await page.waitForFunction(() => window.scrollY > 100);
    assert.deepEqual((await describe(page)).inputs, before.inputs);
    assert.equal((await describe(page)).can_undo, false);
    await rest(page);
    await page.evaluate(() => window.scrollTo(0, 0));
    await nextFrames(page);
  });

  it("drags the slider sideways, and does not pan the page", async () => {
    await page.$eval("#canvas", (canvas) => {
      window.taken = 0; // times that the browser took the finger, to pan
      canvas.addEventListener("pointercancel", () => (window.taken += 1));
    });
    await swipe({ x: slider.left + 60, y: slider.y }, { x: slider.left + slider.width - 60, y: slider.y + 6 });
    const right = await growth();
    assert.ok(right > 4, `dragged to the right, and ${right}`);
    assert.equal(await page.evaluate(() => window.taken), 0);
    assert.equal((await describe(page)).headline.exclusivity_breaks !== undefined, true);
  });

  it("taps to a value", async () => {
    assert.ok((await growth()) > 4);
    await findTrack();
  });

  it("leaves the lab at rest and complains of nothing", async () => {
    await rest(page);
    assert.deepEqual(page.complaints, []);
  });
});
