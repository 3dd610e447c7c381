// The page and the example article in WebKitGTK, driven over WebDriver's own HTTP in a virtual display.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { simulate } from "./helper.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const sirv = createRequire(require.resolve("sirv-cli/package.json"))("sirv");
const dist = process.env.FIRST_REFUSAL_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
const libraries = "/usr/lib/x86_64-linux-gnu";
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const started = [];
let server;
let address;
let driver;
let session;

async function call(method, path, body) {
  const answer = await fetch(`${driver}${path}`, { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${value?.error}: ${value?.message}`);
  return value;
}
const go = (url) => call("POST", `/session/${session}/url`, { url });
const evaluate = (script) => call("POST", `/session/${session}/execute/sync`, { script: `return (${script})`, args: [] });
async function until(script, ms = 30_000) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await evaluate(script)) return;
    await sleep(100);
  }
  assert.fail(`this did not come true: ${script}`);
}
async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
function start(command, args, environment = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...environment }, stdio: "ignore" });
  started.push(child);
  return child;
}

before(async () => {
  const browser = readdirSync(libraries).filter((name) => /^webkit2?gtk-/.test(name)).map((name) => `${libraries}/${name}/MiniBrowser`)[0];
  assert.ok(browser, "WebKitGTK is missing: run the tests in the box");
  const files = sirv(dist, { setHeaders: (response) => response.setHeader("Access-Control-Allow-Origin", "*") });
  server = createServer((request, response) => files(request, response, () => (response.writeHead(404), response.end())));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${server.address().port}/`;
  const display = `:${100 + (process.pid % 400)}`;
  start("Xvfb", [display, "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
  const port = await freePort();
  await sleep(1_000);
  start("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], { DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", GDK_BACKEND: "x11" });
  driver = `http://127.0.0.1:${port}`;
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } } };
  for (let attempt = 0; session === undefined; attempt += 1) {
    try {
      session = (await call("POST", "/session", { capabilities })).sessionId;
    } catch (error) {
      if (attempt === 20) throw error;
      await sleep(250);
    }
  }
});
after(async () => {
  if (session) await call("DELETE", `/session/${session}`).catch(() => undefined);
  for (const child of started.reverse()) child.kill();
  server?.closeAllConnections();
  server?.close();
});

test("the page's view in text and controls gives the command line's numbers", async () => {
  await go(address);
  await until("window.firstRefusal && window.firstRefusal.describe()");
  await evaluate('document.getElementById("twin").hidden && document.getElementById("twin-toggle").click()');
  await until('document.querySelector("#twin table tbody tr") && document.querySelector("#twin svg")');
  assert.deepEqual(await evaluate('window.firstRefusal.set("demand.growth", 4)'), { ok: true });
  const state = await evaluate("window.firstRefusal.describe()");
  assert.equal(state.fingerprint, simulate(state).fingerprint);
  await until(`document.querySelector('#twin .lever[data-key="demand.growth"] input').value === "4"`);
});

test("the example article responds in a sandboxed frame", async () => {
  await go(`${address}article.html`);
  await until('document.querySelector("fr-number[role=slider]")');
  await evaluate('document.getElementById("deal").set("demand.growth", 2.5)');
  await until('document.getElementById("deal").summary.inputs["demand.growth"] === 2.5');
  const state = await evaluate('document.getElementById("deal").summary');
  assert.equal(state.fingerprint, simulate(state).fingerprint);
  assert.match(await evaluate('document.querySelector("fr-number").textContent'), /^2\.5/);
});
