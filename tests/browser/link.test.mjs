// The state in the address: it survives a reload, travels, and is honest about what it could not read.
import assert from "node:assert/strict";
import { describe as suite, it } from "node:test";
import { describe, ready, setUp } from "./helper.mjs";

const at = setUp();
let page;

const notice = (page) => page.$eval("#notice", (box) => (box.hidden ? "" : box.textContent));
const core = ({ contract, inputs, fingerprint, sentence, headline }) => ({ contract, inputs, fingerprint, sentence, headline });

suite("the state in the address", () => {
  it("survives a reload", async () => {
    page = await at.openLab();
    assert.equal(await page.evaluate(() => location.hash), "", "an untouched page keeps its clean address");
    await page.evaluate(() => {
      window.firstRefusal.pick("as-amended");
      window.firstRefusal.set("demand.growth", 4.05);
      window.firstRefusal.set("agi.declared", "2028-02");
    });
    const before = await describe(page);
    await page.waitForFunction((link) => location.hash === `#${link}`, {}, before.link);
    assert.ok(before.link.length <= 200);
    await page.reload();
    await ready(page);
    assert.deepEqual(core(await describe(page)), core(before));
    assert.equal(await notice(page), "");
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  it("opens in another browser as it was", async () => {
    page = await at.openLab({ hash: "#1exclusive-2023~dg2.5" });
    const state = await describe(page);
    assert.equal(state.contract, "exclusive-2023");
    assert.equal(state.inputs["demand.growth"], 2.5);
    await page.close();
  });

  it("follows when the address is changed by hand", async () => {
    page = await at.openLab();
    await page.evaluate(() => (location.hash = "#1january-2025~dg1.5"));
    await page.waitForFunction(() => window.firstRefusal.describe().inputs["demand.growth"] === 1.5);
    await page.close();
  });

  for (const [what, hash, kept] of [
    ["a value out of range", "#1january-2025~dg99zo1.2", { "azure.offer": 1.2, "demand.growth": 3 }],
    ["an unknown code", "#1january-2025~qq3dg2", { "demand.growth": 2 }],
    ["an unknown deal", "#1january-2052~dg2", { "demand.growth": 2 }],
    ["noise", "#%F0%9F%92%A9%%%<script>", { "demand.growth": 3 }],
    ["very much of it", `#1${"x".repeat(100_000)}`, { "demand.growth": 3 }],
  ])
    it(`opens what is readable of ${what}, and says what was dropped`, async () => {
      page = await at.openLab({ hash });
      const state = await describe(page);
      for (const [key, value] of Object.entries(kept)) assert.equal(state.inputs[key], value, key);
      assert.ok(state.notices.length > 0, "nothing was said");
      assert.match(await notice(page), new RegExp(state.notices[0].slice(0, 12).replace(/[^\p{L}\d ]/gu, ".")));
      assert.deepEqual(page.complaints, []);
      await page.close();
    });
});
