// The figure as text and native controls, on the page and in an article's frame: every input and clause, two ways, by
// keyboard alone. How it looks and sounds is in access.test.mjs, hostile words are in matrix.test.mjs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { describe, pressNative, setUp, simulate } from "./helper.mjs";

const pactPath = fileURLToPath(new URL("../../build/native/pact", import.meta.url));

const at = setUp();

async function openTwin(options) {
  const page = await at.openLab(options);
  await page.click("#twin-toggle");
  await page.waitForFunction(() => document.querySelector("#twin table tbody tr") && document.querySelector("#twin svg"));
  return page;
}

test("every input of the model has a native control with its range, unit, status and help", async () => {
  const page = await openTwin();
  const keys = await page.$$eval("#twin .lever", (all) => all.map((one) => one.dataset.key));
  assert.deepEqual(keys.toSorted(), Object.keys((await describe(page)).inputs).toSorted());
  const bare = await page.$$eval("#twin .lever", (all) =>
    all.filter((one) => !one.querySelector("label").textContent || !one.querySelector(".help b").textContent).length,
  );
  assert.equal(bare, 0);
});

test("a control changes the state as the command line has it, and a change elsewhere moves the control", async () => {
  const page = await openTwin();
  await page.$eval('#twin .lever[data-key="azure.offer"] input[type=range]', (range) => {
    range.value = "3";
    range.dispatchEvent(new Event("input", { bubbles: true }));
    range.dispatchEvent(new Event("change", { bubbles: true }));
  });
  const state = await describe(page);
  assert.equal(state.inputs["azure.offer"], 3);
  assert.equal(state.fingerprint, simulate(state).fingerprint);
  await page.evaluate(() => window.firstRefusal.set("azure.offer", 1.5));
  assert.equal(await page.$eval('#twin .lever[data-key="azure.offer"] input.exact', (it) => it.value), "1.5");
  await page.evaluate(() => window.firstRefusal.undo());
  assert.equal(await page.$eval('#twin .lever[data-key="azure.offer"] input[type=range]', (it) => it.value), "3");
});

test("an outcome is explained line by line, with what each line rests on, and another when it is asked for", async () => {
  const page = await openTwin();
  const steps = () => page.$$eval("#twin .why ol > li", (all) => all.map((one) => one.textContent));
  const first = await steps();
  assert.ok(first.length >= 3, first.join("\n"));
  await page.select("#twin .why select", "agi_trips");
  await page.waitForFunction((old) => document.querySelector("#twin .why ol").textContent !== old, {}, first.join(""));
  const { why } = await describe(page);
  assert.equal(why.outcome, "agi_trips");
  const now = await steps();
  assert.equal(now.length, why.steps.length);
  why.steps.forEach(({ says }, index) => assert.ok(now[index].startsWith(says), now[index]));
  const pact = JSON.parse(execFileSync(pactPath, ["why", "agi_trips", "--month", why.month, "--format", "json"], { encoding: "utf8" }));
  assert.deepEqual(why.steps.map(({ says }) => says), pact.steps.map(({ says }) => says));
  assert.deepEqual(page.complaints, []);
});

test("chances, ranges, tipping points, worths, other deals and the backtest are told in tables, with the command line's numbers", async () => {
  const page = await openTwin();
  assert.equal(await page.$$eval("#twin .tables table", (all) => all.length), 0, "worked out though nobody asked");
  await page.click("#twin .tables summary");
  await page.waitForSelector("#twin .tables table");
  const cells = () =>
    page.$$eval("#twin .tables .told", (all) =>
      Object.fromEntries(all.map((one) => [one.querySelector("h4").textContent, [...one.querySelectorAll("tbody tr")].map((row) => [...row.cells].map((cell) => cell.textContent))])),
    );
  const told = await cells();
  const { chances } = JSON.parse(execFileSync(pactPath, ["uncertainty", "--format", "json"], { encoding: "utf8", maxBuffer: 1 << 26 }));
  const breaks = told["How often it happens by December 2030"].find(([what]) => what === "demand alone breaks exclusivity");
  assert.equal(breaks[1], String(Math.round(chances.exclusivity_would_break_by_horizon * 1000)));
  const known = JSON.parse(execFileSync(pactPath, ["backtest", "--format", "json"], { encoding: "utf8" }));
  const rows = Object.entries(told).filter(([title]) => title.startsWith("Held against what is known"));
  assert.equal(rows.flatMap(([, ofClass]) => ofClass).length, known.rows.length);
  const worth = JSON.parse(execFileSync(pactPath, ["worth", "--format", "json"], { encoding: "utf8" }));
  assert.equal(told["What each clause is worth"].length, worth.length);
  assert.equal(Object.keys(told).filter((title) => title.endsWith("would change")).length, 4, "each other deal");
  await page.click("#twin .tables > label input");
  await page.evaluate(() => window.firstRefusal.set("demand.growth", 2));
  await page.waitForFunction(() => document.querySelector("#twin .tables").textContent.includes("A and B: what comes of it"));
  assert.deepEqual((await cells())["A and B: what you set"], [["Compute demand", "×3.0 a year", "×2.0 a year"]]);
  await page.evaluate(() => window.firstRefusal.undo());
  assert.deepEqual(page.complaints, []);
});

test("a disputed figure is a choice with both sources: taking a side sets what it says, and one step undoes it", async () => {
  const page = await openTwin();
  const sides = '#twin [data-dispute="run-rate"] input[type=radio]';
  const chosen = () => page.$$eval(sides, (all) => all.map((one) => one.checked));
  assert.deepEqual(await chosen(), [true, false]);
  const grounds = await page.$$eval('#twin [data-dispute="run-rate"] .ground', (all) => all.map((one) => one.textContent));
  assert.ok(grounds.some((text) => text.includes("D10")) && grounds.some((text) => text.includes("D9")), grounds.join("; "));
  await page.focus(sides);
  await page.keyboard.press("ArrowDown");
  const state = await describe(page);
  assert.equal(state.inputs["money.revenue-per-gw"], 13.5);
  assert.equal(state.disputes["run-rate"], 1);
  assert.equal(state.fingerprint, simulate(state).fingerprint);
  await page.evaluate(() => window.firstRefusal.undo());
  await page.waitForFunction((all) => document.querySelector(all).checked, {}, sides);
  assert.equal((await describe(page)).inputs["money.revenue-per-gw"], 10);
  await page.evaluate(() => window.firstRefusal.pick("exclusive-2023"));
  const questions = '#twin [data-dispute="what-microsoft-loses"] input';
  await page.waitForFunction((all) => document.querySelectorAll(all).length === 2, {}, questions); // it has no clause for the third
});

test("what describes compute demand says how far it is to the next flip, and its track is marked there", async () => {
  const page = await openTwin();
  const lever = '#twin .lever[data-key="demand.growth"]';
  await page.waitForFunction((one) => document.querySelector(`${one} .flips`).textContent.includes("exclusivity holds"), {}, lever);
  const told = await page.$eval(`${lever} input[type=range]`, (one) =>
    one.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent).join(" "));
  const lower = Number(/([\d.]+) lower: exclusivity holds/.exec(told)[1]);
  const breaks = async (growth) => {
    await page.evaluate((value) => window.firstRefusal.set("demand.growth", value), growth.toFixed(2));
    return (await describe(page)).headline.exclusivity_would_break;
  };
  const marks = await page.$$eval(`${lever} .flip`, (all) => all.map((one) => 1.2 + 3.8 * Number(one.style.getPropertyValue("--at"))));
  assert.ok(marks.some((at) => at > 3 - lower && at < 3 - lower + 0.05), `${marks} beside ${3 - lower}`);
  assert.equal(await breaks(3 - lower), null);
  assert.notEqual(await breaks(3 - lower + 0.05), null);
});

test("a clause can be struck from the deal and put back by its switches", async () => {
  const page = await openTwin();
  const before = (await describe(page)).fingerprint;
  const box = '#twin .clause[data-clause="first-refusal"] input';
  await page.click(box);
  const struck = await describe(page);
  assert.deepEqual(struck.edits, [{ clause: "first-refusal", kind: "never_agreed" }]);
  assert.notEqual(struck.fingerprint, before);
  await page.waitForFunction(() => document.querySelector('#twin .clause[data-clause="first-refusal"] .state').textContent.startsWith("Not part"));
  await page.click(box);
  assert.equal((await describe(page)).fingerprint, before);
});

test("by keyboard alone the view is opened, a slider moved and heard", async () => {
  const page = await at.openLab();
  await page.focus("#twin-toggle");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#twin .lever input[type=range]");
  await page.focus('#twin .lever[data-key="demand.growth"] input[type=range]');
  await page.keyboard.press("ArrowRight");
  assert.equal((await describe(page)).inputs["demand.growth"], 3.05);
  const heard = await page.$eval('#twin .lever[data-key="demand.growth"] input[type=range]', (it) => it.getAttribute("aria-valuetext"));
  assert.equal(heard, "3.05 times a year");
  for (let i = 0; i < 400; i += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("footer"))) return;
  }
  assert.fail("Tab does not leave the view");
});

const lever = (key, kind) => `#twin .lever[data-key="${key}"] input${kind === "text" ? ".exact" : `[type=${kind}]`}`;
async function type(page, selector, value) {
  await page.click(selector, { clickCount: 3 });
  await page.keyboard.type(value);
  await page.keyboard.press("Enter");
}

test("a typed value that is refused is marked for eyes and ears until another takes its place; two that are taken are two steps of undo", async () => {
  const page = await openTwin();
  const exact = lever("demand.growth", "text");
  await type(page, exact, "9");
  assert.equal(await page.$eval(exact, (it) => it.getAttribute("aria-invalid")), "true");
  assert.match(await page.$eval('#twin .lever[data-key="demand.growth"] .error', (it) => it.textContent), /from 1\.2 to 5/);
  await page.evaluate(() => window.firstRefusal.set("demand.growth", 2));
  await page.waitForFunction((it) => !document.querySelector(it).hasAttribute("aria-invalid"), {}, exact);
  await type(page, exact, "2.5");
  await type(page, exact, "3.5");
  assert.equal((await describe(page)).inputs["demand.growth"], 3.5);
  await page.evaluate(() => window.firstRefusal.undo());
  assert.equal((await describe(page)).inputs["demand.growth"], 2.5);
});

test("the month shown can be moved, says what is served then, and why", async () => {
  const page = await openTwin();
  await page.focus("#twin-month");
  await page.keyboard.press("End");
  assert.equal((await describe(page)).selected.month, "2035-12");
  assert.equal(await page.$eval("#twin-month", (it) => it.getAttribute("aria-valuetext")), "December 2035");
  const { stretches } = await describe(page);
  const expected = stretches.filter(({ from, until }) => from <= "2035-12" && "2035-12" <= until).map(({ says }) => says);
  const shown = await page.$$eval("#twin section", (all) => {
    const why = all.find((one) => one.querySelector("h3").textContent.startsWith("Why"));
    return [...why.querySelectorAll("ul > li")].map((item) => item.textContent);
  });
  assert.ok(expected.length > 0);
  assert.deepEqual(shown, expected);
});

test("in an article's frame the view has the deals, undo, redo and reset, two ways with the figure", async () => {
  const page = await at.open("embed.html?view=panel", { width: 640, height: 900 });
  await page.waitForSelector("#twin:not([hidden]) table tbody tr");
  const before = await page.$eval("#sentence", (it) => it.textContent);
  const marked = (id) => page.$eval(`#${id}`, (it) => it.getAttribute("aria-disabled"));
  assert.equal(await marked("undo"), "true");
  await page.select("#deal", "exclusive-2023");
  await page.waitForFunction((was) => document.getElementById("sentence").textContent !== was, {}, before);
  assert.equal(await marked("undo"), "false");
  await page.waitForFunction(() => /exclusive-2023/.test(document.getElementById("whole").href));
  await page.focus("#undo");
  await page.keyboard.press("Enter");
  await page.waitForFunction((was) => document.getElementById("sentence").textContent === was, {}, before);
  assert.equal(await page.$eval("#deal", (it) => it.value), "january-2025");
  assert.equal(await page.evaluate(() => document.activeElement.id), "undo", "the focus stays though nothing is left to undo");
  await page.focus("#redo");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("deal").value === "exclusive-2023");
  await pressNative(page, "#reset");
  await page.waitForFunction(() => document.getElementById("redo").getAttribute("aria-disabled") === "true");
});
