// The still picture and the sentence: in the figure's place before it is live and without script, with nothing moving when
// the figure takes it; and on paper, where the page is an article without blank sheets.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { describe, nextFrames, ready, setUp, slowNetwork } from "./helper.mjs";
import { sheets } from "./pdf.mjs";

const opens = /^With compute demand tripling every year/;
const lab = /lab-[\w-]{8}\.wasm/;
const font = /\.ttf$/;
const network = slowNetwork();
const at = setUp({ gate: network.gate });

const shown = (page) =>
  page.evaluate(() => {
    const isShown = (selector) => document.querySelector(selector).checkVisibility();
    const image = document.querySelector("#picture img");
    return { sentence: isShown("#consequence") ? document.getElementById("consequence").innerText : "", drawn: isShown("#picture") && image.naturalWidth > 0, width: image.clientWidth };
  });

test("without script the sentence and the still picture stand in the figure's place", async () => {
  for (const width of [390, 1280]) {
    const page = await at.open("", { width, isScripted: false });
    const { sentence, drawn, width: wide } = await shown(page);
    assert.match(sentence, opens);
    assert.ok(drawn && wide > Math.min(width - 60, 600), `${wide} px wide in a window of ${width}`);
  }
});

const watchShifts = () => {
  window.shifts = [];
  const told = ({ value, sources }) => ({ value, moved: sources.map(({ node }) => node?.id || node?.className || node?.nodeName) });
  const note = (entries) => window.shifts.push(...entries.map(told));
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  window.takeShifts = () => {
    note(observer.takeRecords());
    return window.shifts.splice(0);
  };
};
// Those of the reader's own that stand in for ours may not be there.
const haveOurLetters = () => [...document.fonts].filter(({ family }) => !family.includes(" as ")).every(({ status }) => status === "loaded");
// A font that has come is drawn, and told as a shift, a frame later.
const settled = async (page) => {
  await page.waitForFunction(() => document.querySelector("#picture img").naturalWidth > 0);
  await page.waitForFunction(haveOurLetters);
  await nextFrames(page);
};
const windows = [[390, 664], [820, 1180], [1280, 800]];

test("until the figure is live the sentence and the picture stand there, and nothing moves when it is", async () => {
  for (const [width, height] of windows) {
    network.hold(lab);
    const page = await at.open("", { width, height, before: watchShifts });
    await settled(page);
    const { sentence, drawn } = await shown(page);
    assert.match(sentence, opens);
    assert.ok(drawn);
    await page.evaluate(() => window.takeShifts());
    network.letGo();
    await ready(page);
    await nextFrames(page);
    assert.equal((await shown(page)).drawn, false, "the picture lies over the live figure");
    assert.deepEqual(await page.evaluate(() => window.takeShifts()), [], `${width} × ${height}`);
  }
});

for (const path of ["", "article.html", "publishers.html", "teach.html"])
  test(`what is read on ${path || "the page"} stays where it is when our letters come late, but for a line broken elsewhere`, async () => {
    for (const [width, height] of windows) {
      network.hold(font);
      const page = await at.open(path, { width, height, before: watchShifts, until: "domcontentloaded" });
      await page.waitForFunction(() => document.fonts.status === "loading");
      await nextFrames(page);
      network.letGo();
      await page.waitForFunction(haveOurLetters);
      await nextFrames(page);
      const shifts = await page.evaluate(() => window.takeShifts());
      const shift = shifts.reduce((sum, { value }) => sum + value, 0);
      assert.ok(shift < 0.03, `${shift} at ${width} × ${height}: ${JSON.stringify(shifts)}`);
      await page.close();
    }
  });

test("the reader's letters that stand in for ours are as high as ours, whatever they are", () => {
  const css = readFileSync(new URL("../../web/stand-ins.css", import.meta.url), "utf8");
  const faces = [...css.matchAll(/family: "(.+) as .+"[^}]+size-adjust: ([\d.]+)%[^}]+ascent-override: ([\d.]+)%[^}]+descent-override: ([\d.]+)%/g)];
  assert.equal(faces.length, 9);
  const heights = { "Source Sans 3": [1.024, 0.4], Newsreader: [0.735, 0.265] }; // of the em, as in the fonts
  for (const [face, family, ...percents] of faces) {
    const [size, ascent, descent] = percents.map((percent) => Number(percent) / 100);
    assert.ok(Math.abs(size * ascent - heights[family][0]) < 0.002 && Math.abs(size * descent - heights[family][1]) < 0.002, face);
  }
});

test("a font that comes late moves neither the picture nor what is below it, and they end above the story", async () => {
  for (const [width, height] of [[320, 568], [360, 780], ...windows, [1000, 700]]) {
    network.hold(new RegExp(`${lab.source}|${font.source}`));
    const page = await at.open("", { width, height, until: "domcontentloaded" });
    await page.waitForFunction(() => document.querySelector("#picture img").naturalWidth > 0 && document.fonts.status === "loading");
    const places = () =>
      page.evaluate(() => {
        const at = (selector) => document.querySelector(selector).getBoundingClientRect();
        const beside = at("#story-title").left > at("#picture img").right;
        return { picture: at("#picture img").top, loading: at("#loading").top, beyond: beside ? 0 : Math.max(0, at("#loading").bottom - at("#story-title").top) };
      });
    const before = await places();
    assert.equal(before.beyond, 0, `over the story at ${width} × ${height}`);
    network.letGo(font, lab);
    await settled(page);
    assert.deepEqual(await places(), before, `${width} × ${height}`);
    network.letGo();
  }
});

test("a link that opens another state shows no picture of the state that it is not", async () => {
  network.hold(lab);
  const page = await at.open("", { hash: "#1as-amended" });
  await page.waitForFunction(() => document.getElementById("lab").dataset.link === "");
  const { sentence, drawn } = await shown(page);
  assert.deepEqual([sentence, drawn], ["", false]);
  network.letGo();
  await ready(page);
  assert.equal((await describe(page)).contract, "as-amended");
});

/** What a sheet of paper must not be: nearly empty, unless it is the last. */
function notBlank(printed) {
  for (const [index, sheet] of printed.entries()) {
    assert.ok(sheet.letters > 100, `sheet ${index + 1} of ${printed.length} has ${sheet.letters} letters`);
    const isLast = index === printed.length - 1;
    assert.ok(isLast || sheet.lowest < sheet.height * 0.4, `sheet ${index + 1} ends ${Math.round(sheet.height - sheet.lowest)} of ${sheet.height} points down`);
  }
}

test("printed, the page is an article: the picture of the state and its sentence first, no sheet blank", async () => {
  for (const dark of [false, true]) {
    const page = await at.openLab({ dark, hash: "#1as-amended~dg4" });
    const printed = sheets(await page.pdf({ format: "A4" }));
    notBlank(printed);
    const [first] = printed;
    assert.ok(first.shapes > 60 && first.letters > 700, `the first sheet has ${first.shapes} shapes and ${first.letters} letters`);
    const svg = await page.$eval("#picture svg", (drawn) => drawn.textContent);
    assert.ok(svg.includes((await describe(page)).sentence), "the picture is of another state");
    assert.equal(await page.$eval("#picture", (picture) => picture.checkVisibility()), false, "the picture stays on the screen");
  }
});

test("printed without script, the page has the picture of the deal as it opens, its sentence and all eight chapters", async () => {
  const page = await at.open("", { isScripted: false });
  const printed = sheets(await page.pdf({ format: "A4", waitForFonts: false }));
  notBlank(printed);
  assert.ok(printed[0].shapes > 30, `${printed[0].shapes} shapes on the first sheet`);
});
