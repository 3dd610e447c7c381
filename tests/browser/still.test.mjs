// The still picture and the sentence: in the figure's place before it is live and without script, with nothing moving when
// the figure takes it; and on paper, where the page is an article without blank sheets.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { describe, launch, open, openLab, ready, serve } from "./helper.mjs";
import { sheets } from "./pdf.mjs";

const opens = /^With compute demand tripling every year/;
let server;
let browser;
let release = () => undefined;
let holds = false;
before(async () => {
  const gate = (url) => (holds && /lab-[\w-]{8}\.wasm/.test(url) ? new Promise((resolve) => (release = resolve)) : undefined);
  server = await serve({ gate });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const shown = (page) =>
  page.evaluate(() => {
    const isShown = (selector) => document.querySelector(selector).checkVisibility();
    const image = document.querySelector("#picture img");
    return { sentence: isShown("#consequence") ? document.getElementById("consequence").innerText : "", drawn: isShown("#picture") && image.naturalWidth > 0, width: image.clientWidth };
  });

test("without script the sentence and the still picture stand in the figure's place", async () => {
  for (const width of [390, 1280]) {
    const page = await open(browser, "about:blank", { width });
    await page.setJavaScriptEnabled(false);
    await page.goto(server.address, { waitUntil: "load" });
    const { sentence, drawn, width: wide } = await shown(page);
    assert.match(sentence, opens);
    assert.ok(drawn && wide > Math.min(width - 60, 600), `${wide} px wide in a window of ${width}`);
    await page.browserContext().close();
  }
});

const watchShifts = () => {
  window.shifts = [];
  const told = ({ value, sources }) => ({ value, moved: sources.map(({ node }) => node?.id || node?.className || node?.nodeName) });
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(told))).observe({ type: "layout-shift", buffered: true });
};

test("until the figure is live the sentence and the picture stand there, and nothing moves when it is", async () => {
  for (const [width, height] of [[390, 664], [820, 1180], [1280, 800]]) {
    holds = true;
    const page = await open(browser, server.address, { width, height, before: watchShifts });
    await page.waitForFunction(() => document.querySelector("#picture img").naturalWidth > 0 && document.fonts.status === "loaded");
    const { sentence, drawn } = await shown(page);
    assert.match(sentence, opens);
    assert.ok(drawn);
    await page.evaluate(() => (window.shifts = []));
    holds = false;
    release();
    await ready(page);
    assert.equal((await shown(page)).drawn, false, "the picture lies over the live figure");
    assert.deepEqual(await page.evaluate(() => window.shifts), [], `${width} × ${height}`);
    await page.browserContext().close();
  }
});

test("a link that opens another state shows no picture of the state that it is not", async () => {
  holds = true;
  const page = await open(browser, server.address, { hash: "#1as-amended" });
  await page.waitForFunction(() => document.getElementById("lab").dataset.link === "");
  const { sentence, drawn } = await shown(page);
  assert.deepEqual([sentence, drawn], ["", false]);
  holds = false;
  release();
  await ready(page);
  assert.equal((await describe(page)).contract, "as-amended");
  await page.browserContext().close();
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
    const page = await openLab(browser, server.address, { dark, hash: "#1as-amended~dg4" });
    const printed = sheets(await page.pdf({ format: "A4" }));
    notBlank(printed);
    const [first] = printed;
    assert.ok(first.shapes > 60 && first.letters > 700, `the first sheet has ${first.shapes} shapes and ${first.letters} letters`);
    const svg = await page.$eval("#picture svg", (drawn) => drawn.textContent);
    assert.ok(svg.includes((await describe(page)).sentence), "the picture is of another state");
    assert.equal(await page.$eval("#picture", (picture) => picture.checkVisibility()), false, "the picture stays on the screen");
    await page.browserContext().close();
  }
});

test("printed without script, the page has the picture of the deal as it opens, its sentence and all ten points", async () => {
  const page = await open(browser, "about:blank");
  await page.setJavaScriptEnabled(false);
  await page.goto(server.address, { waitUntil: "load" });
  const printed = sheets(await page.pdf({ format: "A4", waitForFonts: false }));
  notBlank(printed);
  assert.ok(printed[0].shapes > 30, `${printed[0].shapes} shapes on the first sheet`);
  await page.browserContext().close();
});
