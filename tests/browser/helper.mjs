// What the browser tests share. A file begins with `const at = setUp()` (one Chromium and dist/ on a free loopback port, from
// its first test to its last) and asks it for pages: at.open, at.openLab, and at.article for another host's. A page has a
// context of its own, talks to nobody else and remembers everything it complained of.
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { after, afterEach, before, beforeEach } from "node:test";
import { fileURLToPath } from "node:url";
import { setHeaders } from "../../tools/headers.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const puppeteer = require("puppeteer-core");
const { PNG } = require("pngjs");
const sirv = createRequire(require.resolve("sirv-cli/package.json"))("sirv");

const project = fileURLToPath(new URL("../..", import.meta.url));
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell";
export const slowMo = Number(process.env.FIRST_REFUSAL_LATE ?? 0); // ms: run.mjs --late
const patience = 90_000; // ms: on a busy machine a page may take long, and a condition that comes true ends the wait
export const dist = process.env.FIRST_REFUSAL_DIST ?? `${project}dist`;
export const chromiumFlags = [
  "--no-sandbox", // the box is the sandbox; Chromium's own needs rights that it does not have there
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-sync",
  "--no-first-run",
  "--font-render-hinting=none", // letters stand where the font has them, as on a screen
];

/**
 * dist/ as ./run serves it, at its host's root or `under` a path, with its headers or without (`isShared`): {address, quiet(), close()}.
 * `pages` are more pages by their path, an HTML text or {body, sent} with headers; `gate` is awaited before anything is
 * answered, and may give the status of a refusal. Without `hasDist` there is nothing but the pages. `quiet` waits until all
 * is answered and nothing has been asked for half a second.
 */
export async function serve({ pages = new Map(), gate, hasDist = true, under = "/", isShared = true } = {}) {
  if (!existsSync(`${dist}/index.html`)) throw new Error("dist/ is missing: run ./run --build-only first");
  const files = sirv(dist, { brotli: true, gzip: true, etag: true, maxAge: 0 });
  let [open, changed] = [0, Date.now()];
  const count = (by) => void ((open += by), (changed = Date.now()));
  const quiet = async () => {
    const from = Date.now();
    while (open > 0 || Date.now() - Math.max(changed, from) < 500) await new Promise((wait) => setTimeout(wait, 50));
  };
  const server = createServer(async (request, response) => {
    count(1);
    response.once("close", () => count(-1));
    if (hasDist && isShared) setHeaders(response);
    response.statusCode = (await gate?.(request.url)) ?? 200;
    if (response.statusCode !== 200) return response.end();
    if (pages.has(request.url)) {
      const page = pages.get(request.url);
      const { body, sent = {} } = typeof page === "string" ? { body: page } : page;
      for (const [name, value] of Object.entries({ "content-type": "text/html; charset=utf-8", ...sent })) response.setHeader(name, value);
      return response.end(body);
    }
    const missing = () => {
      response.statusCode = request.url === "/favicon.ico" ? 204 : 404;
      response.end();
    };
    if (!hasDist || !request.url.startsWith(under)) return missing();
    request.url = request.url.slice(under.length - 1);
    files(request, response, missing);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${under}`,
    quiet,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

export const startChromium = (flags = []) => puppeteer.launch({ executablePath: chromium, args: [...chromiumFlags, ...flags], headless: true, slowMo });

/** The Chromium that all files of a run share (run.mjs), or one of its own: for a file that is run alone, and for flags. */
export async function launch(flags = []) {
  const shared = process.env.FIRST_REFUSAL_CHROMIUM;
  if (!shared || flags.length > 0) return startChromium(flags);
  const browser = await puppeteer.connect({ browserWSEndpoint: shared, defaultViewport: null, slowMo });
  const own = new Set(browser.browserContexts());
  browser.close = async () => {
    const opened = browser.browserContexts().filter((context) => !own.has(context));
    await Promise.all(opened.map((context) => context.close()));
    await browser.disconnect();
  };
  return browser;
}

/** What a slow network keeps back: a gate for serve(), `hold` what matches, `letGo` of that or of all, `held` so far. */
export function slowNetwork() {
  let holds;
  const slow = {
    held: [],
    gate: (url) => (holds?.test(url) ? new Promise((release) => slow.held.push({ url, release })) : undefined),
    hold: (pattern) => (holds = pattern),
    letGo(kind, stillHolds) {
      holds = stillHolds;
      const isOf = ({ url }) => !kind || kind.test(url);
      slow.held.filter(isOf).forEach(({ release }) => release());
      slow.held = slow.held.filter((one) => !isOf(one));
    },
  };
  return slow;
}

/**
 * Called once at the top of a test file: `flags` are the browser's, `first` is done once it is there, the rest as for
 * serve(). A file that drives several engines has no browser here (`hasBrowser`). What a test opens is closed at its end.
 */
export function setUp({ flags, first, hasBrowser = true, ...served } = {}) {
  const at = {
    pages: new Map(), // of another host
    open: (path = "", options = {}) => open(at.browser, at.address + path, options),
    openLab: (options) => openLab(at.browser, at.address, options),
    publish: (body, options) => publish(at, body, options),
    article: (body, options) => article(at, body, options),
  };
  let figures, articles;
  before(async () => {
    [figures, articles] = await Promise.all([serve(served), serve({ pages: at.pages, hasDist: false })]);
    Object.assign(at, { quiet: figures.quiet, address: figures.address, publisher: articles.address });
    if (hasBrowser) at.browser = await launch(flags);
    await first?.();
  });
  let kept; // pages that were there before a test
  const contexts = () => at.browser?.browserContexts() ?? [];
  beforeEach(() => void (kept = new Set(contexts())));
  afterEach(() => Promise.all(contexts().filter((one) => !kept.has(one)).map((one) => one.close())));
  after(async () => {
    await at.browser?.close();
    await Promise.all([figures, articles].map((server) => server?.close()));
  });
  return at;
}

/** The HTML of a publisher's page, on another host than the figure; `heard` there gathers all that its frames say. */
function articleHtml(address, body, { script = true, head = "" } = {}) {
  const heard = `window.heard = []; addEventListener("message", (e) => heard.push({ origin: e.origin, ...e.data }))`;
  const ours = script ? `<script type="module" src="${address}embed.js"></script>` : "";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title><script>${heard}</script>${head}${ours}<h1>An article</h1>${body}`;
}

/** Puts an article, and `files` beside it, on the publisher's host: its address. */
function publish(at, body, { script, head, sent, files = {} } = {}) {
  const folder = `${at.pages.size}/`;
  at.pages.set(`/${folder}`, { body: articleHtml(at.address, body, { script, head }), sent });
  for (const [name, text] of Object.entries(files)) at.pages.set(`/${folder}${name}`, { body: text, sent: { "content-type": "image/svg+xml" } });
  return at.publisher + folder;
}

const article = (at, body, { width = 800, height = 900, isScripted, before, ...written } = {}) =>
  open(at.browser, publish(at, body, written), { width, height, isScripted, before, friends: [at.address] });

/**
 * A new page of `browser` at `width` × `height` CSS pixels. `page.complaints` collects console errors and warnings,
 * uncaught errors, failed requests and requests to other hosts; expected ones are the caller's business.
 * Without `isScripted` the page runs no script of its own; `until` is the event of its loading that is waited for.
 */
export async function open(browser, address, { width = 1280, height = 800, density = 1, touch = false, dark = false, hash = "", features = [], before, friends = [], isScripted = true, until = "load" } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.complaints = [];
  page.on("console", (line) => {
    if (["error", "warn"].includes(line.type())) page.complaints.push(`console: ${line.text()}`);
  });
  page.on("pageerror", (error) => page.complaints.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // A picture for which the page itself has chosen another, such as that of another theme.
    if (request.resourceType() !== "image" || why !== "net::ERR_ABORTED") page.complaints.push(`failed: ${request.url()} ${why}`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    const isKnown = [address, ...friends].some((one) => new URL(one).origin === origin);
    if (protocol !== "data:" && !isKnown) page.complaints.push(`foreign: ${request.url()}`);
  });
  await page.setViewport({ width, height, deviceScaleFactor: density, hasTouch: touch, isMobile: touch });
  const scheme = { name: "prefers-color-scheme", value: dark ? "dark" : "light" };
  if (features.length === 0) await page.emulateMediaFeatures([scheme]);
  else {
    // puppeteer's own call knows no forced colours; these stay as long as the page.
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", { features: [scheme, ...features] });
  }
  await page.evaluateOnNewDocument(countFrames);
  await page.evaluateOnNewDocument(withoutWorker);
  if (before) await page.evaluateOnNewDocument(before);
  if (!isScripted) await page.setJavaScriptEnabled(false);
  await page.goto(address + hash, { waitUntil: until });
  return page;
}

// As in a browser that has none: what is fetched when is to be seen, and offline.test.mjs tests the worker.
function withoutWorker() {
  delete Navigator.prototype.serviceWorker;
}

// In the page, before its scripts: how many animation frames are asked for and not yet run.
function countFrames() {
  const pending = new Set();
  const request = window.requestAnimationFrame.bind(window);
  const cancel = window.cancelAnimationFrame.bind(window);
  window.requestAnimationFrame = (act) => {
    const id = request((time) => {
      pending.delete(id);
      act(time);
    });
    pending.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    pending.delete(id);
    cancel(id);
  };
  window.pendingFrames = () => pending.size;
}

/** A page whose lab has drawn and come to rest. */
export async function openLab(browser, address, options) {
  const page = await open(browser, address, options);
  await ready(page);
  return page;
}

export async function ready(page) {
  await page.waitForFunction(() => window.firstRefusal?.describe() && performance.getEntriesByName("lab-drawn").length > 0);
  await rest(page);
}

/** Waits until the lab's animation loop has stopped. */
export async function rest(page) {
  await page.waitForFunction(() => window.pendingFrames() === 0, { polling: 50 });
}

/** Waits until the lab has answered what was just done: it is drawn, what is worked out in the background too, and the loop has stopped. */
export async function settled(page) {
  await nextFrames(page);
  await page.waitForFunction(() => window.pendingFrames() === 0 && !window.firstRefusal.describe().busy, { polling: 50 });
}

/** Presses the mouse at a place of the viewport, then takes it off the canvas: done once the lab has answered. */
export async function pressAt(page, { x, y }) {
  await page.mouse.click(x, y);
  await page.mouse.move(2, 2);
  await settled(page);
}

export const describe = (page) => page.evaluate(() => window.firstRefusal.describe());

const pact = (...words) => JSON.parse(execFileSync(`${project}/build/native/pact`, [...words, "--format", "json"], { maxBuffer: 1 << 26 }));

/** What the command line says about the same state. */
export function simulate(state) {
  const values = Object.entries(state.inputs).flatMap(([key, value]) => ["--set", `${key}=${value}`]);
  return pact("simulate", "--contract", state.contract, ...values);
}

/** The table of the model's inputs, as the command line has it. */
export const inputs = () => pact("inputs");

/** Where the canvas lies in the viewport. */
export async function canvasBox(page) {
  return page.$eval("#canvas", (canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return { left, top, width, height };
  });
}

/** How the canvas lies: its box in the viewport, how much of it is seen at a time, and how far its panel is scrolled, of how far. */
export async function stageOf(page) {
  return page.$eval("#canvas", (canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const bar = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--bar"));
    const runway = canvas.parentElement.getBoundingClientRect();
    return { left, top, width, height, seen: height - bar, scrolled: Math.round(top - runway.top), beyond: runway.height - height };
  });
}

/**
 * Where words stand on the canvas, by the same lab drawn natively at the same size and scroll: `of(words, after)` is their
 * place in the viewport, of the first that come after others where there are several; `track(words, after)` the slider
 * below such a label, with its − and +. `panel` is in the canvas; `beyond`: how much of what it holds has no room in it.
 * `pressed` are words that have been pressed, in order: "WORDS" or "WORDS|AFTER". The page's mouse is not over the canvas.
 */
export async function places(page, pressed = []) {
  await settled(page); // the native lab knows all that is worked out in the background
  const [state, box] = [await describe(page), await stageOf(page)];
  const today = new Date().toISOString().slice(0, 7);
  const options = ["--places", "--page", "--width", box.width, "--height", box.seen, "--scrolled", box.scrolled, "--today", today, "--link", state.link];
  if (state.in_gw) options.push("--gw");
  for (const words of pressed) options.push("--press", words);
  const told = execFileSync(`${project}/build/native/offscreen`, options.map(String), { maxBuffer: 1 << 26 });
  const { words, panel, height, tracks } = JSON.parse(told);
  const find = (wanted, after) => {
    const from = after ? words.findIndex((one) => one.words === after) : 0;
    const found = words.slice(from).find((one) => one.words === wanted);
    if (from < 0 || !found) throw new Error(`nothing says “${wanted}”`);
    return found;
  };
  const inViewport = ({ left, right, top, bottom }) => ({
    left: box.left + left,
    right: box.left + right,
    x: box.left + (left + right) / 2,
    y: box.top + (top + bottom) / 2,
  });
  return {
    panel,
    beyond: Math.ceil(Math.max(0, height - (panel.bottom - panel.top))),
    words: words.map((one) => one.words),
    of: (wanted, after) => inViewport(find(wanted, after)),
    track(label, after) {
      const { left, top } = find(label, after);
      const below = tracks.filter((zone) => zone.top > top && zone.left >= left && zone.left - left < 100);
      if (below.length === 0) throw new Error(`“${label}” has no slider in view`);
      const zone = below.reduce((first, one) => (one.top < first.top ? one : first));
      const half = (zone.bottom - zone.top) / 2 + 2; // from the slider's end to the middle of a button
      const place = inViewport(zone);
      return { ...place, less: place.left - half, more: place.right + half };
    },
  };
}

/** The panel on a tab, at its top. */
export async function showTab(page, tab) {
  const { link } = await describe(page);
  await page.evaluate((hash) => (location.hash = hash), link.replace(/(@\w+)?\*/, tab === "story" ? "*" : `@${tab}*`));
  await page.waitForFunction((wanted) => window.firstRefusal.describe().tab === wanted, {}, tab);
  await settled(page);
}

/** Scrolls until words of the panel are in view, with what is just below them: where everything then is. */
export async function placesAround(page, wanted, { after, pressed } = {}) {
  const at = await places(page, pressed);
  const [{ y }, box] = [at.of(wanted, after), await canvasBox(page)];
  const from = box.top + at.panel.top;
  const to = Math.min(box.top + at.panel.bottom, page.viewport().height) - 90;
  const isOfStage = at.words.indexOf(wanted, after ? at.words.indexOf(after) : 0) < at.words.indexOf("Why");
  const by = isOfStage ? 0 : y > to ? y - to : Math.min(0, y - from - 30);
  if (by === 0) return at;
  await page.evaluate((css) => window.scrollBy(0, css), by);
  await settled(page);
  return places(page, pressed);
}

/** Scrolls until words of the panel are in view: where they then are. */
export async function bring(page, wanted, options = {}) {
  return (await placesAround(page, wanted, options)).of(wanted, options.after);
}

/** Presses one of the native controls, which are seen only while they have the focus. */
export const pressNative = (page, selector) => page.$eval(selector, (button) => button.click());

/** Moves the pointer down the canvas until the cursor says that a track can be dragged: its middle, in the viewport. */
export async function findSlider(page) {
  const box = await canvasBox(page);
  const step = 10;
  let top;
  for (let y = box.top + 4; y < Math.min(box.top + box.height, page.viewport().height); y += step) {
    await page.mouse.move(box.left + 60, y);
    await nextFrames(page);
    const isTrack = await page.$eval("#canvas", (canvas) => canvas.style.cursor === "ew-resize");
    if (isTrack) top ??= y;
    else if (top !== undefined && y - top >= 4 * step) return { left: box.left, y: (top + y - step) / 2 };
    else top = undefined;
  }
  throw new Error("no slider was found on the canvas");
}

/** Lets the page draw what has just been done. */
export const nextFrames = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** A part of the viewport as it is shown: {width, height, rgba}, in device pixels. */
export async function pixels(page, part) {
  const scrolled = await page.evaluate(() => window.scrollY);
  const clip = { ...part, y: part.y + scrolled }; // which is counted from the top of the page
  return decoded(await page.screenshot({ clip, captureBeyondViewport: false, optimizeForSpeed: true }));
}

/** The bytes of a PNG file as {width, height, rgba}. */
export function decoded(png) {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return { width, height, rgba: data };
}

/** How many of the colour values of two pictures differ by more than `tolerance`. */
export function differing(a, b, tolerance) {
  if (a.rgba.length !== b.rgba.length) throw new Error(`pictures of ${a.width} × ${a.height} and ${b.width} × ${b.height}`);
  let count = 0;
  for (let index = 0; index < a.rgba.length; index++) if (Math.abs(a.rgba[index] - b.rgba[index]) > tolerance) count++;
  return count;
}
