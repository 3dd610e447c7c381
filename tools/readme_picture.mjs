// Takes the README's picture from the built page: a real screenshot of the untouched page, 1280 px wide and light.
// In the box, after ./run --build-only: node tools/readme_picture.mjs [FILE]
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(`${project}web/package.json`);
const puppeteer = require("puppeteer-core");
const sirv = require("sirv");
const file = process.argv[2] ?? `${project}docs/lab-1280-light.png`;

const server = createServer(sirv(`${project}dist`));
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const browser = await puppeteer.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking"],
});
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
  await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: "networkidle0" });
  await page.waitForFunction(() => document.querySelector(".lab")?.dataset.state === "ready");
  const height = await page.$eval("#canvas", (canvas) => Math.ceil(canvas.getBoundingClientRect().bottom + scrollY) + 16);
  await page.setViewport({ width: 1280, height });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file });
  console.log(file);
} finally {
  await browser.close();
  server.close();
}
