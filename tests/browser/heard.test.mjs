// What is heard of a change, what can be read again, how many stops it is to anything, and that cause and effect stay in
// sight for whoever uses keys or a small window.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { heardOf, listen } from "./heard.mjs";
import { canvasBox, describe, pixels, pressNative, settled, setUp } from "./helper.mjs";

const at = setUp();
const most = 20; // words of an announcement

async function openTwin(options = {}) {
  const page = await at.openLab({ before: listen, ...options });
  await page.$eval("#twin-toggle", (button) => button.click());
  await page.waitForFunction(() => document.querySelector("#twin table tbody tr") && document.querySelector("#twin .pinned svg"));
  return page;
}
const announced = (heard) => heard.filter((one) => one.startsWith("announced: ")).map((one) => one.slice("announced: ".length));
const values = (heard) => heard.filter((one) => one.startsWith("value: ")).map((one) => one.slice("value: ".length));
const words = (text) => text.split(" ").length;
const lever = (key, kind = "[type=range]") => `#twin .lever[data-key="${key}"] input${kind}`;

test("a key on a slider says its value, and once what that changes; thirty fast ones are one announcement", async () => {
  const page = await openTwin();
  await page.focus("#hero");
  const one = await heardOf(page, () => page.keyboard.press("ArrowRight"));
  assert.deepEqual(values(one), ["3.05 times a year"]);
  assert.equal(announced(one).length, 1, one.join("\n"));
  assert.ok(words(announced(one)[0]) <= most, announced(one)[0]);
  assert.doesNotMatch(announced(one)[0], /3\.05|Compute demand/, "the slider has said that");
  // As fast as keys can come, however busy the machine is.
  const thirty = await heardOf(page, () =>
    page.evaluate(() => {
      for (let i = 0; i < 30; i += 1) document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", bubbles: true, cancelable: true }));
    }),
  );
  assert.equal((await describe(page)).inputs["demand.growth"], 1.55);
  assert.equal(announced(thirty).length, 1, thirty.join("\n"));
});

test("what is not told by a control in hand names what was set: another contract, a clause, undo", async () => {
  const page = await openTwin();
  const link = announced(await heardOf(page, () => page.$eval("#other", (one) => one.click())));
  assert.equal(link.length, 1, link.join("\n"));
  assert.ok(link[0].startsWith((await describe(page)).contract_title), link[0]);
  const undone = announced(await heardOf(page, () => pressNative(page, "#undo")));
  assert.equal(undone.length, 1);
  assert.ok(undone[0].startsWith((await describe(page)).contract_title), undone[0]);
  await page.focus("#twin-toggle"); // a button: what is switched elsewhere is named
  const struck = announced(await heardOf(page, () => page.$eval('#twin .clause[data-clause="first-refusal"] input', (box) => box.click())));
  assert.equal(struck.length, 1);
  assert.match(struck[0], /^First refusal never agreed\./);
  for (const text of [...link, ...undone, ...struck]) assert.ok(words(text) <= most, text);
});

test("a question, a dispute's side and an input that changes little are heard too", async () => {
  const page = await openTwin();
  await page.focus("#twin .why select");
  const asked = announced(await heardOf(page, () => page.select("#twin .why select", "azure_share_2030")));
  assert.deepEqual(asked, [`Azure’s share of 2030 is ${Math.round((await describe(page)).headline.azure_share_2030 * 100)}%.`]);
  await page.focus('#twin [data-dispute="run-rate"] input');
  const side = announced(await heardOf(page, () => page.keyboard.press("ArrowDown")));
  assert.equal(side.length, 1);
  assert.ok(words(side[0]) > 4 && words(side[0]) <= most, side[0]);
});

test("the month speaks once as a value, and tells the clauses that have changed", async () => {
  const page = await openTwin();
  await page.evaluate(() => document.getElementById("twin-month").focus());
  const heard = await heardOf(page, () => page.keyboard.press("PageDown"));
  const { month } = (await describe(page)).selected;
  assert.equal(values(heard).length, 1, heard.join("\n"));
  assert.match(values(heard)[0], new RegExp(`^[A-Z][a-z]+ ${month.slice(0, 4)}$`));
  assert.equal(announced(heard).length, 1, heard.join("\n"));
  const start = await heardOf(page, () => page.keyboard.press("Home"));
  assert.match(announced(start)[0], /Cloud exclusivity/, "the clause that governs in January 2024");
  assert.ok(words(announced(start)[0]) <= most);
});

test("a page up on the month is a year", async () => {
  const page = await openTwin();
  await page.focus("#twin-month");
  await page.keyboard.press("Home");
  await page.keyboard.press("PageUp");
  assert.equal((await describe(page)).selected.month, "2025-01");
  await page.keyboard.press("End");
  await page.keyboard.press("PageUp");
  assert.equal((await describe(page)).selected.month, "2035-12");
});

test("of several figures in an article one speaks, with its deal's name; a change tells what it changed", async () => {
  const both = `<first-refusal id="a" contract="january-2025"></first-refusal><first-refusal id="b" contract="as-amended"></first-refusal>`;
  const page = await at.article(both, { before: listen, height: 2000 });
  await page.waitForFunction(() => ["a", "b"].every((id) => document.getElementById(id).summary));
  await page.evaluate(() => {
    window.says = [];
    addEventListener("first-refusal-change", ({ detail }) => window.says.push(detail.says));
  });
  const heard = await heardOf(page, () =>
    page.evaluate(() => {
      for (const id of ["a", "b"]) document.getElementById(id).set("demand.growth", 2.2);
    }),
  );
  assert.equal(announced(heard).length, 1, heard.join("\n"));
  assert.match(announced(heard)[0], /^The deal of January 2025: /);
  const apart = await heardOf(page, async () => {
    await page.evaluate(() => document.getElementById("b").set("demand.growth", 3.5));
    await new Promise((resolve) => setTimeout(resolve, 350)); // while the other has yet to come to rest
    await page.evaluate(() => document.getElementById("a").set("demand.growth", 3.5));
  });
  assert.equal(announced(apart).length, 1, apart.join("\n"));
  assert.match(announced(apart)[0], /^The deal of January 2025: /);
  for (const text of [announced(heard)[0], announced(apart)[0]]) assert.ok(words(text) <= most, text);
  await page.evaluate(() => (window.says = window.says.filter((text) => !text.includes("3.5"))));
  const says = await page.evaluate(() => window.says.filter(Boolean));
  assert.ok(says.length >= 2 && says.every((text) => text.startsWith("Compute demand ×2.2 a year.")), says.join("\n"));
});

test("with any deal's name before it, what a figure of an article says has at most 20 words", async () => {
  const deals = ["january-2025", "as-amended", "exclusive-2023", "under-pressure", "clause-dropped"];
  const page = await at.article(deals.map((id) => `<first-refusal id="${id}" contract="${id}"></first-refusal>`).join(""), { before: listen, height: 4500 });
  await page.waitForFunction((ids) => ids.every((id) => document.getElementById(id).summary), {}, deals);
  const acts = [(it) => it.set("demand.growth", 4.2), (it) => it.set("agi.reading", "booked"), (it) => it.undo()];
  for (const id of deals)
    for (const act of acts) {
      const said = announced(await heardOf(page, () => page.evaluate(`(${act})(document.getElementById("${id}"))`)));
      assert.equal(said.length, 1, said.join("\n"));
      for (const text of said) assert.ok(words(text) <= most && text.includes(": "), text);
    }
});

test("the state can be read again: deal, month, sentence, clauses, what was set", async () => {
  const page = await openTwin();
  const standing = () => page.$eval("#twin .standing", (one) => one.textContent);
  assert.match(await standing(), /You have set nothing/);
  await page.evaluate(() => window.firstRefusal.set("demand.growth", 4));
  await page.waitForFunction(() => document.querySelector("#twin .standing").textContent.includes("Compute demand ×4.0 a year"));
  const state = await describe(page);
  const text = await standing();
  for (const part of [state.contract_title, state.sentence, ...state.selected.says.filter((_, i) => i !== 1), ...state.yours]) assert.ok(text.includes(part), part);
});

/** Tab by tab from an element on: what has the focus, until `isThere`. */
async function stopsUntil(page, isThere, limit = 40) {
  for (let stops = 1; stops <= limit; stops += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(isThere)) return stops;
  }
  return Infinity;
}

// Counted on the deal as it opens, printed, and the same as docs/heard.md says.
const stops = [];
const count = (what, number, limit) => {
  stops.push(`| ${what} | ${number} | ${limit} |`);
  assert.ok(number <= limit, `${what}: ${number} stops`);
};

test("from the page's top one stop leads to the view in text, five more to its first lever, and fifteen to any clause", async () => {
  const page = await at.openLab();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Use as text and controls");
  count("from the page’s top to “Use as text and controls”", 1, 1);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "twin-title" && document.querySelector("#twin table tbody tr"));
  count("from there to the first lever", await stopsUntil(page, () => document.activeElement.matches(".lever input")), 5);
  const clauses = (await describe(page)).clauses.map(({ id }) => id);
  const ways = [];
  for (const id of [clauses[0], clauses.at(-1)]) {
    await page.focus("#twin-title");
    const toList = await stopsUntil(page, () => document.activeElement.matches(".ways select"));
    await page.select("#twin .ways select", id);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.closest(".clause")?.dataset.clause), id);
    ways.push(toList + 1 + (await stopsUntil(page, () => document.activeElement.matches(".clause *"), 3)));
  }
  count("from there to the first or last clause, by the list of clauses", Math.max(...ways), 15);
});

test("what a clause rests on is one stop", async () => {
  const page = await openTwin();
  const of = await page.$$eval("#twin .clause", (all) =>
    all.map((card) => [...card.querySelectorAll("a, summary, input, button, select")].filter((one) => one.checkVisibility()).length),
  );
  count("within a clause: its sources, and two switches", Math.max(...of), 3);
  const grounds = await page.$$eval("#twin .clause", (all) => all.map((card) => card.querySelectorAll("summary, .ground a").length));
  count("what a clause rests on, folded", Math.max(...grounds), 1);
});

test("docs/heard.md has the table of stops as they are counted", (t) => {
  const table = ["| way | stops | at most |", "| --- | ---: | ---: |", ...stops].join("\n");
  t.diagnostic(`\n${table}`);
  assert.ok(readFileSync(new URL("../../docs/heard.md", import.meta.url), "utf8").includes(table), table);
});

const sizes = [[1366, 768], [1280, 800], [640, 400], [320, 256]];
for (const [width, height] of sizes)
  test(`at ${width} × ${height} the sentence and part of the picture are in sight at every stop of the controls, and nothing lies over it`, async () => {
    const page = await openTwin({ width, height });
    await page.evaluate(() => (document.getElementById("twin-title").tabIndex = -1));
    await page.focus("#hero");
    const stage = await page.evaluate(() => {
      const [canvas, bar] = ["#canvas", "#controls"].map((one) => document.querySelector(one).getBoundingClientRect());
      return Math.min(canvas.bottom, bar.top) - Math.max(canvas.top, 0);
    });
    assert.ok(stage >= height * 0.6, `${stage} px of the figure are seen above its slider`);
    await page.evaluate(() => document.getElementById("twin-title").focus());
    const faults = [];
    let stops = 0;
    for (; stops < 200; stops += 1) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const one = document.activeElement;
        if (!one.closest("#twin")) return null;
        const inView = (box) => Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
        const [sentence, picture] = [document.querySelector(".pinned p"), document.querySelector(".pinned svg")].map((part) => part.getBoundingClientRect());
        const isControl = one.matches(".lever *, .clause *, #twin-month");
        const box = one.getBoundingClientRect();
        const [x, y] = [box.left + Math.min(box.width / 2, 40), Math.max(box.top, 0) + Math.min(box.height, 24) / 2];
        const top = document.elementFromPoint(x, y);
        return {
          what: `${one.localName} ${one.id} ${one.textContent.slice(0, 30)}`,
          isSeen: !isControl || (inView(sentence) >= sentence.height - 1 && inView(picture) >= 40),
          isClear: y >= 0 && y <= innerHeight && !!top && (one.contains(top) || top.contains(one) || one.closest("label") === top.closest("label")) && !top.closest(".pinned"),
        };
      });
      if (!seen) break;
      if (!seen.isSeen) faults.push(`out of sight at ${seen.what}`);
      if (!seen.isClear) faults.push(`something lies over ${seen.what}`);
    }
    assert.ok(stops > 30, `${stops} stops`);
    assert.deepEqual(faults, []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, "it scrolls sideways");
  });

for (const [width, height] of sizes)
  test(`at ${width} × ${height} nothing lies over any stop of the story's eight chapters, dotted words among them`, async () => {
    const page = await at.openLab({ width, height });
    const faults = [];
    let [stops, terms] = [0, 0];
    for (let number = 1; number <= 8; number += 1) {
      await page.evaluate((wanted) => window.firstRefusal.chapter(wanted), number);
      await page.waitForFunction((wanted) => window.firstRefusal.describe().chapter.number === wanted, {}, number);
      for (const isRevealed of [false, true]) {
        const found = await page.evaluate(async (reveals) => {
          const story = document.getElementById("story");
          if (reveals) story.querySelectorAll(".chapter.shown .acts button")[1].click();
          const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const seen = [];
          for (const one of story.querySelectorAll("button, input, a")) {
            if (!one.checkVisibility()) continue;
            one.focus();
            await drawn();
            const box = one.getClientRects()[0];
            const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height, 24) / 2];
            const top = document.elementFromPoint(x, y);
            const isClear = y >= 0 && y <= innerHeight && !!top && (one.contains(top) || one.closest("label")?.contains(top) === true);
            seen.push({ what: `${one.localName}.${one.className} ${one.textContent.slice(0, 30)}: ${top?.outerHTML.slice(0, 60)} at ${Math.round(x)}, ${Math.round(y)}`, isTerm: one.matches(".term"), isClear });
          }
          return seen;
        }, isRevealed);
        stops += found.length;
        terms += found.filter(({ isTerm }) => isTerm).length;
        faults.push(...found.filter(({ isClear }) => !isClear).map(({ what }) => `${number}: ${what}`));
      }
    }
    assert.ok(stops > 200 && terms > 10, `${stops} stops, ${terms} terms`);
    assert.deepEqual(faults, []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, "it scrolls sideways");
  });

test("in forced colours the sentence stands on the screen, and tipping points are told though nothing is drawn", async () => {
  const page = await at.open("", { features: [{ name: "forced-colors", value: "active" }] });
  await page.waitForFunction(() => document.querySelector("#twin:not([hidden]) .pinned svg"));
  const { sentence } = await describe(page);
  const place = await page.$eval("#twin .standing .sentence", (one) => ({ text: one.textContent, height: one.getBoundingClientRect().height }));
  assert.equal(place.text, sentence);
  assert.ok(place.height > 10);
  await page.waitForFunction(() => /(higher|lower): /.test(document.querySelector('#twin .lever[data-key="demand.growth"] .flips').textContent));
});

/** How many pixels of what is seen of the canvas have just this colour, "#rrggbb". */
async function inkOn(page, colour) {
  const { left, top, width } = await canvasBox(page);
  const { rgba } = await pixels(page, { x: left, y: Math.max(0, top), width, height: page.viewport().height - Math.max(0, top) });
  const wanted = [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16));
  let count = 0;
  for (let i = 0; i < rgba.length; i += 4) count += wanted.every((value, part) => rgba[i + part] === value) ? 1 : 0;
  return count;
}

for (const dark of [false, true])
  test(`more contrast, ${dark ? "dark" : "light"}: the page, the canvas and the pictures in the text take stronger lines and words, at once`, async () => {
    const named = ["--muted", "--hairline", "--alarm"];
    const colours = () => page.evaluate((names) => names.map((name) => getComputedStyle(document.documentElement).getPropertyValue(name)), named);
    const page = await at.openLab({ dark });
    const plain = await colours();
    const [muted, hairline] = plain;
    assert.ok((await inkOn(page, muted)) > 50 && (await inkOn(page, hairline)) > 500);
    const session = await page.createCDPSession();
    const scheme = { name: "prefers-color-scheme", value: dark ? "dark" : "light" };
    await session.send("Emulation.setEmulatedMedia", { features: [scheme, { name: "prefers-contrast", value: "more" }] });
    await settled(page);
    const more = await colours();
    plain.forEach((colour, i) => assert.notEqual(colour, more[i]));
    assert.ok((await inkOn(page, more[0])) > 50 && (await inkOn(page, more[1])) > 500, "the canvas has its plain colours");
    const left = [await inkOn(page, muted), await inkOn(page, hairline)];
    assert.ok(left.every((count) => count < 10), `${left} pixels of the plain colours: more than an edge can come to by chance`);
    await pressNative(page, "#twin-toggle");
    const svg = () => page.$eval("#twin [data-figure=capacity] svg", (one) => one.outerHTML.toLowerCase());
    await page.waitForSelector("#twin [data-figure=capacity] svg");
    assert.ok((await svg()).includes(more[0]) && !(await svg()).includes(muted), "the picture in the text");
    await session.send("Emulation.setEmulatedMedia", { features: [scheme] });
    for (const place of ["[data-figure=capacity]", ".pinned"])
      await page.waitForFunction((at, wanted) => document.querySelector(`#twin ${at} svg`).outerHTML.toLowerCase().includes(wanted), {}, place, muted);
  });

test("more contrast: the small figure of an article", async () => {
  const page = await at.open("embed.html", { width: 640, height: 700, features: [{ name: "prefers-contrast", value: "more" }] });
  await page.waitForSelector("#panel input");
  await page.waitForSelector("#picture svg");
  const stronger = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--muted"));
  await page.waitForFunction((wanted) => document.querySelector("#picture svg").outerHTML.toLowerCase().includes(wanted), {}, stronger);
});

test("undo and redo have keys, a list of keys opens and gives the focus back", async () => {
  const page = await openTwin();
  await page.focus(lever("demand.growth"));
  await page.keyboard.press("ArrowRight");
  assert.equal((await describe(page)).inputs["demand.growth"], 3.05);
  const withControl = async (key) => {
    await page.keyboard.down("Control");
    await page.keyboard.press(key);
    await page.keyboard.up("Control");
  };
  await withControl("z");
  assert.equal((await describe(page)).inputs["demand.growth"], 3);
  await withControl("y");
  assert.equal((await describe(page)).inputs["demand.growth"], 3.05);
  await page.keyboard.type("?");
  await page.waitForSelector("dialog.keys-dialog[open]");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  assert.equal(await page.evaluate(() => document.activeElement.closest(".lever")?.dataset.key), "demand.growth");
});

test("a value between two steps stands where it is; a key goes to the next step", async () => {
  const page = await openTwin();
  await page.evaluate(() => window.firstRefusal.set("demand.growth", 2.53));
  const range = lever("demand.growth");
  await page.waitForFunction((one) => document.querySelector(one).value === "2.53", {}, range);
  assert.ok(await page.$eval(range, (one) => one.checkValidity()));
  await page.focus(range);
  await page.keyboard.press("ArrowRight");
  assert.equal((await describe(page)).inputs["demand.growth"], 2.55);
});

test("an error names the label; names of clauses are unique", async () => {
  const page = await openTwin({ hash: "#1as-amended" });
  const exact = lever("demand.growth", ".exact");
  await page.click(exact, { clickCount: 3 });
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  const error = await page.$eval('#twin .lever[data-key="demand.growth"] .error', (one) => one.textContent);
  assert.match(error, /^Compute demand must be a number from 1\.2 to 5/);
  const names = await page.$$eval("#twin .clause h4", (all) => all.map((one) => one.textContent));
  assert.equal(new Set(names).size, names.length, names.join(", "));
});

test("the focus goes back from a notice, and Escape closes it", async () => {
  const page = await at.openLab({ hash: "#1january-2025~dg99" });
  await page.waitForFunction(() => !document.getElementById("notice").hidden);
  await page.focus("#notice-close");
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate(() => document.getElementById("notice").hidden && document.activeElement !== document.body));
  const other = await at.openLab({ hash: "#1january-2025~dg99" });
  await other.waitForFunction(() => !document.getElementById("notice").hidden);
  await other.keyboard.press("Escape");
  assert.ok(await other.evaluate(() => document.getElementById("notice").hidden));
});
