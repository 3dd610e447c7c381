// The state in the address: it survives a reload, travels, and is honest about what it could not read.
import assert from "node:assert/strict";
import { describe as suite, it } from "node:test";
import { describe, places, pressAt, ready, setUp, showTab } from "./helper.mjs";

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

  const lever = "#twin-month";
  const settings = {
    month: (page) => page.focus(lever).then(() => page.keyboard.press("PageUp")),
    axis: (page) => page.$eval("#twin .playhead input[type=checkbox]", (box) => box.click()),
    asks: (page) => page.select("#twin .why select", "azure_share_2030"),
    since: (page) => pressWords(page, "from 2019"),
    a: (page) => page.$eval("#twin .tables > label input", (box) => box.click()),
    tab: (page) => showTab(page, "clauses"),
    input: (page) => page.evaluate(() => void window.firstRefusal.set("demand.growth", 4.05)),
    clause: (page) => page.$eval('#twin .clause[data-clause="api-on-azure"] input', (box) => box.click()),
  };
  const pressWords = async (page, words) => {
    await page.evaluate(() => scrollTo(0, 0));
    await pressAt(page, (await places(page)).of(words));
  };
  const seen = ({ selected, in_gw, why, pinned, tab, inputs, edits, fingerprint, link }) => ({ month: selected.month, in_gw, asked: why.outcome, pinned, tab, inputs, edits, fingerprint, link });
  const addressHas = (page, link) => page.waitForFunction((hash) => location.hash === `#${hash}`, {}, link);

  it("carries every part of the view: each comes back in a fresh page, and goes again where a link has none of it", async () => {
    page = await at.openLab({ hash: "#1january-2025&text" });
    await page.waitForFunction(() => document.querySelector("#twin table tbody tr"));
    const passed = [];
    for (const [name, set] of Object.entries(settings)) {
      const before = (await describe(page)).link;
      await set(page);
      await page.waitForFunction((link) => window.firstRefusal.describe().link !== link, {}, before);
      const state = await describe(page);
      if (["month", "axis", "asks", "since", "a"].includes(name)) assert.match(state.link, new RegExp(`&${name}=`));
      await addressHas(page, `${state.link}&text`);
      passed.push(seen(state));
    }
    for (const state of passed) {
      const fresh = await at.openLab({ hash: `#${state.link}&text` });
      assert.deepEqual(seen(await describe(fresh)), state);
      await fresh.waitForFunction(() => document.querySelector("#twin:not([hidden]) table tbody tr"));
      assert.equal(await notice(fresh), "");
      assert.deepEqual(fresh.complaints, []);
      await fresh.close();
    }
    const other = await at.openLab();
    for (const state of passed.toReversed()) {
      await other.evaluate((link) => (location.hash = link), state.link);
      await other.waitForFunction((link) => window.firstRefusal.describe().link === link, {}, state.link);
      assert.deepEqual(seen(await describe(other)), state);
    }
    assert.ok(await other.$eval("#twin", (twin) => twin.hidden), "a link without text leaves it put away");
    await other.close();
    await page.close();
  });

  it("carries a chapter as it opens without a word more, and what has been changed of its view", async () => {
    page = await at.openLab();
    for (const id of ["one-cloud", "your-turn"]) {
      await page.evaluate((chapter) => window.firstRefusal.chapter(chapter), id);
      const { link } = await describe(page);
      assert.ok(link.includes(`$${id}*`) && !link.includes("&"), link);
    }
    await page.$eval("#twin-toggle", (button) => button.click());
    await page.waitForFunction(() => document.querySelector("#twin table tbody tr"));
    await settings.axis(page);
    await settings.a(page);
    const state = seen(await describe(page));
    assert.match(state.link, /&axis=(gw|share)&a=none$/);
    const fresh = await at.openLab({ hash: `#${state.link}` });
    assert.deepEqual(seen(await describe(fresh)), state);
    await fresh.close();
    await page.close();
  });

  it("says what of a view cannot be read, and shows the rest", async () => {
    page = await at.openLab({ hash: "#1january-2025~dg2&month=2099-01&axis=miles&asks=weather&a=january-2052&since=2019&utm_source=x" });
    const { inputs, notices, selected, headline } = await describe(page);
    assert.equal(inputs["demand.growth"], 2);
    assert.equal(selected.month, headline.max_unserved.month);
    assert.equal(notices.length, 4, notices.join("\n"));
    for (const text of ["2099-01", "miles", "weather", "kept as A"]) assert.ok(notices.some((one) => one.includes(text)), text);
    assert.match(await notice(page), /2099-01/);
    await page.close();
  });

  it("opens the same in an article's frame, whose link to the whole page passes it on", async () => {
    const link = "1january-2025~dg4.05&month=2027-03&axis=gw&asks=azure_share_2030&a=as-amended~dg3";
    page = await at.open(`embed.html#${link}&text`);
    await page.waitForFunction(() => document.querySelector("#twin:not([hidden]) table tbody tr"));
    const whole = await page.$eval("#whole", (one) => one.getAttribute("href"));
    const [state, view] = [whole.slice(whole.indexOf("#") + 1), link.slice(link.indexOf("&"))];
    assert.ok(state.startsWith("1january-2025~dg4.05*") && state.endsWith(`${view}&text`), state);
    await page.close();
  });
});
