// Readers who do not see the canvas: axe finds nothing wrong, and the sentence is there to be read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe as suite, it } from "node:test";
import { describe, launch, openLab, serve } from "./helper.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let server, browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

suite("accessibility", () => {
  for (const options of [{ width: 1280 }, { width: 1280, dark: true }, { width: 390, height: 844, touch: true, density: 2 }])
    it(`axe has nothing to say at ${options.width}${options.dark ? ", dark" : ""}`, async () => {
      const page = await openLab(browser, server.address, options);
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(() => window.axe.run());
      assert.ok(passes.length > 10, "axe has looked");
      assert.deepEqual(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 120)) })), []);
      await page.close();
    });

  it("the figure's sentence and controls are in the accessibility tree, the canvas is not", async () => {
    const page = await openLab(browser, server.address);
    const { sentence } = await describe(page);
    await page.waitForFunction((wanted) => document.querySelector("#consequence").textContent === wanted, {}, sentence);
    const nodes = [];
    const walk = (node) => (nodes.push(node), node.children?.forEach(walk));
    walk(await page.accessibility.snapshot({ interestingOnly: false }));
    assert.ok(nodes.some((node) => node.role === "slider" && node.name === "Compute demand" && node.value === 3));
    assert.equal(await page.$eval("#hero", (range) => range.getAttribute("aria-valuetext")), "3 times a year");
    assert.ok(nodes.some((node) => node.name === sentence), "the sentence is not there");
    assert.ok(!nodes.some((node) => node.role === "Canvas"));
    await page.close();
  });
});
