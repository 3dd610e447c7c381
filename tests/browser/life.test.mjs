// The life of the element in other people's pages: never a hole, never deaf, each call answered once. The states are those of
// docs/embedding.md; random walks through them are in walk.test.mjs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dist, nextFrames, setUp } from "./helper.mjs";
import { sheets } from "./pdf.mjs";

let gate = () => undefined; // what the server does with a request
const at = setUp({ gate: (url) => gate(url) });
const { frozen, sandbox } = JSON.parse(readFileSync(`${dist}/embed-contract.json`, "utf8"));

const later = '<div class="poster" style="height:500px"><p>The sentence in the article.</p></div>';
const figure = (attributes = "") => `<first-refusal id="deal" ${attributes}>${later}</first-refusal>`;
const gathers = `<script>
  window.told = [];
  for (const kind of ["ready", "change", "error"])
    document.addEventListener("first-refusal-" + kind, ({ detail }) => told.push({ kind, id: detail.id, growth: detail.state?.inputs["demand.growth"] }));
</script>`;
const told = (page) => page.evaluate(() => window.told);
const deal = (page, act, ...args) => page.evaluate(`(${act})(document.getElementById("deal"), ...${JSON.stringify(args)})`);
const isReady = (page) => page.waitForFunction(() => document.getElementById("deal").summary);
const whatShows = () => {
  const element = document.getElementById("deal");
  const frame = element.shadowRoot?.querySelector("iframe");
  return {
    light: element.querySelector(".poster").checkVisibility(),
    frame: !!frame && getComputedStyle(frame).visibility === "visible",
  };
};
const shown = (page) => page.evaluate(whatShows);
const answersTo = (page, count) => page.waitForFunction((wanted) => told.filter(({ id }) => id !== null).length >= wanted, {}, count);

// The style that keeps the height, as it is handed out: an element can keep nothing before its script is there.
const [handedOut] = /^\.first-refusal\{display:block;container-type[^]*?(?=\n\.first-refusal\{display:grid)/m.exec(readFileSync(`${dist}/publishers.html`, "utf8"));
const keepsRoom = `<style>${handedOut.replaceAll("&gt;", ">")}</style>`;

test("what the article wrote is there until the frame has drawn, and nothing moves when the script comes nor when it goes", async () => {
  let letIn;
  const closed = new Promise((resolve) => (letIn = resolve));
  gate = (url) => (url.startsWith("/embed.html") ? closed : undefined);
  const page = await at.article(`${figure('class="first-refusal"')}<p id="below">Below.</p>`, { head: gathers + keepsRoom, script: false });
  await page.evaluate(() => {
    window.shifts = [];
    const note = (entries) => window.shifts.push(...entries.map(({ value, sources }) => ({ value, moved: sources.map(({ node }) => node?.id || node?.nodeName) })));
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    window.takeShifts = () => (note(observer.takeRecords()), window.shifts);
  });
  await nextFrames(page);
  const before = await page.$eval("#below", (it) => it.getBoundingClientRect().top);
  await page.addScriptTag({ type: "module", url: `${at.address}embed.js` });
  await page.waitForFunction(() => document.getElementById("deal").shadowRoot);
  await nextFrames(page);
  assert.deepEqual(await shown(page), { light: true, frame: false });
  letIn();
  await isReady(page);
  gate = () => undefined;
  await nextFrames(page);
  assert.deepEqual(await shown(page), { light: false, frame: true });
  assert.equal(await page.$eval("#below", (it) => it.getBoundingClientRect().top), before);
  assert.deepEqual(await page.evaluate(() => window.takeShifts()), []);
  await page.close();
});

const noFrames = `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'">`;
for (const [what, refuse, head = ""] of [
  ["forbidden by the article's policy", () => undefined, noFrames],
  ["missing", (url) => (url.startsWith("/embed.html") ? 404 : undefined)],
  ["without its script", (url) => (/\/assets\/embed-[^/]*\.js/.test(url) ? 404 : undefined)],
])
  test(`where the frame is ${what} the article keeps what it wrote, and a call is answered in words`, async () => {
    gate = refuse;
    const page = await at.article(figure(), { head: head + gathers });
    await page.waitForFunction(() => customElements.get("first-refusal"));
    await page.evaluate(() => (customElements.get("first-refusal").patienceMs = 1_000));
    await deal(page, (it) => it.set("demand.growth", 4));
    await page.waitForFunction(() => told.length > 0);
    assert.deepEqual((await told(page)).map(({ kind }) => kind), ["error"]);
    assert.deepEqual(await shown(page), { light: true, frame: false });
    gate = () => undefined;
    await page.close();
  });

test("what was written stays where the figure has not been scrolled to, on the screen and on paper", async () => {
  const page = await at.article(`<div style="height:6000px"></div>${figure()}`, { head: gathers });
  await page.waitForFunction(() => document.getElementById("deal").shadowRoot);
  await page.evaluate(() => document.getElementById("deal").scrollIntoView({ block: "end" }));
  await page.evaluate(() => scrollTo(0, 0));
  const element = await shown(page);
  assert.ok(element.light !== element.frame, "both or nothing");
  const never = await at.article(`<div style="height:6000px"></div>${figure()}`, { head: noFrames + gathers });
  const words = (await never.pdf({ format: "A4" }).then(sheets)).at(-1);
  assert.ok(words.letters >= "The sentence in the article.".replaceAll(" ", "").length, `${words.letters} letters on the last sheet`);
  await Promise.all([page.close(), never.close()]);
});

test("calls before the figure is ready wait for it, and are answered once, in their order", async () => {
  const page = await at.article(`<div style="height:3000px"></div>${figure()}`, { head: gathers });
  await page.waitForFunction(() => customElements.get("first-refusal"));
  await deal(page, (it) => {
    it.set("demand.growth", 4);
    it.pick("as-amended");
    it.set("demand.growth", 99);
    it.goto("1exclusive-2023~dg2");
  });
  await answersTo(page, 4);
  const all = await told(page);
  assert.deepEqual(all.map(({ kind }) => kind), ["ready", "change", "change", "error", "change"]);
  const ids = all.slice(1).map(({ id }) => Number(id.slice(3)));
  assert.deepEqual(ids, [...ids].sort((a, b) => a - b));
  assert.equal(await deal(page, (it) => it.summary.inputs["demand.growth"]), 2);
  await page.close();
});

test("moved, taken out and put back it goes on with its state, answers once, and what the article wrote fills the gap", async () => {
  const page = await at.article(`<div id="a">${figure()}</div><div id="b"></div>`, { head: gathers });
  await isReady(page);
  await deal(page, (it) => it.set("demand.growth", 4));
  await answersTo(page, 1);
  // Asked in the same turn: soon after it the frame has drawn again.
  const moved = await page.evaluate(`(() => {
    const deal = document.getElementById("deal");
    document.getElementById("b").append(deal);
    deal.set("azure.offer", 2);
    return { ...(${whatShows})(), summary: deal.summary ?? null };
  })()`);
  assert.deepEqual(moved, { light: true, frame: false, summary: null });
  await answersTo(page, 2);
  const { inputs } = await deal(page, (it) => it.summary);
  assert.deepEqual([inputs["demand.growth"], inputs["azure.offer"]], [4, 2]);
  assert.deepEqual(await shown(page), { light: false, frame: true });
  const frame = page.frames().at(-1);
  const small = await deal(page, (it) => it.getBoundingClientRect().height);
  await frame.click("#twin-toggle");
  await page.waitForFunction((low) => document.getElementById("deal").getBoundingClientRect().height > low + 500, {}, small);

  await deal(page, (it) => {
    window.kept = it;
    // What is told of an element outside the page does not reach the page.
    it.addEventListener("first-refusal-error", ({ detail }) => it.isConnected || told.push({ kind: "error", id: detail.id }));
    it.remove();
    it.undo();
  });
  await page.waitForFunction(() => told.at(-1).kind === "error");
  await page.evaluate(() => document.getElementById("a").append(window.kept));
  await isReady(page);
  assert.deepEqual((await told(page)).map(({ kind }) => kind), ["ready", "change", "ready", "change", "error", "ready"]);
  await page.close();
});

test("attributes that change in one turn are one change, calls meanwhile are kept, and the article's history has no part in it", async () => {
  const page = await at.article(figure(), { head: gathers });
  await isReady(page);
  const before = await page.evaluate(() => history.length);
  await deal(page, (it) => {
    it.setAttribute("theme", "dark");
    it.setAttribute("state", "1as-amended~dg2");
    it.setAttribute("controls", "demand.growth, azure.offer");
    it.set("azure.offer", 2);
  });
  await answersTo(page, 1);
  assert.deepEqual((await told(page)).map(({ kind }) => kind), ["ready", "ready", "change"]);
  const { contract, inputs } = await deal(page, (it) => it.summary);
  assert.deepEqual([contract, inputs["demand.growth"], inputs["azure.offer"]], ["as-amended", 2, 2]);
  assert.equal(await page.frames().at(-1).$$eval("#panel .lever", (all) => all.length), 2, "“a, b” are two controls");
  assert.equal(await page.evaluate(() => history.length), before);
  await page.close();
});

test("a state that changes alone goes to the figure in the order of the calls, and is answered once as they are", async () => {
  const page = await at.article(`<div style="height:3000px"></div>${figure('theme="dark"')}`, { head: gathers });
  await page.waitForFunction(() => customElements.get("first-refusal"));
  await deal(page, async (it) => {
    it.set("azure.offer", 2); // waits, so that there is something to be in order with
    it.setAttribute("theme", "dark");
    it.setAttribute("state", "1as-amended~dg2");
    await null;
    it.pick("no-such-deal");
  });
  await answersTo(page, 3);
  assert.deepEqual((await told(page)).map(({ kind, growth }) => [kind, growth].join(" ").trim()), ["ready 3", "change 3", "change 2", "error"]);
  await deal(page, async (it) => {
    it.setAttribute("state", "1as-amended~dg4");
    await null;
    it.setAttribute("state", "1as-amended~dg4"); // no change
  });
  await answersTo(page, 4);
  const all = (await told(page)).slice(1);
  assert.equal(all.length, 4, "a new frame was made");
  const ids = all.map(({ id }) => Number(id.slice(3)));
  assert.deepEqual(ids, [...new Set(ids)].sort((a, b) => a - b));
  assert.equal(await deal(page, (it) => it.summary.inputs["demand.growth"]), 4);
  await page.close();
});

for (const asked of ['state="1as-amended~dg2"', 'chapter="break"', 'theme="dark"', ""])
  test(`a figure that nobody looks at answers what is asked of it: ${asked || "as it comes"}`, async () => {
    const page = await at.article(`<div style="height:3000px"></div>${figure(asked)}`, { head: gathers });
    await page.waitForFunction(() => customElements.get("first-refusal"));
    await deal(page, (it) => it.set("azure.offer", 2));
    await answersTo(page, 1);
    assert.deepEqual((await told(page)).map(({ kind }) => kind), ["ready", "change"]);
    await page.close();
  });

test("a plain frame follows an address that changes after its # alone", async () => {
  const page = await at.article(
    `<iframe id="f" title="Figure" width="640" height="700" sandbox="${sandbox}" src="${at.address}embed.html#1january-2025~dg2"></iframe>`,
    { script: false },
  );
  const inside = page.frames().at(-1);
  await inside.waitForSelector("#panel input");
  await page.evaluate(() => (document.getElementById("f").src = document.getElementById("f").src.replace("dg2", "dg4")));
  await inside.waitForFunction(() => document.querySelector("#panel input").value === "4");
  await page.close();
});

test("in a shadow tree a number finds its figure, and the page around hears of both", async () => {
  const page = await at.article('<div id="host"></div>', { head: gathers });
  await page.evaluate(() => {
    const root = document.getElementById("host").attachShadow({ mode: "open" });
    root.innerHTML = '<p>Demand grows <fr-number input="demand.growth" for="inner">3.0× a year</fr-number>.</p><first-refusal id="inner"></first-refusal>';
  });
  await page.waitForFunction(() => document.getElementById("host").shadowRoot.querySelector("[role=slider]"));
  assert.deepEqual((await told(page)).map(({ kind }) => kind), ["ready"]);
  await page.close();
});

const written = ["3.0× a year", "since 2024 by 3.0× a year", "3,0-mal", "triples", "<b>3.00</b> times", "3 or 3.0"];
test("only the one number that is the value is written anew, in its own notation; other words and markup stay", async () => {
  const page = await at.article(
    written.map((html) => `<p><fr-number input="demand.growth" for="deal">${html}</fr-number></p>`).join("") + figure(),
    { head: gathers },
  );
  await page.waitForFunction((count) => document.querySelectorAll("fr-number[role=slider]").length === count, {}, written.length);
  const read = () => page.$$eval("fr-number", (all) => all.map((one) => one.innerHTML));
  assert.deepEqual(await read(), written);
  await deal(page, (it) => it.set("demand.growth", 2.45));
  await answersTo(page, 1);
  const now = ["2.45× a year", "since 2024 by 2.45× a year", "2,45-mal", "triples", "<b>2.45</b> times", "3 or 3.0"];
  assert.deepEqual(await read(), now);
  assert.deepEqual(await page.$$eval("fr-number", (all) => [...new Set(all.map((one) => one.getAttribute("aria-valuenow")))]), ["2.45"]);
  await page.close();
});

test("a number that a browser translates or a framework renders again is found in its new words, and follows", async () => {
  const page = await at.article(`<p><fr-number input="demand.growth" for="deal">by 3.0× a year</fr-number></p>${figure()}`, { head: gathers });
  const number = await page.waitForSelector("fr-number[role=slider]");
  const becomes = async (value, words) => {
    await deal(page, (it, wanted) => it.set("demand.growth", wanted), value);
    await page.waitForFunction((wanted) => document.querySelector("fr-number").textContent === wanted, {}, words);
  };
  await becomes(2.45, "by 2.45× a year");
  await number.evaluate((it) => (it.innerHTML = "<font><font>um 2,45× im Jahr</font></font>"));
  await becomes(4, "um 4,00× im Jahr");
  await number.evaluate((it) => (document.createTreeWalker(it, NodeFilter.SHOW_TEXT).nextNode().data = "4.0倍"));
  await becomes(2, "2.0倍");
  await number.evaluate((it) => it.replaceChildren("two times"));
  await deal(page, (it) => it.set("demand.growth", 3));
  await page.waitForFunction(() => document.querySelector("fr-number").getAttribute("aria-valuenow") === "3");
  assert.equal(await number.evaluate((it) => it.textContent), "two times");
  await page.close();
});

test("a number that is put back counts one key once, and a drag of it is one step of undo", async () => {
  const page = await at.article(`<p id="p"><fr-number input="demand.growth" for="deal">3.0× a year</fr-number></p><div id="q"></div>${figure()}`, { head: gathers });
  const number = await page.waitForSelector("fr-number[role=slider]");
  await number.evaluate((it) => [document.getElementById("q"), document.getElementById("p")].forEach((place) => place.append(it)));
  await number.focus();
  await page.keyboard.press("ArrowLeft");
  await answersTo(page, 1);
  assert.equal(await deal(page, (it) => it.summary.inputs["demand.growth"]), 2.95);
  const { x, y, width, height } = await number.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  for (let step = 1; step <= 6; step++) {
    await page.mouse.move(x + width / 2 + 12 * step, y + height / 2);
    await page.waitForFunction((count) => told.filter(({ id }) => id !== null).length >= count, {}, 1 + step);
  }
  await page.mouse.up();
  assert.ok(Math.abs((await deal(page, (it) => it.summary.inputs["demand.growth"])) - 3.55) < 1e-9);
  await deal(page, (it) => it.undo());
  await page.waitForFunction(() => document.getElementById("deal").summary.inputs["demand.growth"] === 2.95);
  await page.close();
});

test("a frozen figure beside a live one is served from its own build, whichever script came first", async () => {
  const tag = `first-refusal-${frozen.path.slice(2, -1).replace(/[^a-z0-9]+/g, "-")}`;
  const page = await at.article(`<first-refusal id="deal">${later}</first-refusal><${tag} id="frozen">${later}</${tag}>`, {
    head: gathers,
    script: true,
  });
  await isReady(page);
  await page.evaluate((address) => import(address), `${at.address}${frozen.path}embed.js`);
  const address = await page.$eval("#frozen", (it) => it.shadowRoot.querySelector("iframe").src);
  assert.ok(address.startsWith(at.address + frozen.path), address);
  assert.ok((await page.$eval("#deal", (it) => it.shadowRoot.querySelector("iframe").src)).startsWith(`${at.address}embed.html`));
  await page.close();
});

test("a thousand deals, links, undos and questions at once are each answered, in their order, in slices", async () => {
  const page = await at.article(
    `<iframe id="f" title="Figure" width="640" height="700" sandbox="${sandbox}" src="${at.address}embed.html"></iframe>`,
    { script: false },
  );
  await page.frames().at(-1).waitForSelector("#panel input");
  const count = 1_000;
  const ids = await page.evaluate(async (many) => {
    const target = document.getElementById("f").contentWindow;
    const kinds = [
      { type: "pick", contract: "as-amended" },
      { type: "goto", state: "1exclusive-2023~dg2" },
      { type: "undo" },
      { type: "get" },
      { type: "subscribe" },
      { type: "set", key: "demand.growth", value: 2.5 },
      { type: "set", key: "demand.growth", value: 99 },
    ];
    for (let id = 0; id < many; id++) target.postMessage({ v: 1, id, ...kinds[id % kinds.length] }, "*");
    const answers = () => heard.filter((one) => typeof one.id === "number" && ["change", "error"].includes(one.type));
    while (answers().length < many) await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 200));
    return answers().map(({ id, type }) => [id, type]);
  }, count);
  assert.deepEqual(ids, Array.from({ length: count }, (_, id) => [id, id % 7 === 6 ? "error" : "change"]));
  await page.close();
});

test("a link that cannot be read whole changes nothing", async () => {
  const page = await at.article(figure('state="1as-amended~dg2"'), { head: gathers });
  await isReady(page);
  const before = await deal(page, (it) => it.summary);
  for (const link of ["1january-2025~zz9", "nonsense", "1no-such-deal~dg2"]) await deal(page, (it, state) => it.goto(state), link);
  await answersTo(page, 3);
  assert.deepEqual((await told(page)).slice(1).map(({ kind }) => kind), ["error", "error", "error"]);
  assert.equal((await deal(page, (it) => it.summary)).link, before.link);
  // Nor does it take back the reader's last step where what can be read of it is the present state.
  await deal(page, (it) => it.set("demand.growth", 3));
  await deal(page, (it) => it.goto("1as-amended~zz9"));
  await answersTo(page, 5);
  assert.equal(await deal(page, (it) => it.summary.inputs["demand.growth"]), 3);
  // As people paste them.
  await deal(page, (it) => it.goto("https://example.org/first-refusal/#1exclusive-2023%7Edg4)."));
  await answersTo(page, 6);
  assert.equal(await deal(page, (it) => it.summary.contract), "exclusive-2023");
  await page.close();
});
