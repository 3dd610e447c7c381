// The picture, the AGI clause, the money and what moves an outcome, under a real pointer. Where words stand on the canvas is
// told by the same lab drawn natively at the same size.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe as suite, it } from "node:test";
import { bring, canvasBox, describe, differing, pixels, places, pressAt, rest, settled, setUp, showTab, simulate } from "./helper.mjs";

const at = setUp();
let page;
beforeEach(async () => void (page = await at.openLab()));
afterEach(() => assert.deepEqual(page.complaints, []));

/** Presses words on the canvas; `pressed`: words that have been pressed before. */
async function press(words, { after, pressed } = {}) {
  await pressAt(page, await bring(page, words, { after, pressed }));
}
async function whole() {
  await settled(page);
  return pixels(page, await canvasBox(page).then(({ left, top, width, height }) => ({ x: left, y: top, width, height })));
}

suite("the picture", () => {
  it("tells the month under the mouse, keeps the one that is pressed, and goes on from it by keyboard", async () => {
    const at = await places(page);
    const { y } = at.of("Microsoft Azure");
    const untouched = await describe(page);
    const before = await whole();
    await page.mouse.move(at.of("2029").x, y);
    await settled(page);
    assert.ok(differing(before, await whole(), 48) > 500, "the month under the mouse is not told");
    assert.deepEqual((await describe(page)).selected, untouched.selected, "looking is no choice");
    await pressAt(page, { x: at.of("2029").x, y });
    const { month } = (await describe(page)).selected;
    assert.match(month, /^202[89]-/);
    await page.$eval("#twin-toggle", (button) => button.click());
    await page.waitForSelector("#twin-month");
    const [year, number] = month.split("-").map(Number);
    assert.equal(await page.$eval("#twin-month", (it) => Number(it.value)), year * 12 + number - 1);
    const pressed = await whole();
    await page.focus("#twin-month");
    for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowLeft");
    assert.notEqual((await describe(page)).selected.month, month);
    await page.evaluate(() => window.scrollTo(0, 0)); // the focus has scrolled to the controls
    assert.ok(differing(pressed, await whole(), 48) > 500, "the playhead stays where it was");
  });

  it("shows shares or gigawatts, and the clauses from 2019 or 2024, and comes back to the same", async () => {
    await page.mouse.move(2, 2);
    const shares = await whole();
    await press("GW");
    assert.equal((await describe(page)).in_gw, true);
    assert.ok(differing(shares, await whole(), 48) > 20_000);
    await press("share");
    assert.equal((await describe(page)).in_gw, false);
    assert.equal(differing(shares, await whole(), 48), 0);
    await press("from 2019");
    assert.ok(differing(shares, await whole(), 48) > 5_000);
    assert.equal((await describe(page)).can_undo, false, "how it is looked at is no step");
  });

  it("leaves the story to be seen and pressed around a list that is open, also in a window made narrower", async () => {
    await press("The deal of January 2025");
    await page.setViewport({ width: 700, height: 900 });
    await settled(page);
    const { y } = (await places(page, ["The deal of January 2025"])).of("Open a contract of your own …"); // the last, with a line below
    const under = (css) => page.evaluate((top) => document.elementFromPoint(60, top).closest("#story, #canvas").id, css);
    assert.deepEqual([await under(y), await under(y + 78)], ["canvas", "story"]);
  });

  it("closes a list that a pointer has opened with Escape, wherever the focus is", async () => {
    await page.mouse.move(2, 2);
    const closed = await whole();
    await press("The deal of January 2025");
    assert.ok(differing(closed, await whole(), 48) > 5_000);
    await page.keyboard.press("Escape");
    await page.mouse.move(2, 2);
    await rest(page);
    assert.equal(differing(closed, await whole(), 48), 0);
    assert.equal((await describe(page)).can_undo, false);
  });

  it("explains another outcome when it is asked for", async () => {
    await showTab(page, "why");
    await press("AGI");
    assert.equal((await describe(page)).why.outcome, "agi_trips");
  });
});

suite("the AGI clause", () => {
  beforeEach(() => showTab(page, "why"));

  it("is read in another way by a press, with the command line's numbers, and one step undoes it", async () => {
    const before = await describe(page);
    await press("has earned it");
    const state = await describe(page);
    assert.equal(state.inputs["agi.reading"], "booked");
    assert.notEqual(state.headline.agi_trips, before.headline.agi_trips);
    assert.deepEqual(state.headline, simulate(state).headline);
    await page.evaluate(() => window.firstRefusal.undo());
    assert.deepEqual((await describe(page)).headline, before.headline);
  });

  it("counts the popular reading in", async () => {
    await press("Popular reading: all access is lost");
    const state = await describe(page);
    assert.deepEqual(state.edits.map(({ kind }) => kind), ["agreed"]);
    assert.match(state.agi_sentence, /technology|access/);
  });

  it("can be dropped for support, which brings more of Azure the more it is", async () => {
    await press("Drop the clause for support");
    const without = await describe(page);
    assert.deepEqual(without.edits.map(({ kind }) => kind), ["dropped"]);
    assert.equal(without.headline.agi_trips, null);
    await page.evaluate(() => window.firstRefusal.set("money.support", 50));
    const supported = await describe(page);
    assert.ok(supported.headline.azure_share_2030 > without.headline.azure_share_2030);
  });
});

suite("the panel", () => {
  it("shows another tab with a press, which a link opens again and undo leaves alone", async () => {
    const before = await whole();
    await press("More"); // the tabs that have no room
    await press("Money", { pressed: ["More"] });
    const state = await describe(page);
    assert.equal(state.tab, "money");
    assert.match(state.link, /@money\*/);
    assert.equal(state.can_undo, false);
    assert.ok(differing(before, await whole(), 48) > 5_000, "the panel shows what it showed");
    const again = await at.openLab({ hash: `#${state.link}` });
    assert.equal((await describe(again)).tab, "money");
    await again.close();
  });

  it("scrolls with the page while the stage stays, and another tab begins at its top", async () => {
    await showTab(page, "levers");
    await press("Open all");
    const stage = { x: 0, y: 60, width: 760, height: 700 };
    const before = await pixels(page, stage);
    await page.evaluate(() => window.scrollBy(0, 400));
    await settled(page);
    assert.equal((await canvasBox(page)).top, 0);
    assert.equal(differing(before, await pixels(page, stage), 8), 0, "the stage has moved");
    await showTab(page, "money");
    assert.equal(await page.evaluate(() => window.scrollY), 0);
  });

  it("shows what moves an outcome most for the outcome that is asked about", async () => {
    await showTab(page, "sure");
    const place = await bring(page, "AGI", { after: "What moves it most" });
    const before = await whole();
    await pressAt(page, place);
    assert.equal((await describe(page)).why.outcome, "agi_trips");
    assert.ok(differing(before, await whole(), 48) > 2_000);
  });
});
