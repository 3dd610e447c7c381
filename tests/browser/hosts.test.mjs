// The code that the dialog hands out, in hosts as they are: what each does to it, and what a reader then has. The README's table
// of hosts is what is proved here; `node tests/browser/hosts.test.mjs --refresh` writes it.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { open, openLab, setUp } from "./helper.mjs";

let isDown = false; // the figure's host
const at = setUp({ gate: () => (isDown ? 503 : undefined), first: handOut });
const code = {};
const ways = { element: "Element", frame: "Plain frame", picture: "Still picture" };
const kinds = { responds: "responds", picture: "picture and sentence", sentence: "sentence" };

async function handOut() {
  const page = await openLab(at.browser, at.address, { width: 1280 });
  await page.click("#embed-open");
  await page.waitForFunction(() => document.getElementById("embed-code").value !== "");
  for (const way of Object.keys(ways)) {
    await page.select("#embed-way", way);
    code[way] = await page.$eval("#embed-code", ({ value }) => value);
  }
  await page.browserContext().close();
}

const settleMs = 1_500;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const html = (body, head = "", root = 'lang="en"') => `<!doctype html><html ${root}><head><meta charset="utf-8"><title>A host</title>${head}</head><body>${body}</body></html>`;
const quoted = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
const without = (text, ...tags) =>
  tags.reduce((rest, tag) => rest.replace(new RegExp(tag === "script" || tag === "style" ? `<${tag}[^>]*>[^]*?</${tag}>` : `</?${tag}[^>]*>`, "g"), ""), text);
const asParagraphs = (text) => text.split(/\n\n+/).map((part) => `<p>${part.replace(/\n/g, "<br />\n")}</p>`).join("\n"); // as wpautop does

// What a component of a framework does: made without attributes, mounted, taken out and mounted again, attributes a turn later.
const mounts = (text) => `<div id="app"></div><script>
  const shape = document.createElement("template");
  shape.innerHTML = ${JSON.stringify(text).replaceAll("<", "\\u003c")};
  const app = document.getElementById("app");
  for (const script of shape.content.querySelectorAll("script")) {
    const fresh = document.createElement("script");
    for (const { name, value } of script.attributes) fresh.setAttribute(name, value);
    document.head.append(fresh);
    script.remove();
  }
  const late = [...shape.content.querySelectorAll("*")].filter(({ localName }) => /-|iframe/.test(localName));
  const kept = late.map((one) => [...one.attributes].map(({ name, value }) => [name, value]));
  late.forEach((one) => [...one.attributes].forEach(({ name }) => one.removeAttribute(name)));
  const parts = [...shape.content.childNodes];
  app.append(...parts);
  app.replaceChildren();
  app.append(...parts);
  late.forEach((one, index) => kept[index].forEach(([name, value], turn) => setTimeout(() => one.setAttribute(name, value), 20 * turn)));
</script>`;
const inShadow = (text) => `<div id="shadowed"></div><script>
  const inner = document.createRange().createContextualFragment(${JSON.stringify(text).replaceAll("<", "\\u003c")});
  document.getElementById("shadowed").attachShadow({ mode: "open" }).append(inner);
</script>`;
// What a translating browser does: each text in elements of its own, again and again.
const translate = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim() && !/SCRIPT|STYLE/.test(walker.currentNode.parentNode.nodeName)) texts.push(walker.currentNode);
  for (const text of texts) {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    outer.append(inner);
    inner.append(text.data.replace(/demand/g, "Nachfrage"));
    text.replaceWith(outer);
  }
};

const openTab = async (page) => {
  await sleep(settleMs);
  await page.click("summary");
  await page.$eval("#tab", (tab) => (tab.style.display = ""));
};

const strict = (figures) =>
  [`default-src 'none'`, `script-src ${figures}`, `frame-src ${figures}`, `img-src ${figures}`, `style-src 'unsafe-inline'`, `require-trusted-types-for 'script'`, `trusted-types 'none'`].join("; ");
const isolated = { "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin" };
const [all, none] = [["responds", "responds", "picture"], ["picture", "picture", "picture"]];
const feed = ["script", "style", "iframe", "div", "first-refusal", "picture", "source"];

const hosts = [
  { host: "a page with scripts", seen: all },
  { host: "JavaScript switched off", seen: none, scriptless: true },
  { host: "no WebAssembly", seen: none, before: () => delete globalThis.WebAssembly },
  { host: "a strict policy, with Trusted Types", seen: all, sent: () => ({ "Content-Security-Policy": strict(new URL(at.address).origin) }) },
  { host: "frames forbidden by the policy", seen: none, sent: () => ({ "Content-Security-Policy": "frame-src 'none'" }) },
  { host: "a cross-origin isolated page", seen: all, sent: () => isolated, check: (page) => page.evaluate(() => crossOriginIsolated) },
  { host: "the figure’s host does not answer", seen: ["sentence", "sentence", "sentence"], down: true },
  { host: "a frame of the host’s own (`srcdoc`, sandboxed)", seen: all, make: (text) => `<iframe title="Host" width="700" height="900" sandbox="allow-scripts" srcdoc="${quoted(html(text))}"></iframe>` },
  { host: "a content system that makes paragraphs of lines", seen: all, make: asParagraphs },
  { host: "a content system that takes scripts and styles out", seen: ["picture", "responds", "picture"], make: (text) => asParagraphs(without(text, "script", "style")) },
  { host: "feeds and reader modes: paragraphs and pictures alone", seen: ["picture", "sentence", "picture"], make: (text) => without(text, ...feed) },
  { host: "a framework that mounts twice and sets attributes late", seen: all, make: mounts },
  { host: "a shadow tree", seen: all, make: inShadow },
  { host: "a tab or accordion, closed at first", seen: all, make: (text) => `<details><summary>More</summary><div id="tab" style="display:none">${text}</div></details>`, act: openTab },
  { host: "a page from right to left", seen: all, root: 'lang="ar" dir="rtl"' },
  { host: "translated by the browser", seen: all, act: (page) => page.evaluate(translate) },
];

/** What a reader has of it: it responds, or there are a picture and the sentence, or the sentence alone. */
async function has(page) {
  let best = "nothing";
  for (const frame of page.frames()) {
    const found = await frame.evaluate(async () => {
      const words = /^With compute (demand|Nachfrage)/;
      const trees = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
      const every = trees.flatMap((tree) => [...tree.querySelectorAll("*")]).filter((one) => one.checkVisibility({ visibilityProperty: true }));
      const isLarge = (one) => one.getBoundingClientRect().height > 150 && one.getBoundingClientRect().width > 250;
      const loads = async (address) => Object.assign(new Image(), { src: address }).decode().then(() => true, () => false);
      const behind = every.map((one) => /url\("(.*)"\)/.exec(getComputedStyle(one).backgroundImage)?.[1]).find(Boolean);
      const image = every.find((one) => one.localName === "img" && one.naturalWidth > 0 && isLarge(one));
      const isSaid = every.some((one) => words.test(one.alt ?? one.innerText ?? ""));
      const slider = every.find((one) => one.matches("#panel input[type=range]"));
      if (slider && every.some((one) => one.matches("#picture svg"))) {
        const before = document.getElementById("sentence").innerText;
        slider.value = slider.value === slider.min ? slider.max : slider.min;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        slider.dispatchEvent(new Event("change", { bubbles: true }));
        for (let turn = 0; turn < 100 && document.getElementById("sentence").innerText === before; turn++) await new Promise((done) => setTimeout(done, 20));
        return document.getElementById("sentence").innerText !== before ? "responds" : "nothing";
      }
      return isSaid ? (image || (behind && (await loads(behind))) ? "picture" : "sentence") : "nothing";
    }).catch(() => "nothing"); // the frame was replaced meanwhile
    const order = ["nothing", "sentence", "picture", "responds"];
    if (order.indexOf(found) > order.indexOf(best)) best = found;
  }
  return best;
}

async function becomes(page, wanted) {
  let found = "nothing";
  for (const end = Date.now() + 60_000; Date.now() < end && found !== wanted; await sleep(50)) found = await has(page);
  if (wanted !== "responds") {
    await sleep(settleMs);
    found = await has(page);
  }
  return found;
}

for (const { host, seen, make = (text) => text, sent, root, scriptless, before: first, down, act, check } of hosts)
  test(`in ${host}: ${Object.keys(ways).map((way, index) => `${way} ${kinds[seen[index]]}`).join(", ")}`, async () => {
    for (const [index, way] of Object.keys(ways).entries()) {
      const path = `host-${hosts.findIndex((one) => one.host === host)}-${way}.html`;
      at.pages.set(`/${path}`, { body: html(make(code[way]), "", root), sent: sent?.() });
      const page = await open(at.browser, "about:blank", { width: 800, height: 900, before: first, friends: [at.address, at.publisher] });
      if (scriptless) await page.setJavaScriptEnabled(false);
      isDown = !!down;
      try {
        await page.goto(at.publisher + path);
        await act?.(page);
        assert.equal(await becomes(page, seen[index]), seen[index], way);
        if (check) assert.ok(await check(page), `${way}: the host is not what it says`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${way}: it is wider than the page`);
      } finally {
        isDown = false;
      }
      await page.browserContext().close();
    }
  });

const readme = fileURLToPath(new URL("../../README.md", import.meta.url));
const row = (cells) => `| ${cells.join(" | ")} |`;
const table = [
  row(["Host", ...Object.values(ways)]),
  row(["---", ...Object.values(ways).map(() => "---")]),
  ...hosts.map(({ host, seen }) => row([host, ...seen.map((kind) => kinds[kind])])),
].join("\n");
const marked = /(<!-- table: hosts -->\n\n)[^]*?(\n\n<!-- end -->)/;
if (process.argv.includes("--refresh")) writeFileSync(readme, readFileSync(readme, "utf8").replace(marked, `$1${table}$2`));
test("the README's table of hosts is what is proved here", () => {
  assert.equal(marked.exec(readFileSync(readme, "utf8"))?.[0], `<!-- table: hosts -->\n\n${table}\n\n<!-- end -->`);
});
