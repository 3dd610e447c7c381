// An article of an earlier version still works: files, attributes, calls, events, messages and what is in the answers, against
// the kept file of that version. More may be there; what is in the file stays.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dist, setUp } from "./helper.mjs";

const kept = JSON.parse(readFileSync(new URL("api-v1.json", import.meta.url), "utf8"));
const { sandbox } = JSON.parse(readFileSync(`${dist}/embed-contract.json`, "utf8"));
const at = setUp();

/** Whether something has the fields of a shape, each of its kind: "string|null", a shape of its own, or the name of one. */
function fits(value, shape, where) {
  const wanted = shape === "state" ? kept.state : shape;
  if (typeof wanted === "object") {
    for (const [name, inner] of Object.entries(wanted)) {
      assert.ok(value !== null && typeof value === "object" && name in value, `${where}.${name} is gone`);
      fits(value[name], inner, `${where}.${name}`);
    }
    return;
  }
  assert.ok(wanted.split("|").includes(value === null ? "null" : typeof value), `${where} is ${JSON.stringify(value)}, not ${wanted}`);
}

test("the kept file tells a field that is gone and one of another kind", () => {
  assert.throws(() => fits({ a: 1 }, { b: "number" }, "it"), /it\.b is gone/);
  assert.throws(() => fits({ a: "1" }, { a: "number" }, "it"), /it\.a is "1", not number/);
  fits({ a: null, more: 1 }, { a: "string|null" }, "it");
});

test("every file that an article of version 1 points at is there", () => {
  for (const name of kept.files) assert.ok(existsSync(`${dist}/${name}`), name);
});

test("an article of version 1 works: its element has the calls and events, takes the attributes, and its number drags", async () => {
  const page = await at.article(kept.article.join("\n"));
  await page.waitForFunction(() => document.getElementById("deal").summary);
  const { calls, attributes, events } = kept.element;
  const missing = await page.$eval("#deal", (it, wanted) => Object.keys(wanted).filter((name) => typeof it[name] !== "function"), calls);
  assert.deepEqual(missing, []);
  const observed = await page.evaluate(() => customElements.get("first-refusal").observedAttributes);
  assert.deepEqual(attributes.filter((name) => !observed.includes(name)), []);
  fits(await page.$eval("#deal", (it) => it.summary), "state", "summary");
  const heard = await page.$eval("#deal", async (it, wanted) => {
    const told = [];
    for (const name of wanted) it.addEventListener(name, ({ type }) => told.push(type));
    it.set("demand.growth", 4);
    it.set("demand.growth", 99);
    it.setAttribute("theme", "dark");
    while (!wanted.every((name) => told.includes(name))) await new Promise((done) => setTimeout(done, 20));
    return told;
  }, events);
  assert.deepEqual(heard.slice().sort(), [...new Set(events)].sort());
  await page.waitForFunction(() => document.querySelector("fr-number").textContent.startsWith("4.0"));
  for (const key of kept.inputs) assert.ok(await page.$eval("#deal", (it, input) => it.limits(input).high > 0, key), key);
  assert.deepEqual(page.complaints, []);
});

test("each message of version 1 is answered as it was, and what a frame tells by itself is told", async () => {
  const page = await at.article(`<iframe id="f" title="Figure" width="640" height="700" sandbox="${sandbox}" src="${at.address}embed.html"></iframe>`);
  await page.waitForFunction(() => heard.some(({ type }) => type === "size"));
  for (const [id, { send, get, with: shape }] of kept.messages.entries()) {
    const answer = await page.evaluate(
      async (message) => {
        document.getElementById("f").contentWindow.postMessage(message, "*");
        for (;;) {
          const found = heard.find((one) => one.id === message.id && one.v === 1);
          if (found) return found;
          await new Promise((done) => setTimeout(done, 20));
        }
      },
      { v: 1, id, ...send },
    );
    assert.equal(answer.type, get, JSON.stringify(send));
    fits(answer, shape, JSON.stringify(send));
  }
  for (const [type, shape] of Object.entries(kept.told)) {
    await page.waitForFunction((wanted) => heard.some((one) => one.type === wanted && one.id === null), {}, type);
    fits(await page.evaluate((wanted) => heard.find((one) => one.type === wanted), type), shape, type);
  }
});

for (const view of kept.views)
  test(`a frame of version 1 opens with view=${view}`, async () => {
    const page = await at.open(`embed.html?view=${view}`, { width: 800 });
    const shows = { figure: "#picture svg", panel: "#twin:not([hidden]) svg", lab: "#picture[hidden]" };
    await page.waitForSelector(shows[view], { visible: view !== "lab" ? true : undefined });
    assert.deepEqual(page.complaints, []);
  });
