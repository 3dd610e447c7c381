// A slider dragged by a real pointer: how long a drag takes, how long after a pointer event its frame is drawn, what script
// costs a frame, and where the rest of the time goes. The same for the lab and for what it is measured beside.

const warmUps = 5;

/** In the page, before its scripts: remembers how long after its event a frame was drawn, graphics included. */
export function watchDraws() {
  const request = window.requestAnimationFrame.bind(window);
  let event = 0;
  let context;
  const make = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (...wanted) {
    const made = make.apply(this, wanted);
    if (wanted[0] === "webgl2") context = made;
    return made;
  };
  // A pixel that is read back has been drawn: the graphics process is through with the frame.
  const finish = () => {
    context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(4));
    const passed = performance.now() - event;
    event = 0;
    window.drawn(passed);
  };
  window.requestAnimationFrame = (act) =>
    request((time) => {
      act(time);
      if (event && window.drawn) finish();
    });
  const remember = (move) => (event ||= window.drawn ? move.timeStamp : 0);
  for (const kind of ["pointermove", "mousemove"]) window.addEventListener(kind, remember, { capture: true });
}

async function press(page, slider) {
  await page.mouse.move(slider.left + 20, slider.y);
  await page.mouse.down();
  await page.mouse.move(slider.left + 24, slider.y);
}

/** Milliseconds from pointer event to drawn frame, each of `count` moves waited for. */
export async function latencies(page, slider, count) {
  await press(page, slider);
  const times = [];
  const width = slider.right - slider.left - 40;
  for (let turn = 0; turn < warmUps + count; turn++) {
    await page.evaluate(() => {
      window.passed = new Promise((resolve) => (window.drawn = (time) => (delete window.drawn, resolve(time))));
    });
    await page.mouse.move(slider.left + 20 + ((turn * 37) % width), slider.y);
    times.push(await page.evaluate(() => window.passed));
  }
  await page.mouse.up();
  return times.slice(warmUps);
}

/** Seconds that 120 moves take, one after the other, as fast as the browser takes them. */
export async function dragSeconds(page, slider) {
  await press(page, slider);
  const start = performance.now();
  await page.mouse.move(slider.right - 20, slider.y, { steps: 120 });
  const passed = performance.now() - start;
  await page.mouse.up();
  return passed / 1000;
}
