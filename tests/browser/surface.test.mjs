// The canvas itself: as sharp as the screen, as high as its content, and back again after its graphics are taken away.
import assert from "node:assert/strict";
import { after, before, describe as suite, it } from "node:test";
import { canvasBox, describe, launch, nextFrames, openLab, pixels, rest, serve } from "./helper.mjs";

let server, browser, page;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** The canvas's own pixels, read in the frame that drew them. */
const drawn = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        window.firstRefusal.set("demand.growth", 2.55);
        requestAnimationFrame(() => {
          const canvas = document.querySelector("#canvas");
          const copy = new OffscreenCanvas(canvas.width, canvas.height);
          const context = copy.getContext("2d");
          context.drawImage(canvas, 0, 0);
          resolve({ width: canvas.width, height: canvas.height, rgba: [...context.getImageData(0, 0, 300, 300).data] });
        });
      }),
  );

suite("sharpness", () => {
  for (const density of [1, 1.5, 2])
    it(`has a pixel for each of the screen's at ${density}, shown without resampling`, async () => {
      page = await openLab(browser, server.address, { density });
      const box = await canvasBox(page);
      const own = await drawn(page);
      assert.ok(Math.abs(own.width - box.width * density) < 1, `${own.width} for ${box.width} × ${density}`);
      assert.ok(Math.abs(own.height - box.height * density) < 1, `${own.height} for ${box.height} × ${density}`);
      await rest(page);
      const { left, top } = box;
      const shown = await pixels(page, { x: left, y: top, width: 300 / density, height: 300 / density });
      assert.equal(shown.width, 300);
      const inks = new Set(own.rgba.filter((value, index) => index % 4 === 0));
      assert.ok(inks.size > 20, "there is something to compare");
      const differing = own.rgba.filter((value, index) => Math.abs(value - shown.rgba[index]) > 3).length;
      assert.equal(differing, 0);
      assert.deepEqual(page.complaints, []);
      await page.close();
    });
});

suite("size", () => {
  it("fits at every width, without sideways scrolling, and its height grows and shrinks with its content", async () => {
    page = await openLab(browser, server.address);
    const heights = {};
    for (const width of [1280, 768, 390, 320, 1920, 1280]) {
      await page.setViewport({ width, height: 800, deviceScaleFactor: 1 });
      await nextFrames(page);
      await rest(page);
      const seen = await page.evaluate(() => {
        const canvas = document.querySelector("#canvas");
        const { width, height } = canvas.getBoundingClientRect();
        return { css: [Math.round(width), Math.round(height)], own: [canvas.width, canvas.height], sideways: document.documentElement.scrollWidth - innerWidth };
      });
      assert.deepEqual(seen.own, seen.css, `at ${width}`);
      assert.ok(seen.sideways <= 0, `scrolls sideways at ${width}`);
      heights[width] ??= seen.css[1];
      assert.equal(seen.css[1], heights[width], `another height on the way back at ${width}`);
    }
    assert.ok(heights[390] > heights[1280], "one column is higher than two");
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  it("follows the page's theme at once", async () => {
    page = await openLab(browser, server.address);
    const box = await canvasBox(page);
    const corner = { x: box.left, y: box.top, width: 2, height: 1 };
    assert.deepEqual((await pixels(page, corner)).rgba.slice(0, 3), [0xfb, 0xf9, 0xf4]);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await nextFrames(page);
    await rest(page);
    assert.deepEqual((await pixels(page, corner)).rgba.slice(0, 3), [0x15, 0x17, 0x1b]);
    await page.close();
  });
});

suite("a lost graphics context", () => {
  it("is said in words, keeps the state and the controls, and comes back with the same picture", async () => {
    page = await openLab(browser, server.address);
    await page.evaluate(() => window.firstRefusal.set("demand.growth", 2.2));
    await rest(page);
    const box = await canvasBox(page);
    const clip = { x: box.left, y: box.top, width: 900, height: 500 };
    const before = await pixels(page, clip);

    await page.evaluate(() => {
      window.loss = document.querySelector("#canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
      window.loss.loseContext();
    });
    await page.waitForFunction(() => !document.querySelector("[data-failure=lost]").hidden, { timeout: 3_000 });
    assert.equal(await page.evaluate(() => window.firstRefusal.set("azure.offer", 2).ok), true);
    assert.equal((await describe(page)).inputs["azure.offer"], 2);
    await page.evaluate(() => window.firstRefusal.undo());

    await page.evaluate(() => window.loss.restoreContext());
    await page.waitForFunction(() => document.querySelector("[data-failure=lost]").hidden, { timeout: 3_000 });
    await nextFrames(page);
    await rest(page);
    assert.equal((await describe(page)).inputs["demand.growth"], 2.2);
    const after = await pixels(page, clip);
    const differing = before.rgba.filter((value, index) => Math.abs(value - after.rgba[index]) > 8).length;
    assert.ok(differing < before.rgba.length / 500, `${differing} of ${before.rgba.length} values differ`);
    assert.deepEqual(page.complaints.filter((line) => !/WebGL.*(lost|restored)|CONTEXT_LOST/i.test(line)), []);
    await page.close();
  });
});
