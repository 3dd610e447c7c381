// The lesson: its tasks, keys, glossary and sheet, what a class sees on a projector, and the same terms where the page and the
// view in text first use them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { describe, setUp } from "./helper.mjs";
import { sheets } from "./pdf.mjs";

const at = setUp();
const { glossary } = JSON.parse(readFileSync(new URL("../../assets/words.json", import.meta.url), "utf8"));
const meaningOf = new Map(glossary.map(({ word, says }) => [word.toLowerCase(), says]));

test("the lesson has five tasks with keys, whose starts open to what the keys say", async () => {
  const page = await at.open("teach.html");
  const tasks = await page.$$eval(".tasks > li", (all) => all.map((one) => ({ link: one.querySelector("a").href, key: one.querySelector(".answer p").textContent })));
  assert.equal(tasks.length, 5);
  for (const { key } of tasks) assert.ok(key.length > 60 && !/undefined|NaN|null/.test(key), key);
  const lab = await at.openLab();
  const breaks = async (growth) => {
    await lab.evaluate((value) => window.firstRefusal.set("demand.growth", value), growth);
    return (await describe(lab)).headline.exclusivity_would_break;
  };
  const [, holds, broken] = /×([\d.]+) a year it would.*At ×([\d.]+) /.exec(tasks[0].key);
  assert.equal(await breaks(Number(holds)), null);
  assert.notEqual(await breaks(Number(broken)), null);
  assert.deepEqual(page.complaints, []);
});

test("for a class: text of 18 px or more; sentence, slider and picture on the first screen of a projector, and no sources", async () => {
  const page = await at.open("teach.html", { width: 1024, height: 768 });
  const address = await page.$eval(".tasks .ways a:nth-of-type(2)", (one) => one.getAttribute("href"));
  const room = await at.open(address.replace("./", ""), { width: 1024, height: 768 });
  await room.waitForFunction(() => document.querySelector("#picture svg") && document.querySelector("#panel input"));
  const seen = await room.evaluate(() => {
    const boxes = ["#sentence", "#panel input", "#picture svg"].map((one) => document.querySelector(one).getBoundingClientRect());
    const svg = document.querySelector("#picture svg");
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const drawn = [...svg.querySelectorAll("text")].map((one) => parseFloat(getComputedStyle(one).fontSize) * scale);
    const shown = [...document.querySelectorAll("#sentence, #outcomes, #panel .flips, #panel label, #panel .unit, #panel input.exact, #bar :is(button, a)")].filter((one) => one.checkVisibility());
    return { bottom: Math.max(...boxes.map((box) => box.bottom)), smallest: Math.min(...drawn, ...shown.map((one) => parseFloat(getComputedStyle(one).fontSize))) };
  });
  assert.ok(seen.bottom <= 768, `${seen.bottom}`);
  assert.ok(seen.smallest >= 17.9, `${seen.smallest}`);
});

test("the sheet for pupils is two sheets with room to write, says where the page is, and holds no key", async () => {
  const page = await at.open("teach.html");
  await page.evaluate(() => document.fonts.ready);
  const printed = sheets(await page.pdf({ preferCSSPageSize: true }));
  assert.equal(printed.length, 2);
  for (const { letters, height } of printed) {
    assert.ok(letters > 500, `${letters} letters`);
    assert.equal(Math.round(height), 842); // A4, in points
  }
  await page.emulateMediaType("print");
  const sheet = await page.evaluate(() => ({
    hidden: [...document.querySelectorAll(".answer, .teacher, .ways, #print")].filter((one) => one.checkVisibility()).length,
    rooms: [...document.querySelectorAll(".lines")].map((one) => [...one.children].map((line) => line.getBoundingClientRect().height)),
    address: document.getElementById("address").textContent,
  }));
  assert.equal(sheet.hidden, 0);
  assert.equal(sheet.rooms.length, 6); // five tasks and the exit question
  for (const lines of sheet.rooms) assert.ok(lines.length === 3 && Math.min(...lines) >= 26, `${lines}`); // 7 mm
  assert.equal(sheet.address, at.address);
});

test("the glossary has a dozen terms, each one sentence; where the tasks first use one it leads there", async () => {
  assert.equal(glossary.length, 12);
  for (const { word, says } of glossary) assert.ok(says.endsWith(".") && !says.includes(". ") && says.length <= 160, word);
  const page = await at.open("teach.html");
  const listed = await page.$$eval(".glossary > div", (all) => all.map((one) => ({ word: one.querySelector("dt").textContent, says: one.querySelector("dd").textContent })));
  assert.deepEqual(listed, glossary);
  const led = await page.$$eval("a.term", (all) => all.map((one) => [one.textContent, document.querySelector(one.getAttribute("href")).querySelector("dt").textContent]));
  assert.ok(led.length >= 4, `${led}`);
  for (const [said, word] of led) assert.equal(said.toLowerCase(), word.toLowerCase());
});

test("where the page first uses a term it is a dotted word that opens its meaning, and no term is one twice", async () => {
  const page = await at.openLab();
  const words = await page.$$eval(".term", (all) => all.map((one) => one.textContent.toLowerCase()));
  assert.ok(words.length >= 8 && new Set(words).size === words.length, `${words}`);
  const first = ".chapter.shown .term";
  await page.focus(first);
  await page.keyboard.press("Enter");
  const opened = await page.$eval(":popover-open", (one) => one.textContent);
  assert.equal(opened, meaningOf.get(await page.$eval(first, (one) => one.textContent.toLowerCase())));
  await page.keyboard.press("Escape");
  assert.equal(await page.$(":popover-open"), null);
  assert.equal(await page.evaluate(() => document.activeElement.className), "term");
  const meanings = await page.$$eval(".term", (all) => all.map((one) => one.popoverTargetElement.textContent));
  assert.deepEqual(meanings, words.map((word) => meaningOf.get(word)));
  for (const [index, word] of words.entries()) {
    const before = await page.evaluate((to) => {
      const range = document.createRange();
      range.setStart(document.getElementById("story"), 0);
      range.setEndBefore(document.querySelectorAll(".term")[to]);
      const said = range.cloneContents();
      for (const one of said.querySelectorAll("h2, h3, .number, .now, .bets, .verdicts, .cited, .bound, noscript, button:not(.term)")) one.remove();
      return said.textContent;
    }, index);
    assert.doesNotMatch(before, new RegExp(`(?<![\\p{L}])${word}(?!\\p{L})`, "iu"), `${word} is used before it is explained`);
  }
});

test("the view in text explains every term of the glossary that it uses, once, and a contract that is opened moves none twice", async () => {
  const page = await at.openLab({ hash: "#1january-2025&text" });
  const explained = () => page.$$eval("#twin .terms dt", (all) => all.map((one) => [one.textContent, one.nextElementSibling.textContent]));
  await page.waitForFunction(() => document.querySelector("#twin .terms"));
  const terms = await explained();
  assert.deepEqual(terms.toSorted(), glossary.map(({ word, says }) => [word, says]).toSorted());
  await page.evaluate(() => window.firstRefusal.pick("as-amended"));
  await page.waitForFunction(() => document.querySelector("#twin .standing").textContent.includes("amended"));
  const after = (await explained()).map(([word]) => word);
  assert.equal(new Set(after).size, after.length);
});
