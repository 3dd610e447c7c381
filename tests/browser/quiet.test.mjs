// A good guest in an article: no frames without cause, no scroll, key or title taken, nothing fetched or kept.
import assert from "node:assert/strict";
import { describe as suite, it } from "node:test";
import { canvasBox, describe, nextFrames, rest, settled, setUp } from "./helper.mjs";

let page;
const at = setUp({ first: async () => (page = await at.openLab()) });

/** Counts draw calls from now on, by the WebGL2 context's own prototype: the page cannot draw without it. */
const countDraws = (page) =>
  page.evaluate(() => {
    const draw = WebGL2RenderingContext.prototype.drawElements;
    window.draws = 0;
    WebGL2RenderingContext.prototype.drawElements = function (...given) {
      window.draws += 1;
      return draw.apply(this, given);
    };
  });

suite("the lab in a page", () => {
  it("draws nothing and asks for no frame in five seconds without input", async () => {
    await countDraws(page);
    await page.evaluate(() => window.firstRefusal.set("demand.growth", 2.9));
    await rest(page);
    assert.ok((await page.evaluate(() => window.draws)) > 0, "the counter sees draws");
    await page.evaluate(() => {
      window.draws = 0;
      window.asked = 0;
      const request = window.requestAnimationFrame;
      window.requestAnimationFrame = (act) => {
        window.asked += 1;
        return request(act);
      };
    });
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    assert.deepEqual(await page.evaluate(() => [window.draws, window.asked, window.pendingFrames()]), [0, 0, 0]);
  });

  it("paints no frame that is the same again, and paints anew what a resize has blanked", async () => {
    const box = await canvasBox(page);
    const counted = () => page.evaluate(() => [window.draws, window.asked]);
    await page.mouse.move(box.left + 4, box.top + 60); // bare paper
    await settled(page);
    await page.evaluate(() => (window.draws = window.asked = 0));
    await page.mouse.move(box.left + 6, box.top + 62);
    await settled(page);
    const [draws, asked] = await counted();
    assert.ok(asked > 0, "no frame was made");
    assert.equal(draws, 0);
    const { width, height } = page.viewport();
    await page.setViewport({ width: width - 40, height });
    await settled(page);
    assert.ok((await counted())[0] > 0, "a resized canvas stays blank");
    await page.setViewport({ width, height });
    await settled(page);
  });

  it("scrolls with a wheel over the canvas", async () => {
    const box = await canvasBox(page);
    await page.mouse.move(box.left + 200, box.top + 300);
    await page.mouse.wheel({ deltaY: 240 });
    await page.waitForFunction(() => window.scrollY >= 200);
    await page.evaluate(() => window.scrollTo(0, 0));
  });

  it("lets Tab pass: from before the canvas, through the native controls, to the text after", async () => {
    const box = await canvasBox(page);
    await page.mouse.click(box.left + 5, box.top + box.height - 5);
    const path = [];
    for (let press = 0; press < 14; press++) {
      await page.keyboard.press("Tab");
      path.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.localName));
    }
    assert.ok(!path.includes("canvas"), "the canvas is no stop for the keyboard");
    const stops = ["deal", "hero", "exact", "reset"];
    for (const id of stops) assert.ok(path.includes(id), `${id} is not reached: ${path}`);
    assert.ok(path.indexOf("reset") < path.length - 1 && path.at(-1) !== "reset", `stuck: ${path}`);
  });

  it("scrolls by keyboard after a click on the canvas", async () => {
    await page.evaluate(() => window.scrollTo(0, 0));
    const box = await canvasBox(page);
    await page.mouse.click(box.left + 5, box.top + box.height - 5);
    await page.keyboard.press("PageDown");
    await page.waitForFunction(() => window.scrollY > 200);
    await page.evaluate(() => window.scrollTo(0, 0));
  });

  it("keeps the document's title", async () => {
    const source = await (await fetch(at.address)).text();
    assert.equal(await page.title(), /<title>(.*?)<\/title>/.exec(source)[1]);
  });

  it("listens for nothing on window, document or canvas that would hold back scrolling, keys or the back button", async () => {
    const client = await page.createCDPSession();
    for (const target of ["window", "document", "document.body", "document.querySelector('#canvas')"]) {
      const { result } = await client.send("Runtime.evaluate", { expression: target });
      const { listeners } = await client.send("DOMDebugger.getEventListeners", { objectId: result.objectId });
      const types = listeners.map((listener) => listener.type);
      for (const type of ["wheel", "mousewheel", "touchstart", "touchmove", "keyup", "keypress", "beforeunload", "unload"])
        assert.ok(!types.includes(type), `${type} on ${target}`);
    }
    await client.detach();
    // Keys are heard for undo, redo, the list of keys and Escape; every other is left to the browser.
    const takenKeys = await page.evaluate(() =>
      ["Tab", "ArrowDown", "PageDown", "Home", "End", " ", "Enter", "Backspace", "Escape", "F5", "a", "z"].filter(
        (key) => !document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })),
      ),
    );
    assert.deepEqual(takenKeys, []);
  });

  it("computes but draws nothing while scrolled out of sight, and shows the new state on return", async () => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await rest(page);
    await page.evaluate(() => (window.draws = 0));
    await page.evaluate(() => window.firstRefusal.set("demand.growth", 1.3));
    await nextFrames(page);
    assert.equal((await describe(page)).inputs["demand.growth"], 1.3);
    assert.equal(await page.evaluate(() => window.draws), 0);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForFunction(() => window.draws > 0);
    await rest(page);
  });

  it("sets no cookie, keeps nothing, asks nobody else and complains of nothing", async () => {
    assert.deepEqual(await page.browserContext().cookies(), []);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
    assert.deepEqual(page.complaints, []);
  });
});
