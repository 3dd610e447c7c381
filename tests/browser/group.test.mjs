// One model in many places of an article: figures, numbers and steps of a group show one state, two groups stay apart, and
// words in the prose set it when a reader chooses them, never by scrolling.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setUp } from "./helper.mjs";

const asked = [];
const at = setUp({ gate: (url) => void asked.push(url) });

const figure = (id, attributes = "") => `<first-refusal id="${id}" controls="demand.growth" ${attributes}><div style="height:500px"><p>The sentence.</p></div></first-refusal>`;
const growth = (page, id) => page.evaluate((one) => document.getElementById(one).summary?.inputs["demand.growth"], id);
const isAt = (page, wanted, ...ids) =>
  page.waitForFunction((value, all) => all.every((id) => document.getElementById(id).summary?.inputs["demand.growth"] === value), { polling: 50 }, wanted, ids);
const isReady = (page, ...ids) => page.waitForFunction((all) => all.every((id) => document.getElementById(id).summary), { polling: 50 }, ids);
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));
const isCurrent = (page, id) => page.waitForFunction((one) => document.getElementById(one).ariaCurrent === "step", { polling: 50 }, id);

const grouped =
  `<p>Demand grows <fr-number id="number" group="a" input="demand.growth">3.0× a year</fr-number>;` +
  ` <fr-step id="two" group="a" set="demand.growth=2">if it only doubled</fr-step>, or under` +
  ` <fr-step id="later" group="a" contract="as-amended">the later terms</fr-step>.</p>` +
  figure("one", 'group="a"') + figure("other", 'group="a"');

test("what happens to one figure of a group the others follow, and its numbers in prose", async () => {
  const page = await at.article(grouped, { height: 1600 });
  await isReady(page, "one", "other");
  await page.evaluate(() => document.getElementById("other").set("demand.growth", 4));
  await isAt(page, 4, "one", "other");
  assert.equal(await page.$eval("#number", (it) => it.textContent), "4.0× a year");
  await page.evaluate(() => document.getElementById("one").pick("exclusive-2023"));
  await page.waitForFunction(() => document.getElementById("other").summary.contract === "exclusive-2023");
  const links = await page.evaluate(() => ["one", "other"].map((id) => document.getElementById(id).summary.link));
  assert.equal(links[0], links[1]);
});

test("a slider in the hand of a reader moves its whole group, and that is one step of undo in each figure", async () => {
  const page = await at.article(grouped, { height: 1600 });
  await isReady(page, "one", "other");
  const place = await (await page.$("#number")).boundingBox();
  await page.mouse.move(place.x + 10, place.y + 8);
  await page.mouse.down();
  for (let step = 1; step <= 10; step++) await page.mouse.move(place.x + 10 + 6 * step, place.y + 8);
  await page.mouse.up();
  await page.waitForFunction(() => document.getElementById("one").summary.inputs["demand.growth"] > 3);
  const reached = await growth(page, "one");
  await isAt(page, reached, "other");
  await settled();
  await page.evaluate(() => document.getElementById("other").undo());
  await isAt(page, 3, "one", "other");
  assert.equal(await page.evaluate(() => document.getElementById("other").summary.can_undo), false);
});

test("two groups on a page, and a figure of none, stay apart", async () => {
  const page = await at.article(figure("a1", 'group="a"') + figure("a2", 'group="a"') + figure("b1", 'group="b"') + figure("b2", 'group="b"') + figure("alone"), { height: 4200 });
  await isReady(page, "a1", "a2", "b1", "b2", "alone");
  await page.evaluate(() => document.getElementById("a1").set("demand.growth", 4));
  await page.evaluate(() => document.getElementById("b2").set("demand.growth", 2));
  await isAt(page, 4, "a1", "a2");
  await isAt(page, 2, "b1", "b2");
  await settled();
  assert.deepEqual(await Promise.all(["a1", "a2", "b1", "b2", "alone"].map((id) => growth(page, id))), [4, 4, 2, 2, 3]);
});

test("a figure that is reached later, and one that is put in or moved, opens with its group's state", async () => {
  const page = await at.article(`${figure("one", 'group="a"')}<p style="height:6000px">…</p>${figure("late", 'group="a"')}`);
  await isReady(page, "one");
  await page.evaluate(() => document.getElementById("one").set("demand.growth", 4));
  await isAt(page, 4, "one");
  await page.evaluate(() => document.getElementById("late").scrollIntoView());
  await isAt(page, 4, "late");
  await page.evaluate(() => {
    const fresh = document.getElementById("late").cloneNode(true);
    fresh.id = "fresh";
    document.body.append(fresh);
    fresh.scrollIntoView();
  });
  await isAt(page, 4, "fresh");
  await page.evaluate(() => {
    const moved = document.getElementById("one");
    document.body.append(moved);
    moved.scrollIntoView();
  });
  await isAt(page, 4, "one");
  await page.evaluate(() => document.getElementById("one").set("demand.growth", 2));
  await isAt(page, 2, "one", "late", "fresh");
});

test("until one is changed the first in the article says what the group shows; a state that the article sets is followed", async () => {
  const page = await at.article(figure("one", 'group="a" state="1january-2025~dg2"') + figure("other", 'group="a" state="1january-2025~dg4"'), { height: 1600 });
  await isAt(page, 2, "one", "other");
  await page.evaluate(() => document.getElementById("other").setAttribute("state", "1january-2025~dg5"));
  await isAt(page, 5, "one", "other");
  await page.evaluate(() => {
    const other = document.getElementById("other");
    other.setAttribute("state", "1january-2025~dg1.5");
    other.setAttribute("theme", "dark"); // another frame
  });
  await isAt(page, 1.5, "one", "other");
  await page.evaluate(() => document.getElementById("other").removeAttribute("group"));
  await page.evaluate(() => document.getElementById("other").set("demand.growth", 4));
  await isAt(page, 4, "other");
  await settled();
  assert.equal(await growth(page, "one"), 1.5);
});

test("each change of a group is told by each of its figures once, and a call is answered by the one that was asked", async () => {
  const head = `<script>window.told = []; for (const kind of ["change", "error"])
    document.addEventListener("first-refusal-" + kind, ({ target, detail }) => told.push([target.id, kind, detail.id === null]))</script>`;
  const page = await at.article(grouped, { height: 1600, head });
  await isReady(page, "one", "other");
  await settled();
  await page.evaluate(() => (window.told = []) && document.getElementById("one").set("demand.growth", 4));
  await isAt(page, 4, "one", "other");
  await settled();
  assert.deepEqual(await page.evaluate(() => told), [["one", "change", false], ["other", "change", true]]);
  await page.evaluate(() => (window.told = []) && document.getElementById("one").set("demand.growth", 99));
  await page.waitForFunction(() => told.length > 0);
  await settled();
  assert.deepEqual(await page.evaluate(() => told), [["one", "error", false]]);
});

test("a step sets its group when it is chosen, by pointer and by key, says that it is shown, and no more when it is not", async () => {
  const page = await at.article(grouped, { height: 1600 });
  await isReady(page, "one", "other");
  assert.equal(await growth(page, "one"), 3, "nothing happens by reading");
  await page.click("#two");
  await isAt(page, 2, "one", "other");
  await isCurrent(page, "two");
  await page.focus("#later");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => ["one", "other"].every((id) => document.getElementById(id).summary.contract === "as-amended"));
  await isCurrent(page, "later");
  assert.equal(await page.$eval("#two", (it) => it.ariaCurrent), null);
  await page.evaluate(() => document.getElementById("other").undo());
  await isAt(page, 2, "one", "other");
  await isCurrent(page, "two");
});

test("a step opens a chapter or a link of the figure that it names; one that cannot be opened changes and marks nothing", async () => {
  const steps = [
    '<fr-step id="chapter" for="one" chapter="5">who gets the next gigawatt</fr-step>',
    '<fr-step id="link" for="one" state="1january-2025~dg4">four times a year</fr-step>',
    '<fr-step id="wrong" for="one" chapter="99">nothing</fr-step>',
  ];
  const page = await at.article(`<p>${steps.join(", ")}</p>${figure("one")}<p style="height:3000px">…</p>`, { height: 1000 });
  await isReady(page, "one");
  const opening = await page.evaluate(() => document.getElementById("one").summary.link);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await settled();
  await page.evaluate(() => scrollTo(0, 0));
  await settled();
  assert.equal(await page.evaluate(() => document.getElementById("one").summary.link), opening, "scrolling changes nothing");
  await page.click("#link");
  await isAt(page, 4, "one");
  await page.click("#chapter");
  await isCurrent(page, "chapter");
  assert.match(await page.evaluate(() => document.getElementById("one").summary.link), /\$first-refusal\b/);
  const before = await page.evaluate(() => document.getElementById("one").summary.link);
  const refused = page.evaluate(() => new Promise((told) => document.addEventListener("first-refusal-error", ({ detail }) => told(detail.error), { once: true })));
  await page.click("#wrong");
  assert.ok((await refused).length > 10);
  assert.equal(await page.evaluate(() => document.getElementById("one").summary.link), before);
  assert.equal(await page.$eval("#wrong", (it) => it.ariaCurrent), null);
});

test("a step is a button for a screen reader, waits for a figure that is not there yet, and works in a shadow root", async () => {
  const page = await at.article(`<div id="host"></div>`);
  await page.evaluate((html) => {
    const root = document.getElementById("host").attachShadow({ mode: "open" });
    root.innerHTML = `<fr-step for="inner" set="demand.growth=2">if it only doubled</fr-step>${html}`;
  }, figure("inner"));
  const step = (read) => page.evaluate(`(${read})(document.getElementById("host").shadowRoot.querySelector("fr-step"))`);
  await page.waitForFunction(() => document.getElementById("host").shadowRoot.querySelector("fr-step").role === "button");
  await step((it) => it.click()); // before the figure is ready
  await page.waitForFunction(() => document.getElementById("host").shadowRoot.querySelector("#inner").summary?.inputs["demand.growth"] === 2);
  await page.waitForFunction(() => document.getElementById("host").shadowRoot.querySelector("fr-step").ariaCurrent === "step");
  assert.deepEqual(await step((it) => [it.tabIndex, it.textContent]), [0, "if it only doubled"]);
});

test("without script steps and numbers are the words that they were", async () => {
  const page = await at.article(grouped, { script: false });
  assert.deepEqual(await page.$$eval("fr-step, fr-number", (all) => all.map((it) => [it.textContent, it.role])), [["3.0× a year", null], ["if it only doubled", null], ["the later terms", null]]);
});

test("each figure of a group runs an engine of its own; numbers and steps need none, and what is not seen is not fetched", async () => {
  asked.length = 0;
  const page = await at.article(`${grouped}<p style="height:6000px">…</p>${figure("unseen", 'group="a"')}`, { height: 1600 });
  await isReady(page, "one", "other");
  await page.evaluate(() => document.getElementById("one").set("demand.growth", 4));
  await isAt(page, 4, "one", "other");
  await settled();
  const engines = asked.filter((url) => /engine-[\w-]{8}\.wasm/.test(url));
  assert.equal(engines.length, 2, "asked for by each frame, and by no other");
  assert.equal(await page.evaluate(() => document.getElementById("unseen").summary), undefined);
});
