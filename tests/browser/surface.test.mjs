// The canvas itself: as sharp as the screen, as large as what is seen, and back again after its graphics are taken away.
import assert from "node:assert/strict";
import { describe as suite, it } from "node:test";
import { canvasBox, describe, differing, pixels, rest, settled, setUp } from "./helper.mjs";

const at = setUp();
let page;

const part = 300; // device pixels, from the canvas's left upper corner

/** The left upper part of the canvas's own pixels, read in the frame that drew them. */
async function drawn(page) {
  const { canvas, rgba } = await page.evaluate(
    (length) =>
      new Promise((resolve) => {
        window.firstRefusal.set("demand.growth", 2.55);
        requestAnimationFrame(() => {
          const canvas = document.querySelector("#canvas");
          const copy = new OffscreenCanvas(length, length).getContext("2d");
          copy.drawImage(canvas, 0, 0);
          const text = Array.from(copy.getImageData(0, 0, length, length).data, (byte) => String.fromCharCode(byte)).join("");
          resolve({ rgba: btoa(text), canvas: { width: canvas.width, height: canvas.height } });
        });
      }),
    part,
  );
  return { canvas, width: part, height: part, rgba: Buffer.from(rgba, "base64") };
}

suite("sharpness", () => {
  for (const density of [1, 1.5, 2])
    it(`has a pixel for each of the screen's at ${density}, shown without resampling`, async () => {
      page = await at.openLab({ density });
      await page.$eval(".masthead", (name) => (name.style.visibility = "hidden")); // it lies over the canvas
      const own = await drawn(page);
      await rest(page);
      const { left, top } = await canvasBox(page);
      const shown = await pixels(page, { x: left, y: top, width: part / density, height: part / density });
      assert.equal(shown.width, part);
      const inks = new Set(own.rgba.filter((value, index) => index % 4 === 0));
      assert.ok(inks.size > 20, "there is something to compare");
      assert.equal(differing(own, shown, 3), 0);
      assert.deepEqual(page.complaints, []);
      await page.close();
    });
});

/** What is wrong with the canvas at this size; empty where nothing is. */
const sizeFaults = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector("#canvas");
    const { left, width, height } = canvas.getBoundingClientRect();
    const faults = [];
    for (const [name, css, own] of [["width", width, canvas.width], ["height", height, canvas.height]])
      if (Math.abs(css * devicePixelRatio - own) > 0.05) faults.push(`${name}: ${own} pixels for ${css} × ${devicePixelRatio}`);
    const edge = left * devicePixelRatio;
    if (Math.abs(edge - Math.round(edge)) > 0.05) faults.push(`begins at ${edge} device pixels`);
    const room = document.documentElement.clientWidth - width;
    if (room < 0 || room * devicePixelRatio >= 1.05) faults.push(`leaves ${room}`);
    if (height < innerHeight - 1 || height > innerHeight + 49) faults.push(`${height} high in a window of ${innerHeight}`);
    if (document.documentElement.scrollWidth > innerWidth) faults.push("scrolls sideways");
    return faults;
  });

suite("size", () => {
  it("is that of what is seen in whole device pixels, at any width, density and tab", async () => {
    page = await at.openLab();
    await page.evaluate(() => window.firstRefusal.set("demand.growth", 2.2));
    for (const density of [1, 1.25, 1.5, 2, 3])
      for (const width of [320, 390, 768, 820, 834, 1024, 1280, 1366, 1920]) {
        await page.setViewport({ width, height: width < 500 ? 664 : 801, deviceScaleFactor: density });
        await settled(page);
        assert.deepEqual(await sizeFaults(page), [], `${width} at ${density}`);
      }
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  it("follows the page's theme at once", async () => {
    page = await at.openLab();
    const box = await canvasBox(page);
    const corner = { x: box.left + 4, y: box.top + 60, width: 2, height: 1 };
    assert.deepEqual([...(await pixels(page, corner)).rgba.subarray(0, 3)], [0xfb, 0xf9, 0xf4]);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await settled(page);
    assert.deepEqual([...(await pixels(page, corner)).rgba.subarray(0, 3)], [0x15, 0x17, 0x1b]);
    await page.close();
  });
});

suite("a lost graphics context", () => {
  it("is said in words, keeps the state and the controls, and comes back with the same picture", async () => {
    page = await at.openLab();
    await page.evaluate(() => window.firstRefusal.set("demand.growth", 2.2));
    await rest(page);
    const box = await canvasBox(page);
    const clip = { x: box.left, y: box.top, width: 780, height: 700 }; // the stage
    const before = await pixels(page, clip);

    await page.evaluate(() => {
      window.loss = document.querySelector("#canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
      window.loss.loseContext();
    });
    await page.waitForFunction(() => !document.querySelector("[data-failure=lost]").hidden);
    assert.equal(await page.evaluate(() => window.firstRefusal.set("azure.offer", 2).ok), true);
    assert.equal((await describe(page)).inputs["azure.offer"], 2);
    await page.evaluate(() => window.firstRefusal.undo());

    await page.evaluate(() => window.loss.restoreContext());
    await page.waitForFunction(() => document.querySelector("[data-failure=lost]").hidden);
    await settled(page);
    assert.equal((await describe(page)).inputs["demand.growth"], 2.2);
    const after = await pixels(page, clip);
    assert.equal(differing(before, after, 8), 0);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
});
