// Chromium, Firefox and WebKitGTK behind one way to drive them: real pointer and keys, and what a reader may have set.
// Chromium and Firefox by puppeteer, WebKitGTK over WebDriver's own HTTP; the latter two in a virtual display, since
// neither has WebGL without one.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { chromiumFlags, slowMo } from "./helper.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const puppeteer = require("puppeteer-core");
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const patience = 90_000; // ms: on a busy machine a browser may take long, and a condition that comes true ends the wait

/**
 * A browser with one page. `wants` is what the reader has set: {dark, reducedMotion, forcedColours, moreContrast, noWasm, noWebgl}.
 * Positions are CSS pixels of the viewport; functions given to evaluate and until run in the page.
 */
class Driver {
  /** Fresh, also where only what follows # differs. */
  async goto(address) {
    await this.navigate("about:blank");
    await this.navigate(address);
  }
  /** What `test` gives must be data: an element is nothing in one browser and something in another. */
  async until(test, ...args) {
    const end = Date.now() + patience;
    for (;;) {
      const answer = await this.evaluate(test, ...args);
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`${this.name}: this did not come true: ${test} ${JSON.stringify(args)}`);
      await sleep(30);
    }
  }
  async click(x, y) {
    await this.move(x, y);
    await this.down();
    await this.up();
  }
  async drag(from, to, steps = 6) {
    await this.move(from.x, from.y);
    await this.down();
    for (let step = 1; step <= steps; step++)
      await this.move(from.x + ((to.x - from.x) * step) / steps, from.y + ((to.y - from.y) * step) / steps);
    await this.up();
  }
  /** The middle of an element, scrolled to where a pointer reaches it, once it has come to rest there. */
  async middle(selector) {
    await this.evaluate((wanted) => document.querySelector(wanted).scrollIntoView({ block: "center", behavior: "instant" }), selector);
    return this.until(async (wanted) => {
      const place = () => {
        const { left, top, width, height } = document.querySelector(wanted).getBoundingClientRect();
        return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
      };
      const before = place();
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const { x, y } = place();
      const isReached = document.querySelector(wanted).contains(document.elementFromPoint(x, y));
      if (!isReached) document.querySelector(wanted).scrollIntoView({ block: "center", behavior: "instant" });
      return before.x === x && before.y === y && isReached && { x, y };
    }, selector);
  }
  async clickOn(selector) {
    const { x, y } = await this.middle(selector);
    await this.click(x, y);
  }
}

class Puppet extends Driver {
  constructor(name, browser, page) {
    super();
    Object.assign(this, { name, browser, page });
    page.setDefaultTimeout(patience);
  }
  version = async () => (await this.browser.version()).replace(/^.*\//, "");
  navigate = (address) => this.page.goto(address, { timeout: patience });
  evaluate = (act, ...args) => this.page.evaluate(act, ...args);
  move = (x, y) => this.page.mouse.move(x, y);
  down = () => this.page.mouse.down();
  up = () => this.page.mouse.up();
  async press(key, times = 1) {
    for (let time = 0; time < times; time++) await this.page.keyboard.press(key);
  }
  async backTab() {
    await this.page.keyboard.down("Shift");
    await this.press("Tab");
    await this.page.keyboard.up("Shift");
  }
  type = (text) => this.page.keyboard.type(text);
  resize = (width, height) => this.page.setViewport({ width, height });
  screenshot = () => this.page.screenshot({ encoding: "base64" });
  async close() {
    await this.browser.close();
    this.display?.kill();
  }
}

async function chromium({ dark, reducedMotion, forcedColours, moreContrast, noWasm, noWebgl }) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium-headless-shell",
    headless: true,
    timeout: patience,
    slowMo,
    args: [
      ...chromiumFlags,
      ...(noWasm ? ["--js-flags=--jitless"] : []),
      ...(noWebgl ? ["--disable-3d-apis"] : []),
    ],
  });
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  const features = [
    { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
    { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "no-preference" },
    { name: "forced-colors", value: forcedColours ? "active" : "none" },
    { name: "prefers-contrast", value: moreContrast ? "more" : "no-preference" },
  ];
  await session.send("Emulation.setEmulatedMedia", { features });
  return new Puppet("Chromium", browser, page);
}

async function firefox({ dark, reducedMotion, forcedColours, moreContrast, noWasm, noWebgl }) {
  const display = await virtualDisplay();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: false,
    timeout: patience,
    slowMo,
    env: { ...process.env, DISPLAY: display.name, MOZ_ENABLE_WAYLAND: "0" },
    extraPrefsFirefox: {
      "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
      "ui.prefersReducedMotion": reducedMotion ? 1 : 0,
      "browser.display.document_color_use": forcedColours ? 2 : moreContrast ? 1 : 0, // 1: never the reader's own
      ...(moreContrast ? { "ui.useAccessibilityTheme": 1 } : {}),
      "javascript.options.wasm": !noWasm,
      "webgl.disabled": noWebgl === true,
      "accessibility.tabfocus": 7, // the Tab key reaches everything, as is usual but on a Mac
    },
  });
  const driver = new Puppet("Firefox", browser, await browser.newPage());
  driver.display = display;
  return driver;
}

const keyCodes = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Escape: "\uE00C",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

class Wire extends Driver {
  name = "WebKitGTK";
  async call(method, path, body) {
    const answer = await fetch(this.driver + path, {
      method,
      body: body && JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value?.error}: ${value?.message}`);
    return value;
  }
  async start(driver, browser, args) {
    this.driver = driver;
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary: browser, args: ["--automation", ...args] } } };
    for (const end = Date.now() + patience; this.session === undefined; )
      try {
        const { sessionId, capabilities: got } = await this.call("POST", "/session", { capabilities });
        this.session = `/session/${sessionId}`;
        this.told = got.browserVersion;
      } catch (error) {
        if (Date.now() > end) throw error;
        await sleep(200); // the driver is not listening yet
      }
  }
  version = async () => this.told;
  navigate = (url) => this.call("POST", `${this.session}/url`, { url });
  evaluate = (act, ...args) => this.call("POST", `${this.session}/execute/sync`, { script: `return (${act})(...arguments)`, args });
  perform = (id, type, actions) => this.call("POST", `${this.session}/actions`, { actions: [{ id, type, actions }] });
  keys = (actions) => this.perform("keys", "key", actions);
  move = (x, y) => this.perform("mouse", "pointer", [{ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 }]);
  down = () => this.perform("mouse", "pointer", [{ type: "pointerDown", button: 0 }]);
  up = () => this.perform("mouse", "pointer", [{ type: "pointerUp", button: 0 }]);
  strike = (values) => this.keys(values.flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]));
  backTab() {
    const [shift, tab] = [keyCodes.Shift, keyCodes.Tab].map((value) => ({ value }));
    return this.keys([{ type: "keyDown", ...shift }, { type: "keyDown", ...tab }, { type: "keyUp", ...tab }, { type: "keyUp", ...shift }]);
  }
  press = (key, times = 1) => this.strike(Array(times).fill(keyCodes[key] ?? key));
  type = (text) => this.strike([...text]);
  /** The window has bars of its own, and is never narrower than they are. */
  async resize(width, height) {
    const [wide, high] = await this.evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    await this.call("POST", `${this.session}/window/rect`, { x: 0, y: 0, width: width + wide, height: height + high });
  }
  screenshot = () => this.call("GET", `${this.session}/screenshot`);
  async close() {
    if (this.session) await this.call("DELETE", this.session).catch(() => undefined); // it may have gone already
    this.process.kill();
    this.display.kill();
    rmSync(this.settings, { recursive: true, force: true });
  }
}

async function webkit({ dark, reducedMotion, moreContrast, noWasm, noWebgl }) {
  const libraries = "/usr/lib/x86_64-linux-gnu";
  const folder = readdirSync(libraries).find((name) => /^webkit2?gtk-/.test(name));
  if (!folder) throw new Error("WebKitGTK is missing: run the tests in the box");
  const driver = new Wire();
  driver.display = await virtualDisplay();
  driver.settings = mkdtempSync(`${tmpdir()}/webkit-`);
  mkdirSync(`${driver.settings}/gtk-3.0`);
  writeFileSync(`${driver.settings}/gtk-3.0/settings.ini`, `[Settings]\ngtk-enable-animations=${reducedMotion ? 0 : 1}\n${moreContrast ? "gtk-theme-name=HighContrast\n" : ""}`);
  const port = await freePort();
  driver.process = spawn("WebKitWebDriver", [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: driver.display.name,
      GDK_BACKEND: "x11",
      XDG_CONFIG_HOME: driver.settings,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", // the box is the sandbox
      ...(noWasm ? { JSC_useWasm: "0" } : {}),
    },
  });
  await driver.start(`http://127.0.0.1:${port}`, `${libraries}/${folder}/MiniBrowser`, [
    ...(dark ? ["--dark-mode"] : []),
    ...(noWebgl ? ["--enable-webgl=false"] : []),
  ]);
  return driver;
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

// Xvfb chooses a free number and says which.
async function virtualDisplay() {
  const child = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1300x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise((resolve, reject) => {
    let told = "";
    child.once("error", reject);
    child.once("exit", () => reject(new Error("Xvfb did not start")));
    child.stdio[3].on("data", (data) => {
      told += data;
      if (told.includes("\n")) resolve(told.trim());
    });
  });
  return { name: `:${number}`, kill: () => child.kill() };
}

/** Each engine: its name as readers know it, and how to launch it. */
export const engines = [
  { name: "Chromium", launch: (wants = {}) => chromium(wants) },
  { name: "Firefox ESR", launch: (wants = {}) => firefox(wants) },
  { name: "WebKitGTK", launch: (wants = {}) => webkit(wants) },
];
