// How fast the lab is in Chromium with software graphics: from navigation to the first drawn figure, and from a pointer
// event on the slider to the drawn frame that shows it. Prints medians and 95th percentiles; times never fail anything.
import { findSlider, launch, open, openLab, rest, serve } from "../browser/helper.mjs";

const warmUps = 5;
const runs = 100;
const loads = 10;

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
function row(what, times, compared = "") {
  const sorted = [...times].sort((a, b) => a - b);
  console.log(`${what.padEnd(44)}${at(sorted, 0.5).toFixed(1).padStart(9)}${at(sorted, 0.95).toFixed(1).padStart(9)}  ${compared}`);
  return at(sorted, 0.5);
}

// In the page: the time from an event's own time stamp to the end of the animation frame that follows it (the script's
// part), and then until a pixel can be read back (the graphics have finished too).
function watchFrames() {
  const request = window.requestAnimationFrame.bind(window);
  const readBack = () => {
    const gl = document.querySelector("#canvas").getContext("webgl2");
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  };
  let event = 0;
  const finish = () => {
    if (!event || !window.times) return;
    const scripted = performance.now() - event;
    readBack();
    window.times.push([scripted, performance.now() - event]);
    event = 0;
  };
  window.addEventListener(
    "pointermove",
    (move) => {
      if (!window.times) return;
      event = move.timeStamp;
      if (window.isFloor) request(finish);
    },
    { capture: true },
  );
  window.requestAnimationFrame = (act) =>
    request((time) => {
      act(time);
      if (!window.isFloor) finish();
    });
}

async function move(page, count, place) {
  await page.evaluate(() => (window.times = []));
  for (let turn = 0; turn < count; turn++) {
    const { x, y } = place(turn);
    await page.mouse.move(x, y);
    await page.waitForFunction((wanted) => window.times.length > wanted, {}, turn);
  }
  const times = await page.evaluate(() => window.times);
  await page.evaluate(() => (window.times = undefined));
  return { scripted: times.slice(warmUps).map(([first]) => first), drawn: times.slice(warmUps).map(([, second]) => second) };
}

async function firstDraws(browser, address) {
  const times = [];
  for (let load = 0; load < loads; load++) {
    const page = await open(browser, address);
    await page.waitForFunction(() => performance.getEntriesByName("lab-drawn").length > 0);
    times.push(await page.evaluate(() => performance.getEntriesByName("lab-drawn")[0].startTime));
    await page.browserContext().close();
  }
  return times;
}

const server = await serve();
const browser = await launch();
try {
  console.log(`${"browser (Chromium, software graphics)".padEnd(44)}${"median".padStart(9)}${"p95".padStart(9)}  ms`);
  row(`navigation to first drawn figure, ${loads} loads`, await firstDraws(browser, server.address));

  const page = await openLab(browser, server.address, { before: watchFrames });
  const slider = await findSlider(page);
  await page.evaluate(() => (window.isFloor = true));
  const beside = (turn) => ({ x: slider.left + 300 + (turn % 2) * 40, y: 20 });
  const floor = row("pointer to an empty frame (the floor)", (await move(page, warmUps + runs, beside)).drawn);

  await page.evaluate(() => (window.isFloor = false));
  await page.mouse.move(slider.left + 60, slider.y);
  await page.mouse.down();
  const times = await move(page, warmUps + runs, (turn) => ({ x: slider.left + 120 + ((turn * 37) % 400), y: slider.y }));
  await page.mouse.up();
  row("pointer on the slider to the end of the script", times.scripted);
  const drawn = [...times.drawn].sort((a, b) => a - b);
  row("pointer on the slider to the drawn frame", times.drawn, `× ${(at(drawn, 0.5) / floor).toFixed(2)} of the floor`);
  await rest(page);
} finally {
  await browser.close();
  await server.close();
}
