// The deal and its doubt under a real pointer: a clause is switched off on its card, a state is kept and compared, the
// chances come of themselves, and then nothing moves.
import assert from "node:assert/strict";
import { after, afterEach, describe as suite, it } from "node:test";
import { bring, canvasBox, describe, differing, pixels, places, pressAt, settled, setUp, stageOf } from "./helper.mjs";

const at = setUp();
let page;

const openTab = async (tab, options) => (page = await at.openLab({ hash: `#1january-2025@${tab}`, ...options }));
const api = (call, ...values) => page.evaluate((name, given) => window.firstRefusal[name](...given), call, values);

/** Presses words of the panel; `pressed`: what has been pressed before. */
async function press(words, pressed = []) {
  const [wanted, after] = words.split("|");
  await pressAt(page, await bring(page, wanted, { after, pressed }));
}

/** How much the panel has to scroll through, and that it is as much as the lab drawn natively has. */
async function beyond(pressed = []) {
  const { beyond } = await stageOf(page);
  assert.equal(beyond, (await places(page, pressed)).beyond);
  return beyond;
}

const firstRefusal = "First refusal|As it stood in"; // in the panel, not on the strip under the picture

suite("the deal in the panel", () => {
  const complaints = [];
  afterEach(async () => {
    complaints.push(...page.complaints);
    await page.close();
  });
  after(() => assert.deepEqual(complaints, []));

  it("unfolds a clause, and what another deal would change, and folds them again", async () => {
    await openTab("clauses");
    const folded = await beyond();
    for (const words of [firstRefusal, "If exclusivity had stayed"]) {
      await press(words);
      assert.ok((await beyond([words])) > folded + 40, `${words}: nothing unfolds`);
      await press(words, [words]);
      assert.equal(await beyond(), folded);
    }
  });

  it("switches a clause to never agreed: the sentence and the clause change, and undo brings both back", async () => {
    await openTab("clauses");
    const untouched = await describe(page);
    await press(firstRefusal);
    await press("Never agreed", [firstRefusal]);
    const changed = await describe(page);
    assert.deepEqual(changed.edits, [{ clause: "first-refusal", kind: "never_agreed" }]);
    assert.notEqual(changed.sentence, untouched.sentence);
    assert.notEqual(changed.fingerprint, untouched.fingerprint);
    await api("undo");
    assert.equal((await describe(page)).sentence, untouched.sentence);
    assert.deepEqual((await describe(page)).edits, []);
  });

  it("keeps a state as A, lists the levers that were changed since, and shows it in the picture", async () => {
    await openTab("compare", { width: 390, height: 560 }); // there the table has more rows than room
    const tick = () => press("Keep this state as A");
    const height = async () => (await settled(page), (await stageOf(page)).beyond);
    const stage = async () => {
      await page.evaluate(() => window.scrollTo(0, 0));
      await settled(page);
      const { panel } = await places(page);
      const { left, top, width } = await canvasBox(page);
      return pixels(page, { x: left, y: top + 48, width, height: panel.top - 48 - 44 });
    };
    await tick();
    assert.equal((await describe(page)).pinned, true);
    await api("set", "demand.growth", 3.2);
    const listed = await height();
    assert.ok(listed > 40, `nothing is said of what differs: ${listed}`);
    await api("set", "azure.lead", 11);
    assert.ok((await height()) > listed + 10, "another lever is no other row");
    const besideA = await stage();
    await tick();
    assert.equal((await describe(page)).pinned, false);
    assert.ok((await height()) < listed, "the table stays without A");
    assert.ok(differing(besideA, await stage(), 48) > 200, "A is not in the picture");
  });

  it("shows how sure, and then draws no frame in five seconds", async () => {
    await openTab("sure");
    await page.mouse.move(5, 5);
    const { words, of, panel } = await places(page);
    const { left } = await canvasBox(page);
    const width = panel.right - panel.left;
    const from = words.indexOf("In how many of 1,000 runs, by December 2030") + 1;
    let bars = 0;
    // A number and what it counts, in one line; below them a bar as long as the number.
    for (let i = from; words[i] !== "Where eight runs of ten lie"; i += 2) {
      assert.match(words[i], /^1?,?\d{1,3}$/);
      const { y } = of(words[i + 1], words[i]);
      const row = await pixels(page, { x: left + panel.left, y: Math.round(y) + 20, width, height: 1 });
      const colours = Array.from({ length: row.width }, (_, x) => row.rgba.readUIntBE(4 * x, 3));
      const filled = colours.filter((colour) => colour === colours[4]).length;
      const expected = (Number(words[i].replace(",", "")) / 1000) * width;
      assert.ok(Math.abs(filled - expected) <= 4, `${words[i]} in 1,000 is a bar of ${filled} in ${width} pixels`);
      bars += 1;
    }
    assert.ok(bars >= 5, `only ${bars} bars`);
    await page.evaluate(() => {
      window.asked = 0;
      const request = window.requestAnimationFrame;
      window.requestAnimationFrame = (act) => ((window.asked += 1), request(act));
    });
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    assert.equal(await page.evaluate(() => window.asked), 0);
  });
});
