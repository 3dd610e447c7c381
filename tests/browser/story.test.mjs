// The story: eight chapters by pointer, touch and keyboard; bets that stay and travel; what the reader changed is kept or
// given back; and the same text without script and on paper.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { describe, nextFrames, rest, setUp } from "./helper.mjs";

const at = setUp();
const { chapters } = JSON.parse(readFileSync(new URL("../../assets/story.json", import.meta.url), "utf8"));

const shown = (page) => page.$$eval(".chapter", (all) => all.filter((one) => one.checkVisibility()).map((one) => one.id));
const isAt = (page, number) => page.waitForFunction((wanted) => window.firstRefusal.describe().chapter?.number === wanted, {}, number);
const press = (page, selector) => page.$eval(selector, (button) => button.click());
const reveal = (page, id) => page.$$eval(`#chapter-${id} .acts button`, (buttons) => buttons[1].click());

test("the page opens on the first chapter, says how long it takes, and leads to the lab at any time", async () => {
  const page = await at.openLab();
  assert.deepEqual(await shown(page), ["chapter-one-cloud"]);
  assert.match(await page.$eval("#story-title", (it) => it.innerText), /eight chapters, about seven minutes/);
  assert.equal((await describe(page)).chapter, null, "nothing is set before it is asked for");
  assert.equal(await page.$eval("#story-back", (it) => it.checkVisibility()), false);
  await press(page, "#story-skip");
  await page.waitForFunction(() => window.firstRefusal.describe().tab === "levers");
  assert.deepEqual(page.complaints, []);
});

test("a bet is placed before the answer is told, says how far off it is, and opens again from the link", async () => {
  const page = await at.openLab();
  const inside = "#chapter-one-cloud";
  assert.equal(await page.$eval(`${inside} .after`, (it) => it.checkVisibility()), false);
  await page.$$eval(`${inside} .acts button`, (buttons) => buttons[0].click());
  assert.match(await page.$eval(`${inside} .error`, (it) => it.textContent), /Choose/);
  await page.$$eval(`${inside} input[type=radio]`, (boxes) => boxes[2].click());
  await page.$$eval(`${inside} .acts button`, (buttons) => buttons[0].click());
  await page.waitForFunction((place) => document.querySelector(`${place} .after`).checkVisibility(), {}, inside);
  assert.match(await page.$eval(`${inside} .verdicts`, (it) => it.textContent), /You bet: All of it.*The model says/);
  const { bets, link } = await describe(page);
  assert.deepEqual(bets, { "azure-2024": 2 });
  const other = await at.openLab({ hash: `#${link}` });
  assert.deepEqual((await describe(other)).bets, bets);
  assert.equal(await other.$eval(`${inside} .after`, (it) => it.checkVisibility()), true);
});

test("what is known is in no picture of the page while a chapter asks for it", async () => {
  const page = await at.openLab();
  await page.click("#twin-toggle");
  const isTold = (wanted) =>
    page.waitForFunction((one) => {
      const svg = document.querySelector("#twin [data-figure=capacity] svg");
      return svg && [...svg.querySelectorAll("text")].some((text) => text.textContent === "known") === one;
    }, {}, wanted);
  await isTold(true);
  await page.evaluate(() => window.firstRefusal.chapter("tripled"));
  await isTold(false);
  await page.evaluate(() => window.firstRefusal.chapter("shortage"));
  await isTold(true);
});

test("next, back, dots and their arrow keys go from chapter to chapter; each is one step back and is read from its title", async () => {
  const page = await at.openLab();
  await press(page, "#story-next");
  await isAt(page, 2);
  assert.deepEqual(await shown(page), [`chapter-${chapters[1].id}`]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), chapters[1].title);
  assert.equal((await describe(page)).in_gw, true);
  await page.$$eval("#story-dots button", (dots) => dots[3].click());
  await isAt(page, 4);
  assert.equal((await describe(page)).inputs["demand.growth"], 1.5);
  await press(page, "#story-back");
  await isAt(page, 3);
  await page.focus("#story-dots button[aria-current]");
  await page.keyboard.press("ArrowRight");
  await isAt(page, 4);
  await page.evaluate(() => window.firstRefusal.undo());
  await isAt(page, 3);
  assert.deepEqual(page.complaints, []);
});

test("on a phone a hand that goes sideways turns the page, and one that goes down does not", async () => {
  const page = await at.openLab({ width: 390, height: 664, touch: true, density: 2 });
  const swipe = async (x, y) => {
    const box = await page.$eval("#chapter-one-cloud h3, .chapter.shown h3", (it) => ({ x: it.getBoundingClientRect().x + 150, y: it.getBoundingClientRect().y + 10 }));
    await page.$eval(
      ".chapter.shown h3",
      (it, [from, to]) => {
        const touch = ([clientX, clientY]) => new Touch({ identifier: 1, target: it, clientX, clientY });
        it.dispatchEvent(new TouchEvent("touchstart", { bubbles: true, touches: [touch(from)], changedTouches: [touch(from)] }));
        it.dispatchEvent(new TouchEvent("touchend", { bubbles: true, touches: [], changedTouches: [touch(to)] }));
      },
      [[box.x, box.y], [box.x + x, box.y + y]],
    );
  };
  await swipe(10, -120);
  assert.equal((await describe(page)).chapter, null);
  await swipe(-120, 8);
  await isAt(page, 2);
  await swipe(120, 8);
  await isAt(page, 1);
});

test("what the reader changes is offered back by the story, or kept while it goes on; numbers in the prose follow", async () => {
  const page = await at.openLab();
  await page.evaluate(() => window.firstRefusal.chapter("break"));
  await isAt(page, 4);
  await page.waitForFunction(() => document.querySelector("#chapter-break").checkVisibility());
  await reveal(page, "break");
  assert.equal(await page.$eval("#story-changed", (it) => it.checkVisibility()), false);
  const before = await page.$eval("#chapter-break .act", (it) => it.textContent);
  await page.evaluate(() => window.firstRefusal.set("demand.growth", 4));
  await page.waitForFunction((text) => document.querySelector("#chapter-break .act").textContent !== text, {}, before);
  assert.match(await page.$eval("#chapter-break .act .now", (it) => it.textContent), /×4/);
  await press(page, "#story-restore");
  await page.waitForFunction(() => window.firstRefusal.describe().inputs["demand.growth"] === 1.5);
  await page.evaluate(() => window.firstRefusal.set("demand.growth", 4));
  await page.waitForFunction(() => document.querySelector("#story-keep").checkVisibility());
  await press(page, "#story-keep");
  await isAt(page, 5);
  assert.equal((await describe(page)).inputs["demand.growth"], 4);
});

test("every chapter's bets can be skipped, and what it then tells holds its sources, its answer and no missing number", async () => {
  const page = await at.openLab();
  for (const [index, { id, bets }] of chapters.entries()) {
    assert.deepEqual(await page.evaluate((wanted) => window.firstRefusal.chapter(wanted), index % 2 ? id : index + 1), { ok: true });
    await page.waitForFunction((place) => document.querySelector(place).checkVisibility(), {}, `#chapter-${id}`);
    await reveal(page, id);
    const told = await page.$eval(`#chapter-${id}`, (it) => ({ text: it.innerText, links: it.querySelectorAll(".cited a").length, lines: it.querySelectorAll(".verdicts li").length }));
    assert.doesNotMatch(told.text, /[{}]|undefined|NaN|null/, id);
    assert.ok(told.links > 0 && told.lines >= bets.length, id);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${id} is too wide`);
  }
  assert.deepEqual(page.complaints, []);
});

test("chapters are asked for by id or number, and what is none is answered with those there are", async () => {
  const page = await at.openLab();
  const ask = (which) => page.evaluate((wanted) => window.firstRefusal.chapter(wanted), which);
  for (const which of ["cellar", 0, 9, "", 1.5]) {
    const answer = await ask(which);
    assert.equal(answer.ok, false);
    assert.match(answer.error, /there are 1 to 8: one-cloud/);
  }
  assert.equal((await ask(null)).ok, false);
  assert.equal((await describe(page)).chapter, null);
});

test("a figure in an article opens on a chapter, goes to another where the article says so, and says which it does not know", async () => {
  const page = await at.article(
    `<script type="module" src="${at.address}embed.js"></script><first-refusal id="figure" chapter="break"></first-refusal>`,
  );
  const summary = () => page.$eval("#figure", (it) => it.summary);
  await page.waitForFunction(() => document.getElementById("figure").summary);
  assert.equal((await summary()).contract, "under-pressure");
  assert.equal((await summary()).inputs["demand.growth"], 1.5);
  await page.$eval("#figure", (it) => it.setAttribute("chapter", "your-turn"));
  await page.waitForFunction(() => document.getElementById("figure").summary.contract === "as-amended");
  await page.$eval("#figure", (it) => it.goto({ chapter: 3 }));
  await page.waitForFunction(() => document.getElementById("figure").summary.contract === "exclusive-2023");
  const frame = await at.open("embed.html?chapter=cellar");
  await frame.waitForFunction(() => /no such chapter.*one-cloud/.test(document.getElementById("problem").textContent));
});

test("the first screen of a phone has the chapter's title, how it begins and that a bet follows, which one press brings into view", async () => {
  const page = await at.openLab({ width: 390, height: 664, touch: true, density: 2 });
  const inside = "#chapter-one-cloud";
  const bottom = (selector) => page.$eval(selector, (it) => it.getBoundingClientRect().bottom);
  assert.ok((await bottom(`${inside} h3`)) < 560, "the title stands too low");
  const lines = await page.$eval(`${inside} h3 ~ p`, (it) => (innerHeight - it.getBoundingClientRect().top) / parseFloat(getComputedStyle(it).lineHeight));
  assert.ok(lines >= 3, `only ${lines.toFixed(1)} lines of the text are on the first screen`);
  assert.match(await page.$eval(`${inside} .number`, (it) => it.innerText), /1 of 8, about seven minutes in all\s+A bet follows/);
  await press(page, `${inside} .number button`);
  const { top, end, stage } = await page.$eval(`${inside} .bets`, (it) => ({
    top: it.getBoundingClientRect().top,
    end: it.getBoundingClientRect().bottom,
    stage: document.querySelector("#script").parentElement.getBoundingClientRect().top,
  }));
  assert.ok(top >= stage - 1 && end <= 664, `the bet lies from ${top} to ${end}, under the stage to ${stage}`);
  await reveal(page, "one-cloud");
  assert.equal(await page.$eval(`${inside} .number button`, (it) => it.checkVisibility()), false);
});

test("the chapter on the AGI clause lets the reader run the deal without it: one step, and back", async () => {
  const page = await at.openLab({ hash: "#1january-2025$able" });
  await reveal(page, "able");
  await press(page, "#chapter-able .alternative");
  await page.waitForFunction(() => window.firstRefusal.describe().contract === "clause-dropped");
  assert.equal((await describe(page)).chapter.id, "able");
  await press(page, "#story-restore");
  await page.waitForFunction(() => window.firstRefusal.describe().contract === "january-2025");
  assert.deepEqual(page.complaints, []);
});

test("what changed: while its key is held the stage shows the last step again, what it changed is said, and the state stays", async () => {
  const page = await at.openLab({ features: [{ name: "prefers-reduced-motion", value: "reduce" }] });
  assert.equal(await page.$eval("#replay", (it) => it.getAttribute("aria-disabled")), "true");
  const shot = () => page.screenshot({ encoding: "base64", clip: { x: 0, y: 50, width: 780, height: 540 } });
  await page.evaluate(() => window.firstRefusal.set("demand.growth", 4.5));
  await page.waitForFunction(() => document.getElementById("replay").getAttribute("aria-disabled") === "false");
  await rest(page);
  const [after, state] = [await shot(), await describe(page)];
  await page.focus("#replay");
  await page.keyboard.down(" ");
  await nextFrames(page);
  await nextFrames(page);
  assert.notEqual(await shot(), after, "the stage shows nothing else");
  assert.equal((await describe(page)).link, state.link);
  await page.keyboard.up(" ");
  await page.waitForFunction(() => /Compute demand ×4.5/.test(document.getElementById("response").textContent));
  await page.evaluate(() => document.activeElement.blur());
  await rest(page);
  assert.equal(await shot(), after, "the stage is not as it was");
  assert.deepEqual(page.complaints, []);
});

test("no word of the story is in what an article's frame loads", () => {
  const assets = new URL("../../dist/assets/", import.meta.url);
  const engine = readdirSync(assets).find((name) => /^engine-.*\.wasm$/.test(name));
  const bytes = readFileSync(new URL(engine, assets), "latin1");
  for (const { title } of chapters) assert.ok(!bytes.includes(title), title);
});

test("where the lab cannot be had the story stands with its bets, which are kept, and says that nobody answers them", async () => {
  const page = await at.open();
  await page.setRequestInterception(true);
  page.on("request", (request) => (/lab-[\w-]{8}\.wasm/.test(request.url()) ? request.abort() : request.continue()));
  await page.reload();
  await page.waitForFunction(() => window.firstRefusal?.describe() && document.getElementById("story").dataset.state === "ready");
  assert.equal(await page.$eval("#story-untold", (it) => it.checkVisibility()), true);
  const inside = "#chapter-one-cloud";
  await page.$$eval(`${inside} input[type=radio]`, (boxes) => boxes[2].click());
  await page.$$eval(`${inside} .acts button`, (buttons) => buttons[0].click());
  await page.waitForFunction((place) => document.querySelector(`${place} .after`).checkVisibility(), {}, inside);
  assert.deepEqual((await describe(page)).bets, { "azure-2024": 2 });
  assert.match(await page.$eval(`${inside} .verdicts`, (it) => it.innerText), /The model says: All of it/);
  await press(page, "#story-next");
  await isAt(page, 2);
});

test("on paper and without script all eight chapters stand with their answers, without script with their pictures too", async () => {
  const page = await at.openLab();
  await page.emulateMediaType("print");
  assert.equal((await shown(page)).length, 8);
  const plain = await at.open("", {});
  await plain.setJavaScriptEnabled(false);
  await plain.reload();
  assert.equal((await shown(plain)).length, 8);
  const stills = await plain.$$eval(".chapter img", (images) => images.map((image) => (image.scrollIntoView(), new URL(image.currentSrc || image.src).pathname)));
  assert.equal(new Set(stills).size, 8);
  assert.ok((await plain.$$eval(".chapter .after", (all) => all.every((one) => one.checkVisibility()))));
});
