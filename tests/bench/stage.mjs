// The lab beside Dear ImGui's own SDL2 example, in one Chromium and one run: from pointer to drawn frame, a whole drag, what
// is filled, what script costs, what a first visit waits for and where the time goes. Makes tables; judges nothing.
import { findSlider, launch, open, openLab, serve } from "../browser/helper.mjs";
import { dragSeconds, latencies, watchDraws } from "./drag.mjs";
import { countFill, fillOfDrag } from "./fill.mjs";
import { visits } from "./load.mjs";
import { peerSlider, servePeer } from "./peer.mjs";
import { median, p95, quantile, table } from "./times.mjs";
import { traced } from "./trace.mjs";

const moves = 100;
const drags = 5;
const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 844, density: 3 };
const sizes = [wide, phone, { width: 820, height: 1180, density: 2 }, { width: 844, height: 390, density: 3 }, { width: 1920, height: 1080 }, { width: 320, height: 568, density: 2 }];

async function openSlider(browser, address, options) {
  const page = await openLab(browser, address, options);
  return { page, slider: await sliderOf(page), close: () => page.browserContext().close() };
}
async function sliderOf(page) {
  const { left, y } = await findSlider(page);
  const right = await page.$eval("#canvas", (canvas) => canvas.getBoundingClientRect().right);
  return { left: left + 40, right: Math.min(left + 500, right - 40), y };
}

async function openPeer(browser, address, options) {
  const page = await open(browser, address, options);
  await page.waitForFunction(() => document.getElementById("canvas").width > 1000, { polling: 100 });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500))); // its first frames
  return { page, slider: peerSlider, close: () => page.browserContext().close() };
}

/** All that is measured of a page that is dragged; `openWith` opens it anew, since one measure would disturb another. */
async function measure(openWith) {
  const fresh = async (before, act) => {
    const opened = await openWith(before);
    try {
      return await act(opened);
    } finally {
      await opened.close();
    }
  };
  const moved = await fresh(undefined, ({ page, slider }) => hasMoved(page, slider));
  if (!moved) throw new Error("the slider was not dragged");
  const latency = await fresh(watchDraws, ({ page, slider }) => latencies(page, slider, moves));
  const walls = await fresh(undefined, async ({ page, slider }) => {
    const seconds = [];
    for (let turn = 0; turn < drags; turn++) seconds.push(await dragSeconds(page, slider));
    return seconds;
  });
  const drag = await fresh(undefined, ({ page, slider }) => traced(page, () => dragSeconds(page, slider)));
  const idle = await fresh(undefined, async ({ page }) => traced(page, () => new Promise((resolve) => setTimeout(resolve, 3000))));
  const frames = await fresh(countFill, ({ page, slider }) => fillOfDrag(page, slider));
  return { latency, walls, drag, idle, fill: { filled: median(frames.map((one) => one.filled)), cleared: median(frames.map((one) => one.cleared)) } };
}

// A drag that misses its slider would be fast: what is shown around the slider has to change.
async function hasMoved(page, slider) {
  const clip = { x: slider.left, y: slider.y - 4, width: slider.right - slider.left, height: 8 };
  const look = () => page.screenshot({ clip, encoding: "base64", captureBeyondViewport: false });
  const before = await look();
  await dragSeconds(page, slider);
  return before !== (await look());
}

const ms = (time) => time.toFixed(1);
const ratio = (ours, theirs) => (ours / theirs).toFixed(2);
const million = (count) => (count / 1e6).toFixed(2);

/** The table of what must be shown, and the one of where the time goes. */
export async function stageTables() {
  const [site, peerSite, browser] = [await serve(), await servePeer(), await launch()];
  try {
    const theirs = await measure((before) => openPeer(browser, peerSite.address, { ...wide, before }));
    const ours = await measure((before) => openSlider(browser, site.address, { ...wide, before }));
    const small = await measure((before) => openSlider(browser, site.address, { ...phone, before }));
    const load = await loads(browser, site.address);
    const peerLoad = await loads(browser, peerSite.address);
    const sharp = await sharpness(browser, site.address);
    return [drawingTable({ ours, small, theirs }), loadTable(load, peerLoad), whereTable({ ours, small, theirs }), sharpTable(sharp)];
  } finally {
    await browser.close();
    await Promise.all([site.close(), peerSite.close()]);
  }
}

/** Of each size: what is drawn, in device pixels, and what it would take to be sharp. */
async function sharpness(browser, address) {
  const seen = [];
  for (const size of sizes) {
    const page = await openLab(browser, address, size);
    const drawn = await page.$eval("#canvas", (canvas) => {
      const { width, height } = canvas.getBoundingClientRect();
      return { pixels: canvas.width * canvas.height, sharp: width * height * devicePixelRatio ** 2, height };
    });
    seen.push({ size, ...drawn });
    await page.browserContext().close();
  }
  return seen;
}

async function loads(browser, address) {
  const near = await visits(browser, address, { count: 10 });
  const far = await visits(browser, address, { count: 3, isSlow: true });
  return { near, far };
}

function drawingTable({ ours, small, theirs }) {
  const both = (what, of, share, text) => {
    const [here, there, onPhone] = [ours, theirs, small].map((one) => quantile(of(one), share));
    return [what, text(here), text(there), ratio(here, there), text(onPhone)];
  };
  const seconds = (time) => time.toFixed(2);
  return table(
    ["drawing", "the lab, 1280 × 800", "Dear ImGui's example", "ratio", "the lab, 390 × 844 at 3"],
    [
      both("pointer → drawn frame, median ms", (one) => one.latency, 0.5, ms),
      both("pointer → drawn frame, p95 ms", (one) => one.latency, 0.95, ms),
      both("a drag of 120 moves, median s", (one) => one.walls, 0.5, seconds),
      both("script a frame of a drag, median ms", (one) => one.drag.scripts, 0.5, ms),
      both("script a frame of a drag, p95 ms", (one) => one.drag.scripts, 0.95, ms),
      both("device pixels filled a frame, millions", (one) => [one.fill.filled], 0.5, million),
      both("device pixels cleared a frame, millions", (one) => [one.fill.cleared], 0.5, million),
      ["frames in 3 s at rest", ours.idle.frames, theirs.idle.frames, "", small.idle.frames],
    ],
  );
}

function loadTable(ours, theirs) {
  const row = (what, of, text) => [what, text(of(ours)), text(of(theirs)), ratio(of(ours), of(theirs))];
  return table(
    ["a first visit", "the lab", "Dear ImGui's example", "ratio"],
    [
      row("first drawn, median ms", ({ near }) => median(near.drawn), ms),
      row("first drawn, p95 ms", ({ near }) => p95(near.drawn), ms),
      row("first drawn at 1.6 Mbit/s and 150 ms, median ms", ({ far }) => median(far.drawn), ms),
      row("kilobytes until then", ({ far }) => far.bytes / 1000, (kilobytes) => kilobytes.toFixed(0)),
    ],
  );
}

function whereTable(all) {
  const share = ({ drag }, kind) => `${((100 * drag.busy[kind]) / drag.wallMs).toFixed(0)} %`;
  const row = (what, kind) => [what, share(all.ours, kind), share(all.theirs, kind), share(all.small, kind)];
  return table(
    ["busy during a traced drag", "the lab, 1280 × 800", "Dear ImGui's example", "the lab, 390 × 844 at 3"],
    [row("the page's main thread", "main"), row("the graphics process", "graphics"), row("the compositor", "compositor")],
  );
}

function sharpTable(seen) {
  return table(
    ["the canvas at", "high, CSS pixels", "device pixels, millions", "÷ those it would take to be sharp"],
    seen.map(({ size: { width, height, density = 1 }, pixels, sharp, height: high }) => [
      `${width} × ${height} at ${density}`,
      Math.round(high),
      million(pixels),
      ratio(pixels, sharp),
    ]),
  );
}
