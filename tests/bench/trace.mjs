// Where a drag's time goes, by Chromium's own trace: script on the page's main thread, the graphics process (which fills
// pixels) and the compositor. Traced apart from what is timed, since tracing costs time too.
const categories = ["devtools.timeline", "toplevel", "disabled-by-default-devtools.timeline"];
const isScript = (name) => ["FireAnimationFrame", "EventDispatch", "TimerFire", "RunMicrotasks", "FunctionCall"].includes(name);
const kinds = { CrRendererMain: "main", CrGpuMain: "graphics", VizCompositorThread: "compositor" };

/** Runs `act` under the tracer: {wallMs, scripts (ms a frame), frames, busy: {main, graphics, compositor} in ms}. */
export async function traced(page, act) {
  await page.tracing.start({ categories });
  await act();
  const { traceEvents: events } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const threads = new Map(events.filter(({ name }) => name === "thread_name").map(({ pid, tid, args }) => [`${pid} ${tid}`, args.name]));
  const nameOf = ({ pid, tid }) => threads.get(`${pid} ${tid}`);
  const whole = events.filter(({ ph, dur }) => ph === "X" && dur !== undefined).sort((a, b) => a.ts - b.ts || b.dur - a.dur);

  const busy = { main: 0, graphics: 0, compositor: 0 };
  const spent = new Map(); // by thread: milliseconds, and when its last task ended
  for (const event of whole.filter(({ name }) => /RunTask$/.test(name))) {
    const kind = kinds[nameOf(event)];
    if (!kind) continue;
    const thread = `${event.pid} ${event.tid}`;
    const { millis = 0, end = 0 } = spent.get(thread) ?? {};
    if (event.ts < end) continue; // a task within a task
    spent.set(thread, { millis: millis + event.dur / 1000, end: event.ts + event.dur });
    busy[kind] = Math.max(busy[kind], spent.get(thread).millis); // of several pages the one that is dragged
  }

  const scripts = [];
  let [end, sinceFrame] = [0, 0];
  for (const { name, ts, dur } of whole.filter((event) => nameOf(event) === "CrRendererMain" && isScript(event.name))) {
    if (ts < end) continue;
    end = ts + dur;
    sinceFrame += dur / 1000;
    if (name !== "FireAnimationFrame") continue;
    scripts.push(sinceFrame);
    sinceFrame = 0;
  }
  return { wallMs: (whole.at(-1).ts - whole[0].ts) / 1000, scripts, frames: scripts.length, busy };
}
