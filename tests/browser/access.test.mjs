// Readers who do not see the canvas: in every golden state axe finds nothing, what can be pressed is large enough, nothing
// is wider than the window, and the accessibility tree is the one in trees/. To accept new trees, and then to read them:
//   tools/box/enter --offline node tests/browser/access.test.mjs --refresh
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { setUp } from "./helper.mjs";
import { treeText } from "./tree.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const refreshes = process.argv.includes("--refresh");

const at = setUp();
before(async () => {
  mkdirSync(path("../../build/trees"), { recursive: true });
  if (refreshes) mkdirSync(path("trees"), { recursive: true });
});

// ---- the ways into a state

const lab = (options) => at.openLab(options);
const plain = (name, options) => at.open(name, { width: 800, height: 900, ...options });
const hasTwin = (page) => page.waitForFunction(() => document.querySelector("#twin:not([hidden]) table tbody tr") && document.querySelector("#twin svg"));

async function withTwin(options) {
  const page = await lab(options);
  await page.click("#twin-toggle");
  await hasTwin(page);
  return page;
}
async function withContract(id) {
  const page = await withTwin();
  await page.evaluate((wanted) => window.firstRefusal.pick(wanted), id);
  await page.waitForFunction(() => {
    const cards = [...document.querySelectorAll("#twin .clause")].map((card) => card.dataset.clause);
    return cards.join() === window.firstRefusal.describe().clauses.map((clause) => clause.id).join(); // they settle a moment later
  });
  return page;
}
async function withEdit() {
  const page = await withTwin();
  await page.click('#twin .clause[data-clause="first-refusal"] input');
  const said = '#twin .clause[data-clause="first-refusal"] .state';
  await page.waitForFunction((place) => /never been agreed/.test(document.querySelector(place).textContent), {}, said); // settles a moment later
  return page;
}
async function withErrors() {
  const page = await withTwin();
  const file = await page.$('#twin input[type="file"]');
  const contract = { ...JSON.parse(readFileSync(path("../../assets/contracts/january-2025.json"), "utf8")), title: 7, horizon: "soon" };
  writeFileSync(path("../../build/trees/wrong.json"), JSON.stringify(contract));
  await file.uploadFile(path("../../build/trees/wrong.json"));
  await page.waitForFunction(() => document.querySelectorAll("#twin .refusal li").length >= 2);
  return page;
}
async function inForcedColours() {
  const page = await at.open("", { features: [{ name: "forced-colors", value: "active" }] }); // draws no lab
  await hasTwin(page);
  return page;
}
async function without(what) {
  const page = await at.open("", { before: what });
  await page.waitForFunction(() => document.getElementById("lab").dataset.state === "failed");
  return page;
}
const noWasm = () => delete window.WebAssembly;
function noWebgl() {
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind === "webgl2" ? null : get.call(this, kind, ...rest);
  };
}
async function embed(query = "", options = {}) {
  const page = await plain(`embed.html${query}`, options);
  await page.waitForFunction(() => document.querySelector("#panel input") && document.querySelector("#picture svg"));
  return page;
}
async function article(name) {
  const page = await plain(name);
  await page.$eval("first-refusal", (figure) => figure.scrollIntoView());
  await page.waitForFunction(() => document.querySelector("first-refusal").summary && document.querySelector("fr-number[role=slider]"));
  return page;
}

// ---- the golden states: how to get there, and which parts of the tree are pinned under which name. States that differ
// only in how they look share a tree; on a narrow screen the story says that a bet follows, since it is below the fold, and a frame says
// a shorter sentence.

const figure = ["#consequence", "#controls", "#points-state", "#twin .clauses"];
const states = [
  { name: "untouched", open: () => lab(), tree: "untouched" },
  { name: "untouched, dark", open: () => lab({ dark: true }), tree: "untouched" },
  { name: "untouched on a phone", open: () => lab({ width: 390, height: 844, touch: true, density: 2 }), tree: "untouched-narrow" },
  { name: "untouched at 320 px", open: () => lab({ width: 320, height: 700 }), tree: "untouched-narrow" },
  { name: "twin open", open: () => withTwin(), tree: "twin", parts: ["#twin"] },
  { name: "twin open, dark", open: () => withTwin({ dark: true }), tree: "twin", parts: ["#twin"] },
  { name: "twin open at 320 px", open: () => withTwin({ width: 320, height: 700 }), tree: "twin", parts: ["#twin"] },
  { name: "twin open at 200 % zoom", open: () => withTwin({ width: 640, height: 400, density: 2 }), tree: "twin", parts: ["#twin"] },
  { name: "twin open in forced colours", open: inForcedColours, tree: "twin", parts: ["#twin"] },
  ...["as-amended", "exclusive-2023", "under-pressure", "clause-dropped"].map((id) => ({
    name: `contract ${id}`,
    open: () => withContract(id),
    tree: `contract-${id}`,
    parts: figure,
  })),
  { name: "a clause edited", open: withEdit, tree: "edited", parts: figure },
  { name: "a contract with errors", open: withErrors, tree: "errors", parts: ["#twin .files"] },
  { name: "no WebGL2", open: () => without(noWebgl), tree: "no-webgl", parts: ["#failure", "#consequence", "#controls"] },
  { name: "no WebAssembly", open: () => without(noWasm), tree: "no-wasm", parts: ["#failure", "#controls"] },
  { name: "embed", open: () => embed(), tree: "embed" },
  { name: "embed, dark at 320 px", open: () => embed("?theme=dark", { width: 320 }), tree: "embed-narrow" },
  { name: "embed as a panel", open: () => embed("?view=panel"), tree: "panel" },
  { name: "embed as a panel at 320 px", open: () => embed("?view=panel", { width: 320 }), tree: "panel-narrow" },
  { name: "article", open: () => article("article.html"), tree: "article" },
  { name: "publishers", open: () => article("publishers.html"), tree: "publishers" },
];

// What the page says of a state has arrived.
const isSettled = (page) =>
  page.waitForFunction(() => {
    const sentence = window.firstRefusal?.describe()?.sentence;
    const said = document.getElementById("consequence");
    const isTyping = document.fonts.status === "loading";
    const isSaid = !sentence || (said.textContent === sentence);
    return !isTyping && isSaid && document.getAnimations().length === 0;
  });

async function tooSmall(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, input, select, summary, textarea")]
      .filter((one) => one.checkVisibility() && !one.closest(".unseen") && !one.disabled)
      .map((one) => {
        const label = one.closest("label");
        const { width, height } = (label && ["checkbox", "radio"].includes(one.type) ? label : one).getBoundingClientRect();
        return { what: `${one.localName}#${one.id} ${one.textContent.slice(0, 30)}`, width, height };
      })
      .filter(({ width, height }) => width < 24 || height < 24),
  );
}

const violationsOf = (page) =>
  page.evaluate(async () => {
    const { violations, passes } = await window.axe.run(document, { iframes: false, rules: { "target-size": { enabled: true } } });
    return {
      passed: passes.length,
      violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target.join(" ")} ${html.slice(0, 120)}`).join("\n")}`),
    };
  });

const pinned = new Set(); // in this run
function assertTree(name, text) {
  const [is, was] = [path(`../../build/trees/${name}.txt`), path(`trees/${name}.txt`)];
  writeFileSync(is, text);
  if (refreshes && !pinned.has(name)) writeFileSync(was, text);
  pinned.add(name);
  const { status, stdout } = spawnSync("diff", ["-u", was, is], { encoding: "utf8" });
  assert.equal(status, 0, `the tree is not the one in ${was}; if it should be, see the top of this file\n${stdout}`);
}

for (const { name, open: arrive, tree, parts } of states)
  test(`${name}: axe finds nothing, targets are large enough, nothing is too wide, the tree is as pinned`, async () => {
    const page = await arrive();
    try {
      await isSettled(page);
      assertTree(tree, await treeText(page, parts));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, "it scrolls sideways");
      assert.deepEqual(await tooSmall(page), []);
      await page.evaluate(axe); // through the protocol: the page's own policy lets no script element in
      const { violations, passed } = await violationsOf(page);
      assert.ok(passed > 10, "axe has looked");
      assert.deepEqual(violations, []);
    } finally {
      await page.browserContext().close();
    }
  });

test("every tree that is pinned belongs to a state", () => {
  assert.deepEqual(
    readdirSync(path("trees")).sort(),
    [...new Set(states.map(({ tree }) => `${tree}.txt`))].sort(),
  );
});
