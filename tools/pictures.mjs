// Takes the pictures in docs/ that the page is judged by, from the built page: one viewport each, in several sizes and both
// themes, while a lever of the panel is dragged; a contract with mistakes, a comparison, and the dialog for articles.
// In the box of the checks, after ./run --build-only and tools/build native offscreen: node tools/pictures.mjs [NAME…]
import { mkdirSync, statSync, writeFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, nextFrames, openLab, places, placesAround, rest, serve, showTab } from "../tests/browser/helper.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const docs = join(project, "docs");
const largest = 1_300_000; // bytes of a picture

async function showUntouched(page, path) {
  await settled(page);
  await page.screenshot({ path });
}

/** The hand is on a lever of the panel; the stage has answered. */
async function showDrag(page, path) {
  await showTab(page, "levers");
  const { left, right, y } = (await placesAround(page, "What Azure can offer")).track("What Azure can offer");
  await page.mouse.move(left + (right - left) * 0.2, y);
  await page.mouse.down();
  for (const share of [0.3, 0.4, 0.5, 0.6]) {
    await page.mouse.move(left + (right - left) * share, y);
    await nextFrames(page);
  }
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path });
  await page.mouse.up();
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

async function showComparison(page, path) {
  await showTab(page, "compare");
  const { x, y } = (await places(page)).of("Keep this state as A");
  await press(page, x, y);
  await page.evaluate(() => {
    window.firstRefusal.set("demand.growth", 2);
    window.firstRefusal.set("azure.offer", 2);
  });
  await page.mouse.move(5, 5);
  await settled(page);
  await page.screenshot({ path });
}

async function showDialog(page, path) {
  await page.$eval("#embed-open", (button) => button.click());
  await page.waitForFunction(() => document.querySelector("#embed-dialog").open);
  await settled(page);
  await page.screenshot({ path });
}

/** A chapter of the story whose first answers have been bet on, and what was told then. */
const showChapter = (number) => async (page, path) => {
  await page.evaluate((wanted) => window.firstRefusal.chapter(wanted), number);
  const inside = `[data-chapter="${number}"]`;
  await page.waitForFunction((place) => document.querySelector(place).checkVisibility(), {}, inside);
  await page.$$eval(`${inside} fieldset`, (all) => all.forEach((one) => one.querySelector("input").click()));
  await page.$eval(`${inside} .acts button`, (button) => button.click());
  await settled(page);
  await page.screenshot({ path });
};

/** The view in text with the focus on its first lever, after three keys. */
async function showFocus(page, path) {
  await page.$eval("#twin-toggle", (button) => button.click());
  await page.waitForFunction(() => document.querySelector("#twin .terms") && document.querySelector("#twin .pinned svg"));
  await page.focus('#twin .lever[data-key="demand.growth"] input');
  for (let key = 0; key < 3; key += 1) await page.keyboard.press("ArrowRight");
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => document.querySelector("#twin .pinned p").textContent.includes("×3.15"));
  await nextFrames(page);
  await page.screenshot({ path });
}

const wide = { width: 1280, height: 800 };
const sizes = [wide, { width: 390, height: 664, density: 3 }, { width: 820, height: 1180, density: 2 }, { width: 844, height: 390, density: 3 }];
const drags = sizes.flatMap((size) =>
  ["light", "dark"].map((theme) => ({ name: `lab-${size.width}-${theme}.png`, options: { ...size, dark: theme === "dark" }, take: showDrag })),
);
const story = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((number) =>
  [sizes[0], sizes[1]].map((size) => ({ name: `story/${number}-${size.width}.png`, options: size, take: showChapter(number) })),
);
const pictures = [
  ...drags,
  ...story,
  { name: "lab.png", options: wide, take: showUntouched },
  { name: "own-contract-errors.png", options: wide, take: showMistakes },
  { name: "compare.png", options: wide, take: showComparison },
  { name: "heard-320.png", options: { width: 320, height: 256 }, take: showFocus },
  { name: "heard-1366.png", options: { width: 1366, height: 768 }, take: showFocus },
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
  mkdirSync(join(docs, "story"), { recursive: true });
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
