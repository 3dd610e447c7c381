// Takes the pictures in docs/ that the page is judged by, from the built page: the untouched lab at two widths and in
// two themes, a contract with mistakes, a comparison, and the dialog for articles.
// In the box, after ./run --build-only: node tools/pictures.mjs [NAME…]
import { mkdirSync, statSync, writeFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { canvasBox, launch, nextFrames, openLab, rest, serve } from "../tests/browser/helper.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const docs = join(project, "docs");
const largest = 1_300_000; // bytes of a picture
const margin = 16; // CSS pixels below the lab

/** From the top of the page to the foot of the lab, as one picture. */
async function wholeLab(page, path) {
  await settled(page);
  const { width } = page.viewport();
  const { top, height } = await canvasBox(page);
  const density = page.viewport().deviceScaleFactor;
  await page.setViewport({ ...page.viewport(), width, height: Math.ceil(top + height + margin), deviceScaleFactor: density });
  await settled(page);
  await page.screenshot({ path });
}

async function settled(page) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => !window.firstRefusal.describe().busy, { timeout: 60_000 });
  await nextFrames(page);
  await rest(page);
}

async function press(page, x, y) {
  await page.mouse.click(x, y);
  await nextFrames(page);
  await rest(page);
}

async function dropFile(page, name, text) {
  const folder = mkdtempSync(join(tmpdir(), "first-refusal-"));
  writeFileSync(join(folder, name), text);
  const client = await page.createCDPSession();
  const data = { items: [], files: [join(folder, name)], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await client.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
  await page.waitForFunction(() => window.firstRefusal.describe().refused);
  rmSync(folder, { recursive: true });
}

async function showMistakes(page, path) {
  const contract = JSON.parse(readFileSync(join(project, "assets/contracts/as-amended.json"), "utf8"));
  contract.presets = { "demand.grwoth": 4 };
  contract.horizon = "2040-01";
  contract.clauses[1].grade = "rumour";
  contract.clauses[2].until = "2019-01";
  for (const clause of contract.clauses.slice(3, 8)) clause.sources = ["Z99"];
  await dropFile(page, "deal-of-my-own.json", JSON.stringify(contract));
  await settled(page);
  await page.screenshot({ path });
}

// The heading "Compare" is the one under which a box keeps the state.
async function showComparison(page, path) {
  const box = await canvasBox(page);
  for (let y = box.top + box.height - 38; y > box.top + box.height / 2; y -= 52) {
    await press(page, box.left + 40, y);
    await press(page, box.left + 10, y + 42);
    if (await page.evaluate(() => window.firstRefusal.describe().pinned)) {
      await page.evaluate(() => {
        window.firstRefusal.set("demand.growth", 2);
        window.firstRefusal.set("azure.offer", 2);
      });
      await page.mouse.move(5, 5);
      return wholeLab(page, path);
    }
    await press(page, box.left + 40, y);
  }
  throw new Error("no heading keeps a state to compare with");
}

async function showDialog(page, path) {
  await page.click("#embed-open");
  await page.waitForFunction(() => document.querySelector("#embed-dialog").open);
  await settled(page);
  await page.screenshot({ path });
}

const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844, density: 2, touch: true };
const pictures = [
  { name: "lab-1280-light.png", options: wide, take: wholeLab },
  { name: "lab-1280-dark.png", options: { ...wide, dark: true }, take: wholeLab },
  { name: "lab-390-light.png", options: narrow, take: wholeLab },
  { name: "lab-390-dark.png", options: { ...narrow, dark: true }, take: wholeLab },
  { name: "own-contract-errors.png", options: wide, take: showMistakes },
  { name: "compare.png", options: { ...wide, height: 2600 }, take: showComparison },
  { name: "embed-dialog.png", options: wide, take: showDialog },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !pictures.some((picture) => picture.name === name));
if (unknown.length > 0) {
  console.error(`error: there is no picture ${unknown.join(", ")}; there are ${pictures.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const server = await serve();
const browser = await launch();
try {
  mkdirSync(docs, { recursive: true });
  for (const { name, options, take } of pictures) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const page = await openLab(browser, server.address, options);
    const path = join(docs, name);
    await take(page, path);
    await page.close();
    const { size } = statSync(path);
    console.log(`${name} ${Math.round(size / 1000)} kB`);
    if (size > largest) throw new Error(`${name} is larger than ${largest / 1000} kB`);
  }
} finally {
  await browser.close();
  await server.close();
}
