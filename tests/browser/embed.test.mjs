// The figure in other people's pages: the frame, the element, the numbers in prose, the messages, and what it costs a
// reader, against the file that publishers are shown.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { canvasBox, dist, open, pixels, rest, setUp, simulate } from "./helper.mjs";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const embedContract = JSON.parse(readFileSync(`${dist}/embed-contract.json`, "utf8"));
const sandbox = embedContract.sandbox;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const at = setUp(); // the figure on its own origin, publishers' pages on another

const frame = (attributes = "") =>
  `<iframe id="f" title="Figure" width="640" height="700" sandbox="${sandbox}" src="${at.address}embed.html${attributes}"></iframe>`;
const ask = (page, message) =>
  page.evaluate(async (sent) => {
    const start = heard.length;
    document.getElementById("f").contentWindow.postMessage(sent, "*");
    const until = Date.now() + 60_000; // each of ten thousand is answered before, however busy the machine
    while (Date.now() < until) {
      const answer = heard.slice(start).find((one) => one.id === (sent?.id ?? null) && !["size", "lab"].includes(one.type));
      if (answer) return answer;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return null;
  }, message);
const inner = async (page) => {
  await page.waitForFunction(() => heard.some((one) => one.type === "size"));
  return page.frames().find((one) => one.url().startsWith(at.address));
};

test("messages: hello, get, set, pick, goto, undo and subscribe are answered as documented, from a sandboxed frame", async () => {
  const page = await at.article(frame());
  await inner(page);
  const ready = await ask(page, { v: 1, type: "hello", id: "a" });
  assert.equal(ready.type, "ready");
  assert.equal(ready.origin, "null", "the frame is sandboxed");
  assert.equal(ready.version, embedContract.version);
  assert.deepEqual(ready.inputs["demand.growth"], { low: 1.2, high: 5, step: 0.05, unit: "× a year", label: "Compute demand" });
  const set = await ask(page, { v: 1, type: "set", key: "demand.growth", value: 4, id: 7 });
  assert.equal(set.type, "change");
  assert.equal(set.state.inputs["demand.growth"], 4);
  const cli = simulate(set.state);
  assert.equal(set.state.fingerprint, cli.fingerprint);
  assert.equal(set.state.sentence, cli.sentence);
  assert.equal((await ask(page, { v: 1, type: "pick", contract: "as-amended", id: 8 })).state.contract, "as-amended");
  assert.equal((await ask(page, { v: 1, type: "goto", state: "1exclusive-2023~dg2", id: 9 })).state.inputs["demand.growth"], 2);
  assert.equal((await ask(page, { v: 1, type: "undo", id: 10 })).state.contract, "as-amended");
  const chapter = await ask(page, { v: 1, type: "goto", chapter: "break", id: 20 });
  assert.equal(chapter.state.contract, "under-pressure");
  assert.equal(chapter.state.inputs["demand.growth"], 1.5);
  assert.equal((await ask(page, { v: 1, type: "goto", chapter: 5, id: 21 })).state.contract, "january-2025");
  assert.match((await ask(page, { v: 1, type: "goto", chapter: "cellar", id: 22 })).error, /there are 1 to 8: one-cloud/);
  await ask(page, { v: 1, type: "subscribe", id: 11 });
  await ask(page, { v: 1, type: "set", key: "demand.growth", value: 1.2, id: 12 });
  await page.waitForFunction(() => heard.some((one) => one.type === "change" && one.id === null));
  // A clause that comes or goes in the month shown is told of by itself.
  await ask(page, { v: 1, type: "goto", state: "1january-2025", id: 13 });
  await ask(page, { v: 1, type: "pick", contract: "clause-dropped", id: 14 });
  const clauses = await page.evaluate(() => heard.filter((one) => one.type === "clause"));
  assert.ok(clauses.length > 0, "no clause was told of");
  const states = ["future", "in_force", "straining", "ended", "off"];
  for (const one of clauses) {
    assert.ok(one.v === 1 && one.id === null && one.clause && one.name && one.says, JSON.stringify(one));
    assert.ok(states.includes(one.state), one.state);
  }
  assert.deepEqual(page.complaints, []);
});

test("messages: what is malformed, unknown, out of range or not ours changes nothing", async () => {
  const page = await at.article(frame());
  await inner(page);
  const before = (await ask(page, { v: 1, type: "get", id: 0 })).state.fingerprint;
  const bad = [
    { v: 2, type: "get", id: 1 },
    { v: 1, type: "eval", id: 2 },
    { v: 1, type: "set", key: "demand.growth", value: 99, id: 3 },
    { v: 1, type: "set", key: "demand.growth", id: 4 },
    { v: 1, type: "set", key: ["demand.growth"], value: 2, id: 5 },
    { v: 1, type: "set", key: "__proto__", value: 2, id: 6 },
    { v: 1, type: "set", key: "demand.growth", value: "<script>alert(1)</script>", id: 7 },
    { v: 1, type: "pick", contract: "no-such-deal", id: 8 },
    { v: 1, type: "goto", id: 9 },
    { v: 1, type: "set", key: "demand.growth", value: Number.NaN, id: 10 },
    { v: 1, type: "pick", contract: "x".repeat(100_000), id: 11 },
  ];
  for (const message of bad) {
    const answer = await ask(page, message);
    assert.equal(answer?.type, "error", JSON.stringify(message).slice(0, 100));
    assert.ok(answer.error.length > 10);
  }
  for (const noise of [null, 5, "hello", [], { from: "another script" }])
    await page.evaluate((data) => document.getElementById("f").contentWindow.postMessage(data, "*"), noise);
  await sleep(200);
  const now = await ask(page, { v: 1, type: "get", id: 12 });
  assert.equal(now.state.fingerprint, before);
  assert.equal(now.state.can_undo, false);
});

test("messages: ten thousand at once neither freeze the frame nor lose the last value", async () => {
  const page = await at.article(frame());
  const inside = await inner(page);
  await ask(page, { v: 1, type: "get", id: "first" });
  await page.evaluate(() => {
    const target = document.getElementById("f").contentWindow;
    for (let i = 0; i < 10_000; i += 1)
      target.postMessage({ v: 1, type: "set", key: "demand.growth", value: i === 9_999 ? 2.75 : 1.2 + (i % 70) / 20, id: i }, "*");
  });
  const answer = await ask(page, { v: 1, type: "get", id: "last" });
  assert.equal(answer.state.inputs["demand.growth"], 2.75);
  const ids = await page.evaluate(() => heard.filter(({ id }) => typeof id === "number").map(({ id }) => id));
  assert.deepEqual(ids, Array.from({ length: 10_000 }, (_, id) => id), "each is answered, once and in its order");
  assert.equal(await inside.$eval("#panel input[type=range]", (range) => range.value), "2.75");
});

test("only the page that holds the frame is heard", async () => {
  const page = await at.article(`${frame()}<iframe id="stranger" title="Stranger" srcdoc="x"></iframe>`);
  await inner(page);
  const before = (await ask(page, { v: 1, type: "get", id: 0 })).state.fingerprint;
  await page.evaluate(() => {
    const script = document.getElementById("stranger").contentDocument.createElement("script");
    script.textContent = 'parent.frames[0].postMessage({v: 1, type: "set", key: "demand.growth", value: 5, id: 66}, "*")';
    document.getElementById("stranger").contentDocument.body.append(script);
  });
  await sleep(300);
  assert.equal((await ask(page, { v: 1, type: "get", id: 1 })).state.fingerprint, before);
});

test("two elements on a page are two states, and their heights follow what is in them, up and down", async () => {
  const page = await at.article(`<first-refusal id="one"></first-refusal><first-refusal id="two" contract="as-amended"></first-refusal>`);
  await page.waitForFunction(() => document.getElementById("one").summary);
  await page.evaluate(() => document.getElementById("two").scrollIntoView());
  await page.waitForFunction(() => document.getElementById("two").summary);
  await page.evaluate(() => document.getElementById("one").set("demand.growth", 4.5));
  await page.waitForFunction(() => document.getElementById("one").summary.inputs["demand.growth"] === 4.5);
  assert.equal(await page.evaluate(() => document.getElementById("two").summary.inputs["demand.growth"]), 3);
  assert.equal(await page.evaluate(() => document.getElementById("two").summary.contract), "as-amended");

  const height = () => page.evaluate(() => document.getElementById("one").getBoundingClientRect().height);
  const small = await height();
  const inside = page.frames().find((one) => one.url().includes("embed.html") && !one.url().includes("as-amended"));
  await inside.click("#twin-toggle");
  await page.waitForFunction((low) => document.getElementById("one").getBoundingClientRect().height > low + 500, {}, small);
  await inside.click("#twin-toggle");
  await page.waitForFunction((low) => Math.abs(document.getElementById("one").getBoundingClientRect().height - low) < 2, {}, small);
});

test("flags: controls are those that are named, static has none and runs on, plain has nothing around it, theme is taken", async () => {
  const seen = async (query) => {
    const page = await at.article(frame(query));
    const inside = await inner(page);
    await inside.waitForSelector("#picture svg");
    const told = await inside.evaluate(() => ({
      keys: [...document.querySelectorAll("#panel .lever")].map((one) => one.dataset.key),
      hasBar: document.getElementById("bar").checkVisibility(),
      sentence: document.getElementById("sentence").textContent,
      paper: getComputedStyle(document.body).backgroundColor,
    }));
    assert.deepEqual(page.complaints, []);
    await page.close();
    return told;
  };
  const named = await seen("?controls=azure.offer,agi.reading");
  assert.deepEqual(named.keys, ["azure.offer", "agi.reading"]);
  assert.ok(named.hasBar && named.sentence.startsWith("With compute demand"));
  const still = await seen("?static");
  assert.deepEqual(still.keys, []);
  assert.ok(!still.hasBar && still.sentence.startsWith("With compute demand"));
  const plain = await seen("?plain&theme=dark");
  assert.deepEqual(plain.keys, ["demand.growth"]);
  assert.ok(!plain.hasBar);
  const light = (await seen("?theme=light")).paper;
  assert.notEqual(plain.paper, light);
});

test("an article's colour is taken from its attribute or its style sheet for links, sliders and the focus; one that cannot be seen is refused in words", async () => {
  const page = await at.article(
    `<style>.ours { --first-refusal-theme: dark; --first-refusal-accent: #ffb35c }</style>
    <first-refusal id="styled" class="ours"></first-refusal><first-refusal id="own" class="ours" theme="light" accent="#8a1f4b"></first-refusal>
    <first-refusal id="pale" accent="#fffde0" theme="light"></first-refusal><first-refusal id="wrong" accent="mauvish" theme="light"></first-refusal>`,
  );
  const inside = async (id) => {
    await page.waitForFunction((wanted) => document.getElementById(wanted)?.shadowRoot?.querySelector("iframe"), {}, id);
    await page.evaluate((wanted) => document.getElementById(wanted).scrollIntoView(), id);
    await page.waitForFunction((wanted) => document.getElementById(wanted).summary, {}, id);
    const frame = await (await page.evaluateHandle((wanted) => document.getElementById(wanted).shadowRoot.querySelector("iframe"), id)).contentFrame();
    return frame.evaluate(() => {
      const of = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
      return { link: of("#whole", "color"), slider: of("#panel input[type=range]", "accentColor"), paper: of("body", "backgroundColor"), said: document.getElementById("problem").textContent };
    });
  };
  const ink = "rgb(28, 27, 25)";
  const [dark, light] = ["rgb(21, 23, 27)", "rgb(251, 249, 244)"];
  assert.deepEqual(await inside("styled"), { link: "rgb(255, 179, 92)", slider: "rgb(255, 179, 92)", paper: dark, said: "" });
  assert.deepEqual(await inside("own"), { link: "rgb(138, 31, 75)", slider: "rgb(138, 31, 75)", paper: light, said: "" });
  const pale = await inside("pale");
  assert.deepEqual([pale.link, pale.slider], [ink, ink]);
  assert.match(pale.said, /could hardly be seen/);
  assert.match((await inside("wrong")).said, /“mauvish” is no opaque colour/);
});

test("view opens any tab of the full figure, and says of one that is not there that it is not", async () => {
  for (const tab of ["clauses", "money"]) {
    const page = await at.article(frame(`?view=${tab}`));
    const inside = await inner(page);
    await page.waitForFunction(() => heard.some((one) => one.type === "lab" && one.open));
    assert.match((await ask(page, { v: 1, type: "get", id: 1 })).state.link, new RegExp(`@${tab}`));
    assert.equal(await inside.$eval("#problem", (it) => it.hidden), true);
    await page.close();
  }
  const page = await at.article(frame("?view=nonsense"));
  const inside = await inner(page);
  await inside.waitForFunction(() => !document.getElementById("problem").hidden);
  assert.equal(await inside.$eval("#problem", (it) => it.textContent), "There is no view called “nonsense” to open.");
});

test("a number in prose drags the figure, by pointer and by keyboard, and shows what the figure holds", async () => {
  const page = await at.article(
    `<p>Demand grows <fr-number input="demand.growth" for="deal">3.0× a year</fr-number> now.</p><first-refusal id="deal"></first-refusal>`,
  );
  const number = await page.waitForSelector("fr-number[role=slider]");
  assert.equal(await number.evaluate((it) => it.textContent), "3.0× a year");
  const { x, y, width, height } = await number.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 60, y + height / 2, { steps: 5 });
  await page.mouse.up();
  await page.waitForFunction(() => document.getElementById("deal").summary.inputs["demand.growth"] === 3.5);
  await number.focus();
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => document.getElementById("deal").summary.inputs["demand.growth"] === 3.45);
  await page.keyboard.press("Home");
  await page.waitForFunction(() => document.querySelector("fr-number").textContent.startsWith("1.2"));
  assert.equal(await number.evaluate((it) => it.getAttribute("aria-valuenow")), "1.2");
});

test("without JavaScript the frame shows the deal and its sentence, and the element what was written in it", async () => {
  const context = await at.browser.createBrowserContext();
  const page = await context.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(`${at.address}embed.html`);
  const text = await page.$eval("#sentence", (it) => it.textContent);
  assert.match(text, /^With compute demand tripling every year/);
  assert.ok(await page.$eval("#picture img", (it) => it.complete && it.naturalWidth > 0));
  await page.goto(`${at.address}article.html`);
  assert.match(await page.$eval("first-refusal", (it) => it.innerText), /^With compute demand/);
  assert.equal(await page.$eval("fr-number", (it) => it.innerText), "3.0× a year");
});

test("where wasm is refused the still picture and its sentence remain, and words say why", async () => {
  const context = await at.browser.createBrowserContext();
  const page = await context.newPage();
  await page.evaluateOnNewDocument(() => delete globalThis.WebAssembly);
  await page.goto(`${at.address}embed.html`);
  await page.waitForFunction(() => !document.getElementById("problem").hidden);
  assert.match(await page.$eval("#problem", (it) => it.textContent), /still picture.*WebAssembly/);
  assert.ok(await page.$eval("#picture img", (it) => it.naturalWidth > 0));
});

test("the embed costs what its contract says: bytes, requests, hosts, no cookies, no storage", async () => {
  const context = await at.browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 640, height: 800 });
  const session = await page.createCDPSession();
  await session.send("Network.enable");
  const asked = new Map();
  const weights = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => asked.set(requestId, request.url));
  session.on("Network.dataReceived", ({ requestId, encodedDataLength }) =>
    weights.set(requestId, (weights.get(requestId) ?? 0) + encodedDataLength));
  await page.goto(`${at.address}embed.html`);
  await page.waitForFunction(() => document.querySelector("#panel input") && document.querySelector("#picture svg") && document.fonts.size === 2);
  await at.quiet();
  const all = [...asked].filter(([, url]) => !url.startsWith("data:") && !url.endsWith("favicon.ico") && !url.includes("icon-"));
  const isLetters = ([, url]) => url.endsWith(".woff2");
  const weightOf = (some) => some.reduce((sum, [id]) => sum + (weights.get(id) ?? 0), 0);
  const [counted, letters] = [all.filter((one) => !isLetters(one)), all.filter(isLetters)];
  assert.deepEqual(all.slice(-letters.length), letters, "the letters come last");
  assert.equal(letters.length, embedContract.letters.requests);
  assert.ok(weightOf(letters) <= embedContract.letters.bytes * 1.03 + 1_000 && weightOf(letters) < 18_000, `${weightOf(letters)} bytes of letters`);
  assert.deepEqual([...new Set(counted.map(([, url]) => new URL(url).origin))].length, embedContract.hosts);
  assert.equal(counted.length, embedContract.first_interaction.requests, counted.map(([, url]) => url).join("\n"));
  const bytes = weightOf(counted);
  assert.ok(bytes > 50_000 && bytes <= embedContract.first_interaction.bytes * 1.03 + 2_000, `${bytes} bytes`);
  assert.equal((await page.cookies()).length, embedContract.cookies);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), embedContract.storage);
});

test("the lab opens on demand with the state as it is, and gives it back", async () => {
  const page = await at.article(frame());
  const inside = await inner(page);
  await ask(page, { v: 1, type: "set", key: "demand.growth", value: 4.2, id: 1 });
  await inside.click("#lab-toggle");
  await page.waitForFunction(() => heard.some((one) => one.type === "lab" && one.open));
  assert.equal((await ask(page, { v: 1, type: "get", id: 2 })).state.inputs["demand.growth"], 4.2);
  await ask(page, { v: 1, type: "set", key: "demand.growth", value: 2.5, id: 3 });
  await ask(page, { v: 1, type: "rest", id: 4 });
  await page.waitForFunction(() => heard.some((one) => one.type === "lab" && !one.open));
  assert.equal((await ask(page, { v: 1, type: "get", id: 5 })).state.inputs["demand.growth"], 2.5);
  assert.ok(await inside.$eval("#picture svg", (it) => it.getBoundingClientRect().height > 200));
});

test("nothing in the example article moves while its figures load", async () => {
  const context = await at.browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1000, height: 900 });
  await page.evaluateOnNewDocument(watchShift);
  await page.goto(`${at.address}article.html`);
  await page.evaluate(() => document.getElementById("deal").scrollIntoView()); // unseen, it has not begun
  await page.waitForFunction(() => document.getElementById("deal").summary);
  await sleep(500);
  const { shift, moved } = await page.evaluate(() => ({ shift: window.shift, moved: window.moved }));
  assert.ok(shift < 0.02, moved.join("\n"));
});

// In a document, before its scripts: by how much what is shown has moved by itself.
function watchShift() {
  window.shift = 0;
  window.moved = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      window.shift += value;
      window.moved.push(`${value}: ${sources.map(({ node }) => node?.id || node?.nodeName).join(", ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

for (const [width, wish] of [[320, ""], [390, ""], [500, ""], [640, ""], [1000, ""], [640, "?plain=1"], [390, "?static=1"]])
  test(`nothing in a frame${wish} of ${width} pixels moves from its first picture to its own letters`, async () => {
    const page = await at.open(`embed.html${wish}`, { width, height: 900, before: watchShift });
    if (wish !== "?static=1") await page.waitForSelector("#panel .lever");
    await page.waitForFunction(() => document.fonts.size === 2 && [...document.fonts].every(({ status }) => status === "loaded"));
    await page.waitForFunction(() => document.querySelector("#picture svg"));
    await sleep(300);
    const { shift, moved } = await page.evaluate(() => ({ shift: window.shift, moved: window.moved }));
    // A word that finds room in the line above is in our letters where it was in the reader's, and a few pixels further left.
    assert.ok(shift < 0.01, moved.join("\n"));
  });

for (const [theme, dark] of [["dark", false], ["light", true]])
  test(`the still picture is as ${theme} as the article asks for, where the reader's own wish is the other, and nothing can be fetched`, async () => {
    const page = await open(at.browser, "about:blank", { width: 640, dark });
    await page.setRequestInterception(true);
    page.on("request", (request) => (/\/engine-/.test(request.url()) ? request.abort() : request.continue()));
    await page.goto(`${at.address}embed.html?theme=${theme}`);
    await page.waitForSelector("#problem:not([hidden])");
    await page.waitForFunction((wanted) => new RegExp(`-${wanted}-640`).test(document.querySelector("#picture img").currentSrc), {}, theme);
  });

for (const [theme, dark, paper] of [["dark", false, "21,23,27"], ["light", true, "251,249,244"]])
  test(`the full figure has the ${theme} paper that the article asks for, where the reader's own wish is the other`, async () => {
    const page = await at.open(`embed.html?view=lab&theme=${theme}`, { width: 800, height: 700, dark });
    await page.waitForFunction(() => document.querySelector("#picture").hidden && document.querySelector("#canvas").width > 300);
    await rest(page);
    const { left, top } = await canvasBox(page);
    const { rgba } = await pixels(page, { x: left + 1, y: top + 1, width: 1, height: 1 });
    assert.equal([...rgba.slice(0, 3)].join(), paper);
  });

for (const name of ["embed.html?view=panel", "embed.html?theme=dark", "article.html", "publishers.html"])
  test(`axe finds nothing in ${name}`, async () => {
    const page = await at.open(name, { width: 800, height: 900 });
    await page.waitForFunction(() => document.querySelector("#panel input, first-refusal"));
    await sleep(1_000);
    // Through the protocol: the page's own policy does not let a script element in.
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { iframes: false }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.target.join(" ")).join(", ").slice(0, 300)}`), []);
  });
