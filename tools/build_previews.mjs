#!/usr/bin/env node
// Runs in the box: what the preview of a link shows, a PNG of 1200 × 630 for each deal, into build/generated/previews:
// the deal's sentence beside its picture, set in the page's own fonts by the box's Chromium, which asks no network.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const whole = `${project}build/generated/previews`;
const folder = `${whole}.part`; // renamed when whole
const drawnWidth = 500;
const shownWidth = 740;
const fonts = [
  ["Newsreader", 600, "serif_semibold"],
  ["Source Sans 3", 400, "sans_regular"],
  ["Source Sans 3", 600, "sans_semibold"],
].map(([family, weight, file]) => ({ family, weight, bytes: readFileSync(`${project}build/web/fonts/${file}.ttf`) }));

function stamp() {
  const hash = createHash("sha256");
  for (const path of ["build/generated/posters/stamp", "tools/build_previews.mjs"]) hash.update(readFileSync(project + path));
  for (const { bytes } of fonts) hash.update(bytes);
  return hash.digest("hex");
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const face = ({ family, weight, bytes }) =>
  `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/ttf;base64,${bytes.toString("base64")})}`;

function page(deal, sentence, svg) {
  return `<!doctype html><meta charset="utf-8"><style>${fonts.map(face).join("")}
    body{margin:0;width:1200px;height:630px;box-sizing:border-box;padding:44px 40px 40px 48px;display:grid;
      grid-template-columns:1fr ${shownWidth}px;gap:32px;background:#fbf9f4;color:#1c1b19;font:400 21px/1.3 "Source Sans 3"}
    div{display:flex;flex-direction:column;border-top:3px solid;padding-top:14px}
    b{font-weight:600}
    p{margin:20px 0 auto;font:600 29px/1.24 Newsreader}
    small{font-size:19px;color:#6b665c}
    svg{display:block;width:${shownWidth}px;height:auto;align-self:center}</style>
    <div><b>First Refusal</b><span>${escaped(deal)}</span><p>${escaped(sentence)}</p><small>A model, not a forecast</small></div>${svg}`;
}

const wanted = stamp();
if (existsSync(`${whole}/stamp`) && readFileSync(`${whole}/stamp`, "utf8") === wanted) process.exit(0);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const puppeteer = createRequire(`${project}web/package.json`)("puppeteer-core");
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND", "--font-render-hinting=none"],
});
try {
  const sheet = await browser.newPage();
  await sheet.setViewport({ width: 1200, height: 630 });
  for (const id of readdirSync(`${project}assets/contracts`).map((name) => name.replace(/\.json$/, ""))) {
    const { title } = JSON.parse(readFileSync(`${project}assets/contracts/${id}.json`, "utf8"));
    const { sentence } = JSON.parse(readFileSync(`${project}build/generated/posters/${id}.json`, "utf8"));
    const picture = ["poster", "--contract", id, "--width", String(drawnWidth), "--no-sentence", "--no-clauses"];
    const svg = execFileSync(`${project}build/native/pact`, picture, { encoding: "utf8" });
    await sheet.setContent(page(title, sentence, svg.slice(svg.indexOf("<svg"))));
    await sheet.evaluate(() => document.fonts.ready);
    const fits = await sheet.evaluate(() => document.documentElement.scrollHeight <= 630 && document.documentElement.scrollWidth <= 1200);
    if (!fits) throw new Error(`the preview of ${id} does not fit its frame`);
    await sheet.screenshot({ path: `${folder}/${id}.png` });
  }
} finally {
  await browser.close();
}
writeFileSync(`${folder}/stamp`, wanted);
rmSync(whole, { recursive: true, force: true });
renameSync(folder, whole);
