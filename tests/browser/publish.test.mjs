// What a publisher is handed: the dialog's code as it stands in an article on another host, the picture of a state, the
// frozen build with its hash, the height that is kept free, previews of links, and dist/ under any path.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { after, test } from "node:test";
import { createRequire } from "node:module";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { keepEarlier } from "../../tools/freeze.mjs";
import { describe, dist, serve, setUp } from "./helper.mjs";

const project = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(`${project}web/package.json`);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const embedContract = JSON.parse(readFileSync(`${dist}/embed-contract.json`, "utf8"));
const deals = readdirSync(`${project}assets/contracts`).map((name) => name.replace(/\.json$/, ""));
const under = "/some/sub/path/";
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const altered = new Map(); // what is changed on the way, by its path
let strict; // the same without Access-Control-Allow-Origin
// dist/ deep below a host's root, as the embed contract asks for; a publisher's pages on another host.
const at = setUp({ under, pages: altered, first: async () => (strict = await serve({ under, isShared: false })) });
after(() => strict?.close());

const article = (body, options) => at.article(`<div id="column">${body}</div><p id="below">Below.</p>`, { head: "<style>body{margin:0}</style>", script: false, ...options });
async function dialog({ hash = "", width = 1280, dark = false } = {}) {
  const page = await at.openLab({ hash, width, dark });
  await page.click("#embed-open");
  await page.waitForFunction(() => document.getElementById("embed-code").value !== "");
  return page;
}
const choose = async (page, wishes) => {
  for (const [id, value] of Object.entries(wishes)) await page.select(`#embed-${id}`, value);
};
const code = (page) => page.$eval("#embed-code", (area) => area.value);
// What a press on a button hands to the reader's downloads: {name, text}.
async function downloaded(page, selector) {
  await page.evaluate(() => {
    window.handed = undefined;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      blob.text().then((text) => (window.handed = { ...window.handed, text }));
      return make.call(URL, blob);
    };
    document.addEventListener("click", (event) => event.target.download && (window.handed = { ...window.handed, name: event.target.download }), true);
    HTMLAnchorElement.prototype.click = function () {
      window.handed = { ...window.handed, name: this.download };
    };
  });
  await page.click(selector);
  await page.waitForFunction(() => window.handed?.text && window.handed?.name);
  return page.evaluate(() => window.handed);
}
const thisMonth = () => new Date().toISOString().slice(0, 7);
const poster = (...options) =>
  execFileSync(`${project}build/native/pact`, ["poster", "--today", thisMonth(), ...options], { encoding: "utf8", maxBuffer: 1 << 24 });

test("the picture that the dialog hands out is the state on screen, byte for byte as the command line draws it", async () => {
  const page = await dialog({ hash: "#1january-2025~dg4.05zo1.2" });
  const { link } = await describe(page);
  await choose(page, { way: "picture" });
  const light = await downloaded(page, "#embed-light");
  assert.equal(light.text, poster("--state", link, "--width", "720"));
  assert.ok(Buffer.byteLength(light.text) <= 30_000, `${Buffer.byteLength(light.text)} bytes`);
  assert.match(light.text, /<title>.*<\/title>\s*<desc>With compute demand growing ×4\.05 a year/);
  const dark = await downloaded(page, "#embed-dark");
  assert.equal(dark.text, poster("--state", link, "--width", "720", "--theme", "dark"));
  assert.notEqual(dark.name, light.name);
  await choose(page, { way: "element" });
  assert.equal((await downloaded(page, "#embed-light")).text, poster("--state", link, "--width", "640", "--no-sentence", "--no-clauses"));
});

test("the dialog writes the picture's code: a file on the site for a deal as it opens, otherwise a file that it hands out", async () => {
  const page = await dialog();
  await choose(page, { way: "picture", theme: "light" });
  const [, address] = /src="([^"]+)"/.exec(await code(page));
  const answer = await fetch(address);
  assert.equal(answer.headers.get("content-type"), "image/svg+xml");
  assert.equal(await answer.text(), execFileSync(`${project}build/native/pact`, ["poster", "--contract", "january-2025", "--width", "720"], { encoding: "utf8" }));

  const other = await dialog({ hash: "#1as-amended~dg4" });
  assert.equal(await other.$eval("#embed-picture option[value=ours]", (option) => option.disabled), true);
  await choose(other, { way: "picture", theme: "light" });
  const file = await downloaded(other, "#embed-light");
  assert.equal(/src="([^"]+)"/.exec(await code(other))[1], file.name);
  assert.match(await other.$eval("#embed-note", (note) => note.textContent), /beside your article/);
  const shown = await article(await code(other), { files: { [file.name]: file.text }, isScripted: false });
  assert.ok(await shown.$eval("#column img", (image) => image.decode().then(() => image.naturalWidth === 720 && image.alt.length > 100)));

  await choose(other, { picture: "inside" });
  const inside = await article(await code(other), { isScripted: false });
  assert.ok(await inside.$eval("#column img", (image) => image.decode().then(() => image.src.startsWith("data:") && image.naturalWidth === 720)));
});

for (const build of ["live", "frozen"])
  test(`the element's ${build} code opens the state on screen on another host, and nothing moves`, async () => {
    const page = await dialog({ hash: "#1as-amended~dg4" });
    await choose(page, { way: "element", build, theme: "light" });
    const state = await describe(page);
    const file = await downloaded(page, "#embed-light");
    const written = await code(page);
    if (build === "frozen") {
      assert.ok(written.includes(`integrity="${embedContract.frozen.integrity}" crossorigin="anonymous"`));
      assert.ok(written.includes(`src="${at.address}${embedContract.frozen.path}embed.js"`));
    }
    for (const width of [390, 800]) {
      const still = await article(written, { width, isScripted: false, files: { [file.name]: file.text } });
      const room = await still.$eval("#below", (it) => it.getBoundingClientRect().top);
      assert.equal(await still.$eval(".first-refusal p", (it) => it.textContent), state.sentence);
      assert.ok(await still.$eval(".first-refusal img", (it) => it.naturalWidth > 0 && it.getBoundingClientRect().width > 300));
      const live = await article(written, { width, files: { [file.name]: file.text } });
      await live.waitForFunction(() => document.querySelector(".first-refusal").summary);
      const summary = await live.$eval(".first-refusal", (it) => it.summary);
      assert.equal(summary.fingerprint, state.fingerprint);
      await sleep(300);
      assert.equal(await live.$eval("#below", (it) => it.getBoundingClientRect().top), room, `at ${width} px`);
      const frame = live.frames().find((one) => one.url().includes("/embed"));
      assert.ok(frame.url().startsWith(at.address + (build === "frozen" ? embedContract.frozen.path : "embed")));
      assert.deepEqual(live.complaints, []);
    }
  });

test("a frozen script is known by its hash: an altered one is refused, and the picture and the sentence remain", async () => {
  const path = `${embedContract.frozen.path}embed.js`;
  const bytes = readFileSync(`${dist}/${path}`);
  assert.equal(embedContract.frozen.integrity, `sha384-${createHash("sha384").update(bytes).digest("base64")}`);
  const page = await dialog();
  await choose(page, { way: "element", build: "frozen", theme: "light" });
  const written = await code(page);
  altered.set(under + path, {
    sent: { "content-type": "text/javascript" },
    body: `${bytes};document.body.dataset.tampered="yes";`,
  });
  try {
    const refused = await article(written);
    await sleep(1_000);
    assert.equal(await refused.evaluate(() => document.body.dataset.tampered), undefined);
    assert.equal(await refused.evaluate(() => customElements.get("first-refusal")), undefined);
    assert.match(await refused.$eval(".first-refusal p", (it) => it.innerText), /^With compute demand/);
    assert.ok(await refused.$eval(".first-refusal img", (it) => it.naturalWidth > 0));
    assert.ok(refused.complaints.some((line) => /integrity/i.test(line)), refused.complaints.join("\n"));
    // The check can fail: without the hash the altered script runs.
    const trusting = await article(written.replace(/\n {2}integrity="[^"]+"/, ""));
    await trusting.waitForFunction(() => document.body.dataset.tampered === "yes");
  } finally {
    altered.clear();
  }
});

test("a frozen build is whole by itself: of the live build only the account that its link leads to", async () => {
  const page = await article(
    `<iframe id="f" title="Figure" width="700" height="800" sandbox="${embedContract.sandbox}" src="${at.address}${embedContract.frozen.path}embed.html"></iframe>`,
  );
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  const frame = page.frames().find((one) => one.url().includes("embed.html"));
  await frame.waitForSelector("#panel input");
  await frame.click("#lab-toggle");
  await frame.waitForFunction(() => !document.getElementById("canvas").hidden && document.getElementById("canvas").width > 300);
  const ours = asked.filter((url) => url.startsWith(new URL(at.address).origin));
  assert.ok(ours.length > 6);
  for (const url of ours) assert.ok(url.startsWith(at.address + embedContract.frozen.path), url);
  const account = await frame.$eval("#whole", (link) => link.href);
  assert.ok(account.startsWith(`${at.address}index.html#1january-2025`), account);
});

test("the plain frame's code keeps free what the figure needs at every width, without a script of ours", async () => {
  const page = await dialog();
  await choose(page, { way: "frame" });
  const written = await code(page);
  assert.ok(!/<script/.test(written));
  const shown = await article(written, { width: 320 });
  for (let width = 320; width <= 1000; width += 40) {
    await shown.setViewport({ width, height: 900 });
    const frame = await (async () => {
      for (;;) {
        const found = shown.frames().find((one) => one.url().includes("embed.html"));
        if (found) return found;
        await sleep(20);
      }
    })();
    await frame.waitForSelector("#panel input");
    await frame.waitForFunction((wide) => document.querySelector("#picture svg")?.viewBox.baseVal.width === wide, {}, width - (width < 480 ? 24 : 32));
    const kept = await shown.$eval("iframe", (it) => it.getBoundingClientRect().height);
    const needed = await frame.$eval("#embed", (it) => it.getBoundingClientRect().height);
    assert.ok(needed <= kept, `at ${width} px the figure needs ${needed} px and has ${kept}`);
    assert.ok(kept - needed < 8, `at ${width} px ${kept} px are kept for ${needed}`);
  }
});

test("behind a plain frame stand the sentence and the picture for the column and the theme, below each other", async () => {
  const page = await dialog();
  await choose(page, { way: "frame" });
  const written = `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'">${await code(page)}`;
  for (const [width, dark, file] of [[390, false, "light-360"], [800, false, "light-640"], [390, true, "dark-360"], [1000, true, "dark-640"]]) {
    const shown = await article(written, { width });
    await shown.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    const { image, room } = await shown.$eval(".first-refusal p", (it) => {
      const words = document.createRange();
      words.selectNodeContents(it);
      return { image: getComputedStyle(it).backgroundImage, room: it.getBoundingClientRect().bottom - words.getBoundingClientRect().bottom };
    });
    assert.ok(image.endsWith(`posters/january-2025-${file}.svg")`), image);
    assert.ok(room > 250, `${room} px for the picture at ${width}`);
  }
});

test("sliders with long names, choices and a class’s large letters stand below each other, and nothing runs into what follows", async () => {
  const keys = "money.revenue-growth,demand.growth,agi.reading,azure.offer";
  for (const [width, query] of [[320, ""], [399, ""], [480, ""], [583, ""], [640, ""], [1024, "&class=1"], [480, "&class=1"], [600, "&class=1"]]) {
    const page = await at.open(`embed.html?controls=${keys}${query}`, { width, height: 1200 });
    await page.waitForFunction(() => [...document.querySelectorAll("#panel .flips")].some((one) => one.textContent !== ""));
    const boxes = await page.$$eval("#panel .lever", (all) =>
      all.map((one) => ({
        top: one.getBoundingClientRect().top,
        bottom: Math.max(...[...one.querySelectorAll("label, input, select, .unit, .flips")].map((part) => part.getBoundingClientRect().bottom)),
      })));
    const bar = await page.$eval("#bar", (one) => one.getBoundingClientRect().top);
    assert.equal(boxes.length, 4);
    const { scrollWidth, innerWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, innerWidth }));
    assert.ok(scrollWidth <= innerWidth, `${scrollWidth} px wide at ${width} px${query}`);
    boxes.forEach(({ bottom }, index) => assert.ok(bottom <= (boxes[index + 1]?.top ?? bar) + 1, `slider ${index} at ${width} px${query}: ${JSON.stringify(boxes)}`));
  }
});

test("the longest words fit into the room that is kept for them: sentence, outcomes, and what the slider says", async () => {
  for (const width of [320, 343, 399, 480, 583, 699, 859]) {
    const page = await at.open("embed.html", { hash: width % 2 === 0 ? "#1january-2025~dg2.35" : "#1exclusive-2023~dg2.35", width, height: 900 });
    await page.waitForSelector("#panel input");
    const [sentence, outcomes] = await page.$$eval("#sentence, #outcomes", (all) =>
      all.map((it) => {
        const range = document.createRange();
        range.selectNodeContents(it);
        return range.getBoundingClientRect().height;
      }));
    const rooms = await page.$$eval("#words, #outcomes", (all) => all.map((it) => [it.getBoundingClientRect().height, parseFloat(getComputedStyle(it).minHeight)]));
    assert.ok(sentence > 40 && outcomes > 14 && sentence + outcomes > 60, `at ${width} px nothing is said`);
    for (const [height, room] of rooms) assert.ok(height <= room + 1, `at ${width} px ${height} of ${room}`);
    await page.waitForFunction(() => document.querySelector("#panel .flips").textContent !== "");
    const [lever, flips] = await page.$$eval("#panel .lever, #panel .flips", (all) => all.map((one) => one.getBoundingClientRect().bottom));
    assert.ok(flips <= lever + 1, `at ${width} px the slider ends at ${lever}, its words at ${flips}`);
  }
});

test("the dialog shows the embed contract that CI measures, and is itself accessible, at both widths and in both themes", async () => {
  for (const [width, dark] of [[1280, false], [390, true]]) {
    const page = await dialog({ width, dark });
    const rows = await page.$$eval("#embed-contract tr", (all) => Object.fromEntries(all.map((row) => [row.cells[0].textContent, row.cells[1].textContent])));
    const { first_interaction: live, csp, sandbox } = embedContract;
    assert.equal(rows["To the first interaction"], `${Math.ceil(live.bytes / 1000)} kB in ${live.requests} requests`);
    assert.equal(rows.Cookies, "none");
    assert.equal(rows.Storage, "none");
    assert.match(rows.Hosts, /^1: /);
    assert.ok(Object.values(rows).includes(csp));
    assert.ok(Object.values(rows).includes(sandbox));
    const box = await page.$eval("#embed-dialog", (it) => ({ wide: it.scrollWidth <= it.clientWidth, left: it.getBoundingClientRect().left }));
    assert.ok(box.wide && box.left >= 0);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run("#embed-dialog"));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.target.join(" ")).join(", ")}`), []);
    await page.click("#embed-close");
    assert.equal(await page.$eval("#embed-dialog", (it) => it.open), false);
  }
});

test("a contract of the reader's own goes into no link, and the dialog hands out its picture alone", async () => {
  const page = await at.openLab();
  const own = JSON.parse(readFileSync(`${project}assets/contracts/january-2025.json`, "utf8"));
  own.title = "My own deal";
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "mine.json", { type: "application/json" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, JSON.stringify(own));
  await page.waitForFunction(() => window.firstRefusal.describe().contract_title === "My own deal");
  await page.click("#embed-open");
  await page.waitForFunction(() => document.getElementById("embed-code").value !== "");
  assert.equal(await page.$eval("#embed-way", (it) => it.value), "picture");
  assert.deepEqual(await page.$$eval("#embed-way option:disabled", (all) => all.map((one) => one.value)), ["element", "frame"]);
  assert.match((await downloaded(page, "#embed-light")).text, /<title>My own deal/);
});

test("without Access-Control-Allow-Origin a sandboxed frame keeps its picture, its sentence and their styles", async () => {
  const page = await article(
    `<iframe title="Figure" width="700" height="800" sandbox="${embedContract.sandbox}" src="${strict.address}embed-as-amended.html"></iframe>`,
  );
  const frame = page.frames().find((one) => one.url().includes("embed-as-amended"));
  await frame.waitForFunction(() => document.querySelector("#picture img")?.naturalWidth > 0);
  await sleep(500);
  assert.equal(await frame.$("#panel input"), null, "no script can run here");
  assert.equal(await frame.$eval("#sentence", (it) => it.innerText), toldOf("as-amended").sentences.wide);
  assert.equal(await frame.$eval("#sentence", (it) => getComputedStyle(it).fontWeight), "600");
});

const toldOf = (deal) => JSON.parse(execFileSync(`${project}build/native/pact`, ["simulate", "--contract", deal, "--format", "json"], { maxBuffer: 1 << 26 }));
const sentenceOf = (deal) => toldOf(deal).sentence;

for (const deal of deals)
  test(`without script a frame of ${deal} shows that deal's picture and sentence`, async () => {
    const page = await at.open(`${deal === "january-2025" ? "embed" : `embed-${deal}`}.html`, { isScripted: false });
    const { sentences, chips } = toldOf(deal);
    assert.equal(await page.$eval("#sentence", (it) => it.innerText), sentences.wide);
    const outcomes = chips.map(({ name, state }) => `${name} ${state}`).join(" · ");
    assert.equal((await page.$eval("#outcomes", (it) => it.textContent)).toLowerCase(), outcomes.toLowerCase());
    assert.equal(await page.$$eval("#outcomes .breaks", (all) => all.length), chips.filter(({ breaks }) => breaks).length);
    await page.setViewport({ width: 400, height: 800 });
    assert.equal(await page.$eval("#sentence", (it) => it.innerText), sentences.narrow);
    await page.setViewport({ width: 800, height: 800 });
    assert.ok(await page.$eval("#picture img", (it, id) => it.currentSrc.includes(`/${id}-`) && it.naturalWidth > 0, deal));
  });

test("a frame of a chapter shows that chapter's picture and words without script, and the same words with it; an article's chapter is that frame", async () => {
  const { chapters } = JSON.parse(readFileSync(`${project}assets/story.json`, "utf8"));
  const words = (page) => page.$eval("#words", (it) => it.innerText);
  for (const { id } of chapters) {
    const still = await at.open(`embed-chapter-${id}.html`, { isScripted: false });
    assert.ok(await still.$eval("#picture img", (it, one) => it.currentSrc.includes(`/chapter-${one}-`) && it.naturalWidth > 0, id), id);
    const live = await at.open(`embed-chapter-${id}.html`);
    assert.equal(await live.$eval("#embed", (it) => it.classList.contains("other")), false);
    await live.waitForSelector("#picture svg");
    assert.equal(await words(live), await words(still));
  }
  for (const [chapter, id] of [["5", chapters[4].id], [chapters[1].id, chapters[1].id]]) {
    const page = await at.article(`<first-refusal chapter="${chapter}"></first-refusal>`);
    const frame = await page.waitForFrame((one) => one.url().includes(`/embed-chapter-${id}.html?chapter=`));
    await frame.waitForSelector("#picture svg");
    assert.equal(await words(frame), await words(await at.open(`embed-chapter-${id}.html`, { isScripted: false })));
    assert.deepEqual(page.complaints, []);
  }
});

test("every deal has a page for previews, with its own sentence and a PNG of 1200 by 630 under 150 kB, that opens the deal", async () => {
  for (const deal of deals) {
    const html = readFileSync(`${dist}/d/${deal}.html`, "utf8");
    const page = await at.open(`d/${deal}.html`, { isScripted: false }); // as a crawler reads it
    const tags = await page.$$eval("meta[property]", (all) => Object.fromEntries(all.map((one) => [one.getAttribute("property"), one.content])));
    assert.equal(tags["og:description"], sentenceOf(deal));
    assert.match(tags["og:title"], /^First Refusal: ./);
    assert.match(html, /<meta name="twitter:card" content="summary_large_image"/);
    const image = new URL(tags["og:image"], `${at.address}d/${deal}.html`);
    assert.ok(tags["og:image"].startsWith("../") || /^https?:\/\//.test(tags["og:image"]), "relative, or whole when the host is known");
    const bytes = readFileSync(`${dist}/previews/${deal}.png`);
    assert.ok(image.pathname.endsWith(`previews/${deal}.png`));
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630]);
    assert.ok(bytes.length <= 150_000 && bytes.length > 10_000, `${bytes.length} bytes`);
    assert.ok(await page.$eval("figure img", (it) => it.naturalWidth > 0));
  }
  const page = await at.open("d/as-amended.html");
  await page.waitForFunction(() => window.firstRefusal?.describe()?.contract === "as-amended");
});

test("each deal's page names what systems that know oEmbed put in its place: a frame of that deal, its size, title and picture", async () => {
  for (const deal of deals) {
    const path = `${at.address}d/${deal}.html`;
    const [, alternate] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(await (await fetch(path)).text());
    const address = new URL(alternate, path);
    const answer = await fetch(address);
    assert.equal(answer.headers.get("content-type"), "application/json");
    const told = await answer.json();
    assert.deepEqual([told.version, told.type, told.provider_name, told.thumbnail_width, told.thumbnail_height], ["1.0", "rich", "First Refusal", 1200, 630]);
    assert.equal(new URL(told.thumbnail_url, address).href, `${at.address}previews/${deal}.png`);
    const [, source] = /^<iframe src="([^"]+)"/.exec(told.html);
    const page = await article(told.html.replace(source, new URL(source, address).href), { width: told.width });
    const frame = await page.waitForFrame((one) => one.url().includes("/embed"));
    await frame.waitForSelector("#panel input");
    assert.equal(await frame.$eval("#sentence", (it) => it.innerText), toldOf(deal).sentences.wide);
    const { width, height } = await page.$eval("iframe", (it) => it.getBoundingClientRect().toJSON());
    assert.deepEqual([width, height], [told.width, told.height]);
    assert.ok((await frame.$eval("#embed", (it) => it.getBoundingClientRect().height)) <= height, "it does not fit");
  }
});

test("for each way there is a page with the code that the dialog hands out, pasted, and the figure is there in it", async () => {
  const handed = await dialog();
  for (const way of ["element", "frame", "picture"]) {
    await choose(handed, { way });
    const written = await code(handed);
    const html = readFileSync(`${dist}/try/${way}.html`, "utf8");
    const [, pasted] = /<hr>\n([^]*)\n<hr>/.exec(html);
    const bare = (text) => text.replaceAll(at.address, "../").replace(/#1january-2025[^"]*|state="[^"]*"/g, "");
    assert.equal(bare(pasted), bare(written), way);
    const page = await at.open(`try/${way}.html`, { width: 800 });
    if (way === "element") await page.waitForFunction(() => document.querySelector("first-refusal").summary);
    if (way === "frame") await (await page.waitForFrame((one) => one.url().includes("/embed"))).waitForSelector("#panel input");
    if (way === "picture") await page.waitForFunction(() => document.querySelector("img").naturalWidth > 0);
    assert.deepEqual(page.complaints, []);
  }
});

test("dist under any path: every page opens, nothing is missing, nothing leaves its folder", async () => {
  for (const name of ["index.html", "embed.html", "embed-as-amended.html", "article.html", "publishers.html", "d/exclusive-2023.html",
    `${embedContract.frozen.path}embed.html`]) {
    const context = await at.browser.createBrowserContext();
    const page = await context.newPage();
    const wrong = [];
    let count = 0;
    page.on("response", (response) => {
      count += 1;
      if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
    });
    page.on("request", (request) => {
      if (!request.url().startsWith("data:") && !request.url().startsWith(at.address)) wrong.push(`outside: ${request.url()}`);
    });
    page.on("pageerror", (error) => wrong.push(error.message));
    await page.goto(at.address + name);
    await page.waitForFunction(() => document.querySelector("#panel input, first-refusal, .lab[data-state=ready]"));
    await at.quiet(); // a page that leads on drops requests that the browser's own count then waits for
    assert.deepEqual(wrong, [], name);
    assert.ok(count > 4, name);
  }
});

test("files are sent with their own type and their compressed form, and the compressed form is the file", async () => {
  const types = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", json: "application/json", svg: "image/svg+xml",
    ttf: "font/ttf", png: "image/png" };
  const all = readdirSync(dist, { recursive: true }).filter((name) => /\.\w+$/.test(name));
  for (const [ending, type] of Object.entries(types)) {
    const name = all.find((one) => one.endsWith(`.${ending}`) && statSync(`${dist}/${one}`).size > 1_000);
    assert.ok(name, `there is no .${ending}`);
    const isDense = ending === "png";
    const answer = await fetch(at.address + name, { headers: { "accept-encoding": "br" } });
    assert.ok(answer.headers.get("content-type").startsWith(type), `${name}: ${answer.headers.get("content-type")}`);
    assert.equal(answer.headers.get("content-encoding"), isDense ? null : "br", name);
    const bytes = readFileSync(`${dist}/${name}`);
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), bytes);
    if (isDense) continue;
    assert.deepEqual(brotliDecompressSync(readFileSync(`${dist}/${name}.br`)), bytes);
    assert.deepEqual(gunzipSync(readFileSync(`${dist}/${name}.gz`)), bytes);
  }
  assert.ok(!existsSync(`${dist}/deal.html`), "the pattern of the deals' pages is none of them");
});

test("frozen builds of earlier versions are carried over when the next build comes; one of this version is replaced", () => {
  const work = mkdtempSync(`${tmpdir()}/frozen-`);
  try {
    for (const name of ["old/v/0.0.9-aaaaaaaa/assets", "old/v/0.1.0-bbbbbbbb", "new/v/0.1.0-cccccccc"]) mkdirSync(`${work}/${name}`, { recursive: true });
    writeFileSync(`${work}/old/v/0.0.9-aaaaaaaa/assets/x.js`, "1");
    assert.deepEqual(keepEarlier(`${work}/new`, `${work}/old`, "0.1.0"), ["0.0.9-aaaaaaaa"]);
    assert.deepEqual(readdirSync(`${work}/new/v`).sort(), ["0.0.9-aaaaaaaa", "0.1.0-cccccccc"]);
    assert.equal(readFileSync(`${work}/new/v/0.0.9-aaaaaaaa/assets/x.js`, "utf8"), "1");
  } finally {
    rmSync(work, { recursive: true });
  }
});

test("the example article's prose says what its figure finds, and the second figure follows the same demand", async () => {
  const page = await at.open("article.html", { width: 1000 });
  const words = (name) => page.$eval(`[data-live=${name}]`, (it) => it.textContent);
  await page.evaluate(() => document.getElementById("deal").scrollIntoView()); // unseen, it has not begun
  await page.waitForFunction(() => document.getElementById("deal").summary);
  assert.equal(await words("served"), `${Math.round(100 * (1 - (await page.$eval("#deal", (it) => it.summary.headline.max_unserved.share))))}%`);
  const number = await page.$("fr-number[input='demand.growth']");
  await number.focus();
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.getElementById("deal").summary.inputs["demand.growth"] === 5);
  const { headline } = await page.$eval("#deal", (it) => it.summary);
  await page.waitForFunction((wanted) => document.querySelector("[data-live=served]").textContent === wanted, {}, `${Math.round(100 * (1 - headline.max_unserved.share))}%`);
  await page.evaluate(() => document.getElementById("stayed").scrollIntoView());
  await page.waitForFunction(() => document.getElementById("stayed").summary?.inputs["demand.growth"] === 5);
  assert.equal(await page.$eval("#stayed", (it) => it.summary.contract), "exclusive-2023");
});

test("of twenty figures on a page at most eight hold a graphics context; the one opened first gives its back and shows its figure", async () => {
  const many = Array.from({ length: 20 }, (_, index) => `<first-refusal id="f${index}"></first-refusal>`).join("");
  const page = await article(`<script type="module" src="${at.address}embed.js"></script>${many}`, { width: 480 });
  const held = async () => {
    let open = 0;
    for (const frame of page.frames().filter((one) => one.url().includes("embed.html")))
      if (await frame.evaluate(() => !document.getElementById("canvas")?.hidden && document.getElementById("picture")?.hidden)) open += 1;
    return open;
  };
  for (let index = 0; index < 10; index += 1) {
    await page.evaluate((id) => document.getElementById(id).scrollIntoView(), `f${index}`);
    await page.waitForFunction((id) => document.getElementById(id).summary, {}, `f${index}`);
    const element = await page.$(`#f${index}`);
    const frame = await (await element.evaluateHandle((it) => it.shadowRoot.querySelector("iframe"))).contentFrame();
    await frame.evaluate(() => document.getElementById("lab-toggle").click());
    await frame.waitForFunction(() => document.getElementById("picture").hidden);
  }
  const until = Date.now() + 10_000;
  while ((await held()) > 8 && Date.now() < until) await sleep(100);
  assert.equal(await held(), 8);
  const first = await (await (await page.$("#f0")).evaluateHandle((it) => it.shadowRoot.querySelector("iframe"))).contentFrame();
  assert.ok(await first.$eval("#picture svg", (it) => it.getBoundingClientRect().height > 200));
});

test("a frame that nobody sees fetches no engine; scrolled into view it does", async () => {
  const page = await article(
    `<div style="height:6000px"></div><iframe title="Figure" width="700" height="800" sandbox="${embedContract.sandbox}" src="${at.address}embed.html"></iframe>`,
  );
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  await sleep(1_500);
  assert.ok(asked.some((url) => url.includes("/embed.html")), "the frame itself is there, with its picture");
  assert.deepEqual(asked.filter((url) => url.endsWith(".wasm")), []);
  const fetched = page.waitForRequest((request) => request.url().endsWith(".wasm"));
  await page.evaluate(() => document.querySelector("iframe").scrollIntoView());
  await fetched;
});
