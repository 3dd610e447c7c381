// The canvas itself: as sharp as the screen, as high as its content, and back again after its graphics are taken away.
import assert from "node:assert/strict";
import { after, before, describe as suite, it } from "node:test";
import { canvasBox, describe, differing, launch, nextFrames, openLab, pixels, rest, serve, unpacked } from "./helper.mjs";

let server, browser, page;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const part = 300; // device pixels, from the canvas's left upper corner

/** The canvas's own pixels, read in the frame that drew them. */
async function drawn(page) {
  const { canvas, ...picture } = await page.evaluate(
    (length) =>
      new Promise((resolve) => {
        window.firstRefusal.set("demand.growth", 2.55);
        requestAnimationFrame(() => {
          const canvas = document.querySelector("#canvas");
          resolve({ ...window.packed(canvas, length, length), canvas: { width: canvas.width, height: canvas.height } });
        });
      }),
    part,
  );
  return { canvas, ...unpacked(picture) };
}

suite("sharpness", () => {
  for (const density of [1, 1.5, 2])
    it(`has a pixel for each of the screen's at ${density}, shown without resampling`, async () => {
      page = await openLab(browser, server.address, { density });
      const box = await canvasBox(page);
      const own = await drawn(page);
      assert.ok(Math.abs(own.canvas.width - box.width * density) < 1, `${own.canvas.width} for ${box.width} × ${density}`);
      assert.ok(Math.abs(own.canvas.height - box.height * density) < 1, `${own.canvas.height} for ${box.height} × ${density}`);
      await rest(page);
      const { left, top } = box;
      const shown = await pixels(page, { x: left, y: top, width: part / density, height: part / density });
      assert.equal(shown.width, part);
      const inks = new Set(own.rgba.filter((value, index) => index % 4 === 0));
      assert.ok(inks.size > 20, "there is something to compare");
      assert.equal(differing(own, shown, 3), 0);
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
    assert.deepEqual([...(await pixels(page, corner)).rgba.subarray(0, 3)], [0xfb, 0xf9, 0xf4]);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await nextFrames(page);
    await rest(page);
    assert.deepEqual([...(await pixels(page, corner)).rgba.subarray(0, 3)], [0x15, 0x17, 0x1b]);
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
    await page.waitForFunction(() => !document.querySelector("[data-failure=lost]").hidden);
    assert.equal(await page.evaluate(() => window.firstRefusal.set("azure.offer", 2).ok), true);
    assert.equal((await describe(page)).inputs["azure.offer"], 2);
    await page.evaluate(() => window.firstRefusal.undo());

    await page.evaluate(() => window.loss.restoreContext());
    await page.waitForFunction(() => document.querySelector("[data-failure=lost]").hidden);
    await nextFrames(page);
    await rest(page);
    assert.equal((await describe(page)).inputs["demand.growth"], 2.2);
    const after = await pixels(page, clip);
    assert.equal(differing(before, after, 8), 0);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
});
