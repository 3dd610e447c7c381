// Files in and out: a contract of the reader's own by file picker and by drop, what is said of files that are none, and
// everything that can be kept of a state, checked by its content.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe as suite, it } from "node:test";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decoded, describe, nextFrames, open, openLab, places, pressAt, rest, serve, settled, setUp, showTab } from "./helper.mjs";

const project = fileURLToPath(new URL("../..", import.meta.url));
const pact = (...given) => execFileSync(`${project}/build/native/pact`, given, { encoding: "utf8", maxBuffer: 1 << 26 });
const folder = mkdtempSync(join(tmpdir(), "first-refusal-"));
const shipped = JSON.parse(readFileSync(`${project}/assets/contracts/as-amended.json`, "utf8"));

const at = setUp();
after(async () => {
  rmSync(folder, { recursive: true });
});

const write = (name, content) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const changed = (change) => {
  const contract = structuredClone(shipped);
  change(contract);
  return JSON.stringify(contract);
};
const mine = changed((contract) => {
  contract.id = "mine";
  contract.title = "My own deal";
});

/** Drops a file on the page as a hand does; `midway` runs while it is held there. */
async function drop(page, paths, midway) {
  const client = await page.createCDPSession();
  const data = { items: [], files: [paths].flat(), dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver"]) await client.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
  await midway?.();
  await client.send("Input.dispatchDragEvent", { type: "drop", x: 300, y: 300, data });
  await client.detach();
}
const refusal = async (page) => {
  await page.waitForFunction(() => window.firstRefusal.describe().refused);
  return (await describe(page)).refused;
};

async function cursorAt(page, x, y) {
  await page.mouse.move(x, y);
  await nextFrames(page);
  return page.$eval("#canvas", (canvas) => canvas.style.cursor);
}

/** Presses what a list says that unfolds when `heading` is pressed. */
async function choose(page, heading, words) {
  await page.evaluate(() => window.scrollTo(0, 0));
  await pressAt(page, (await places(page)).of(heading));
  await pressAt(page, (await places(page, [heading])).of(words));
}
/** How much there is to scroll through: with the panel's own tab, what the panel holds. */
const length = (page) => page.evaluate(() => document.documentElement.scrollHeight);

suite("a contract of the reader's own", () => {
  it("is opened by the picker on the canvas, named everywhere, undone, redone, and kept by a reset", async () => {
    const page = await at.openLab({ height: 1100 }); // the list is long
    const untouched = await describe(page);
    const [chooser] = await Promise.all([page.waitForFileChooser(), choose(page, untouched.contract_title, "Open a contract of your own …")]);
    await chooser.accept([write("mine.json", mine)]);
    await page.waitForFunction(() => window.firstRefusal.describe().contract === "mine");
    const state = await describe(page);
    assert.equal(state.own, true);
    assert.equal(state.fingerprint, JSON.parse(pact("simulate", "--contract", join(folder, "mine.json"), "--format", "json")).fingerprint);
    assert.equal(await page.$eval("#deal", (deal) => deal.selectedOptions[0].textContent), "My own deal");
    assert.match(await page.$eval("#controls-note", (note) => note.textContent), /does not travel in the link/);
    assert.ok(state.link.startsWith("1january-2025"), state.link);

    await page.evaluate(() => window.firstRefusal.set("demand.growth", 4));
    await page.evaluate(() => window.firstRefusal.reset());
    assert.equal((await describe(page)).contract_title, "My own deal");
    assert.equal((await describe(page)).inputs["demand.growth"], 3);
    for (let i = 0; i < 3; i++) await page.evaluate(() => window.firstRefusal.undo());
    assert.equal((await describe(page)).fingerprint, untouched.fingerprint);
    assert.equal((await describe(page)).own, false);
    assert.equal(await page.$eval("#deal", (deal) => deal.value), "january-2025");
    assert.equal(await page.$eval("#controls-note", (note) => note.textContent), "");
    await page.evaluate(() => window.firstRefusal.redo());
    assert.equal((await describe(page)).contract_title, "My own deal");
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  it("is mended and opened again under the same title: its clauses are told in their new words", async () => {
    const worded = (says) => changed((contract) => Object.assign(contract, { id: "mine", title: "My own deal", clauses: contract.clauses.map((clause) => ({ ...clause, says })) }));
    const page = await at.openLab();
    await page.click("#twin-toggle");
    const told = (words) =>
      page.waitForFunction((wanted) => [...document.querySelectorAll("#twin .clause > p")].some((one) => one.textContent === wanted), {}, words);
    for (const words of ["As first written.", "As mended."]) {
      await drop(page, write("mine.json", worded(words)));
      await told(words);
    }
    assert.ok(!(await page.$eval("#twin .clauses", (list) => list.textContent)).includes("As first written."));
    await page.close();
  });

  it("keeps the switches of a clause whose own id ends in -dropped, and offers none for what a dropped restriction adds", async () => {
    const [supply, ...others] = shipped.clauses.toSorted((a, b) => (b.kind === "supply") - (a.kind === "supply"));
    const named = changed((contract) => Object.assign(contract, { id: "mine", clauses: [{ ...supply, id: "own-dropped" }, ...others] }));
    const page = await at.openLab();
    await page.click("#twin-toggle");
    await drop(page, write("mine.json", named));
    const box = await page.waitForSelector('#twin .clause[data-clause="own-dropped"] fieldset label:nth-of-type(2) input');
    await box.evaluate((it) => it.click());
    await page.waitForSelector('#twin .clause[data-clause="own-dropped-dropped"]');
    assert.equal(await page.$('#twin .clause[data-clause="own-dropped-dropped"] fieldset'), null);
    assert.ok(await page.$('#twin .clause[data-clause="own-dropped"] fieldset'));
    await page.close();
  });

  it("is opened by dropping it anywhere on the page, which shows that it may be dropped", async () => {
    const page = await at.openLab();
    assert.equal(await page.$eval("#drop", (sign) => sign.hidden), true);
    await drop(page, write("mine.json", mine), async () => {
      // It goes again by itself when nothing is dragged on, so it is measured where it is seen.
      await page.waitForFunction(() => {
        const { width, height } = document.querySelector("#drop").getBoundingClientRect();
        return width > 1200 && height > 700;
      });
    });
    await page.waitForFunction(() => window.firstRefusal.describe().contract === "mine");
    assert.equal(await page.$eval("#drop", (sign) => sign.hidden), true);
    assert.equal(page.url(), at.address, "the browser has not gone to the file");
    await page.close();
  });

  it("with the id of a shipped one is still the reader's, and one press leads to the shipped one", async () => {
    const page = await at.openLab();
    await drop(page, write("same.json", changed((it) => ((it.id = "january-2025"), (it.title = "Not the shipped one")))));
    await page.waitForFunction(() => window.firstRefusal.describe().own);
    assert.equal(await page.$eval("#deal", (deal) => deal.selectedOptions[0].textContent), "Not the shipped one");
    await page.click("#other");
    await page.waitForFunction(() => !window.firstRefusal.describe().own);
    assert.equal((await describe(page)).contract, "january-2025");
    await page.close();
  });

  it("with long, hostile, right-to-left or foreign words breaks no layout and runs nothing", async () => {
    for (const width of [320, 1280]) {
      const page = await at.openLab({ width });
      const before = await length(page);
      for (const title of ["x".repeat(200), `<script>window.hacked = 1</script><img src=x onerror="window.hacked=1">`, "שלום עולם ".repeat(20), "条約", "abc\n\u0007def"]) {
        await drop(page, write("hostile.json", changed((it) => ((it.id = "hostile"), (it.title = title), (it.clauses[0].name = title)))));
        const shown = title.replace(/[\u0000-\u001f]/g, " ");
        await page.waitForFunction((wanted) => window.firstRefusal.describe().contract_title === wanted, {}, shown);
        await rest(page);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, title.slice(0, 20));
        assert.equal(await page.$eval("#deal", (deal) => deal.selectedOptions[0].textContent), shown);
        assert.ok((await length(page)) < before + 600, `${title.slice(0, 20)}: ${await length(page)} px high`);
      }
      for (const [title, wanted] of [["x".repeat(50_000), /^title: must be at most 200 letters/], ["\u202eabc", /^title: holds U\+202E/]]) {
        await drop(page, write("hostile.json", changed((it) => (it.title = title))));
        await page.waitForFunction((source) => new RegExp(source).test(window.firstRefusal.describe().refused?.problems[0]), {}, wanted.source);
      }
      assert.equal(await page.evaluate(() => window.hacked), undefined);
      assert.deepEqual(page.complaints, []);
      await page.close();
    }
  });
});

suite("a file that is no contract", () => {
  const wrong = changed((contract) => {
    contract.format = 2;
    contract.presets = { "azure.ofer": 1 };
    for (const clause of contract.clauses) clause.grade = "rumour";
  });

  it("is told of under the picker with all its mistakes, heard once, and dismissed; the old deal still runs", async () => {
    const page = await at.openLab();
    await page.evaluate(() => window.firstRefusal.set("demand.growth", 3.5));
    await settled(page);
    await showTab(page, "compare"); // which holds next to nothing
    const [state, before] = [await describe(page), await length(page)];
    await drop(page, write("wrong.json", wrong));
    const { name, problems } = await refusal(page);
    assert.equal(name, "wrong.json");
    assert.equal(problems.length, 2 + shipped.clauses.length);
    assert.match(problems[0], /^format: must be 1/);
    assert.match(problems[1], /nearest is azure\.offer/);
    assert.equal((await describe(page)).fingerprint, state.fingerprint);
    await rest(page);
    const heard = await page.$$eval("[role=alert]", (all) => all.map((one) => one.textContent).filter((text) => text.includes("was not opened")));
    assert.equal(heard.length, 1);
    assert.ok(heard[0].includes(problems[0]) && heard[0].includes(`and ${problems.length - 6} more`), heard[0]);

    // "Show all" stands under the list, at its left; "Dismiss" at the right of its first line.
    const { panel } = await places(page);
    const pressFirst = async (x) => {
      let y = panel.top + 8;
      while ((await cursorAt(page, x, y)) !== "pointer" && y < panel.bottom) y += 6;
      await pressAt(page, { x, y: y + 4 });
    };
    const folded = await length(page);
    await pressFirst(panel.left + 30);
    assert.ok((await length(page)) > folded + 100, "the others are not unfolded");
    await page.evaluate(() => window.scrollTo(0, 0));
    await pressFirst(panel.right - 20);
    await page.waitForFunction(() => window.firstRefusal.describe().refused === null);
    await settled(page);
    assert.equal(await length(page), before);
    assert.equal(await page.$eval("#refused", (alert) => alert.textContent), "");
    assert.equal((await describe(page)).can_undo, true);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  it("of any other kind is refused in words that say what would have been right", async () => {
    const page = await at.openLab();
    const clause = shipped.clauses[0];
    const files = [
      ["large.json", `{"format": 1, "id": "${"x".repeat(1_100_000)}"}`, /larger than 1 MB/],
      ["huge.json", Buffer.alloc(8_000_000, 32), /larger than 1 MB/],
      ["words.json", "Dear reader,", /line 1, column 1: not valid JSON/],
      ["cut.json", mine.slice(0, 400), /not valid JSON: the text ends too early/],
      ["empty.json", "", /not valid JSON/],
      ["binary.json", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /not valid JSON/],
      ["zero.json", `${mine}\0trailing`, /not valid JSON/],
      ["list.json", "[]", /must be an object with format, id, title/],
      ["facts.json", readFileSync(`${project}/assets/facts.json`), /is not known here; known are format/],
      ["twice.json", mine.replace('"id"', '"title": "A", "id"'), /title: appears twice/],
      ["deep.json", "[".repeat(40), /nested deeper than 32/],
      ["many.json", changed((it) => (it.clauses = Array.from({ length: 501 }, (_, i) => ({ ...clause, id: `c${i}` })))), /at most 500 clauses/],
      ["picture.png", "x", /name ends with \.json/],
    ];
    const { fingerprint } = await describe(page);
    for (const [name, content, said] of files) {
      await drop(page, write(name, content));
      await page.waitForFunction((wanted) => window.firstRefusal.describe().refused?.name === wanted, {}, name);
      const { problems } = await refusal(page);
      assert.ok(problems.some((problem) => said.test(problem)), `${name}: ${problems[0]?.slice(0, 200)}`);
      assert.equal((await describe(page)).fingerprint, fingerprint, name);
    }
    await drop(page, [write("a.json", mine), write("b.json", mine)]);
    await page.waitForFunction(() => window.firstRefusal.describe().refused?.name === "2 files");
    await drop(page, write("mine.json", mine));
    await page.waitForFunction(() => window.firstRefusal.describe().refused === null, {});
    assert.equal((await describe(page)).contract, "mine");
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  it("is told of in the view in words, where its own field opens it, mended after a refusal", async () => {
    const page = await at.openLab();
    await page.click("#twin-toggle");
    const input = await page.waitForSelector("#twin .files input[type=file]");
    await input.uploadFile(write("field.json", wrong));
    await page.waitForFunction(() => document.querySelectorAll("#twin .refusal > ul > li").length === 6);
    await page.click("#twin .refusal summary");
    assert.equal(await page.$$eval("#twin .refusal li", (all) => all.filter((one) => one.checkVisibility()).length), 2 + shipped.clauses.length);
    assert.equal(await page.$$eval("[role=alert]", (all) => all.filter((one) => one.textContent.includes("was not opened")).length), 1);
    await input.uploadFile(write("field.json", mine));
    await page.waitForFunction(() => window.firstRefusal.describe().contract === "mine");
    await page.waitForFunction(() => document.querySelector("#twin .refusal").textContent === "");
    assert.match(await page.$eval("#twin .own", (own) => own.textContent), /My own deal.*does not travel/);
    await page.close();
  });
});

/** A page whose downloads go to a new folder: `saved()` waits for the next file there. */
async function downloading(page) {
  const into = mkdtempSync(join(folder, "saved-"));
  const client = await at.browser.target().createCDPSession();
  const [names, whole] = [new Map(), []]; // a file stands there under its name, empty, before it is whole
  client.on("Browser.downloadWillBegin", ({ guid, suggestedFilename }) => names.set(guid, suggestedFilename));
  client.on("Browser.downloadProgress", ({ guid, state }) => state === "completed" && whole.push(names.get(guid)));
  const { id: browserContextId } = page.browserContext();
  await client.send("Browser.setDownloadBehavior", { behavior: "allow", browserContextId, downloadPath: into, eventsEnabled: true });
  let count = 0;
  return async () => {
    for (let tries = 0; tries < 400; tries++) {
      const name = whole.shift();
      if (name) {
        const path = join(folder, `${(count += 1)}-${name}`); // the next may have the same name
        renameSync(join(into, name), path);
        return { name, path, bytes: readFileSync(path) };
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`nothing was saved in ${into}`);
  };
}

const kinds = ["link", "citation", "png", "svg", "csv", "contract", "receipt"];
const titles = ["Copy a link", "Copy citation", "Picture as PNG", "Picture as SVG", "Numbers as CSV", "Contract as JSON", "Receipt"];

/** Presses an entry of the list "Save and cite" on the canvas. */
const keep = (page, kind) => choose(page, "Save and cite", titles[kinds.indexOf(kind)]);

const pngSize = (bytes) => {
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
};

suite("what can be kept of a state", () => {
  let page, saved;
  before(async () => {
    page = await at.openLab({ hash: "#1january-2025~dg3.6zo1.5" });
    saved = await downloading(page);
  });
  after(() => page?.close());

  it("is all months as CSV, under what they were made from: the command line's own text", async () => {
    await keep(page, "csv");
    const { name, bytes } = await saved();
    assert.equal(name, "first-refusal-january-2025.csv");
    assert.equal(bytes.toString(), pact("simulate", "--set", "demand.growth=3.6", "--set", "azure.offer=1.5", "--format", "excel"));
    const lines = bytes.toString().replace(/^\uFEFF/, "").trimEnd().split("\n");
    const rows = lines.filter((line) => !line.startsWith('"#'));
    assert.equal(rows.length, 145);
    assert.ok(lines.includes('"# input demand.growth = 3.6 × a year (assumed: C1 E1 E3)"'));
    assert.ok(lines.includes(`"# ${(await describe(page)).sentence}"`));
  });

  it("is the picture as SVG: the sentence, the chart as it is looked at, and the clauses", async () => {
    await keep(page, "svg");
    const { bytes } = await saved();
    const look = () => page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      return { name: svg.localName, width: svg.getAttribute("width"), text: svg.textContent, styles: svg.querySelectorAll("[style], style, script").length };
    }, bytes.toString());
    const { name, width, text, styles } = await look();
    assert.equal(name, "svg");
    assert.equal(width, "808");
    assert.equal(styles, 0, "works under a strict content policy");
    const { sentence } = await describe(page);
    assert.ok(text.includes(sentence));
    for (const words of ["100%", "First refusal", "Compute demand 3.6", "What Azure can offer 1.5"]) assert.ok(text.includes(words), words);
    await page.evaluate(() => document.querySelector("#twin-toggle").click());
    await page.waitForSelector("#twin .choice input");
    await page.$eval("#twin .choice input", (box) => box.click()); // gigawatts
    await page.$eval("#twin-toggle", (button) => button.click());
    await keep(page, "svg");
    const inGw = (await saved()).bytes.toString();
    assert.ok(inGw.includes(" GW</text>") && !inGw.includes(">100%</text>"), "the axis is not the one on screen");
  });

  it("is the picture as PNG, twice as sharp, with the colours of the chart and the page's own fonts", async () => {
    await keep(page, "png");
    const { name, bytes } = await saved();
    assert.match(name, /\.png$/);
    const { width, height } = pngSize(bytes);
    assert.equal(width, 2 * 808);
    const { rgba } = decoded(bytes);
    const near = (colour) => {
      let count = 0;
      for (let i = 0; i < rgba.length; i += 4) count += colour.every((value, part) => Math.abs(value - rgba[i + part]) < 6) ? 1 : 0;
      return count / (rgba.length / 4);
    };
    const counted = { azure: near([0x2c, 0x67, 0xae]), others: near([0xd9, 0x89, 0x3b]), paper: near([0xfb, 0xf9, 0xf4]), ink: near([0x1c, 0x1b, 0x19]) };
    assert.ok(counted.azure > 0.01 && counted.others > 0.02 && counted.paper > 0.2 && counted.ink > 0.002, JSON.stringify(counted));
    assert.ok(height > width * 0.6);
  });

  it("is the contract with what was changed about it, which opens to the same run", async () => {
    await page.evaluate(() => document.querySelector("#twin-toggle").click());
    await page.waitForSelector('#twin .clause[data-clause="first-refusal"] input');
    await page.$eval('#twin .clause[data-clause="first-refusal"] input', (box) => box.click());
    await page.$eval("#twin-toggle", (button) => button.click());
    const state = await describe(page);
    assert.equal(state.edits.length, 1);
    await keep(page, "contract");
    const { path } = await saved();
    assert.equal(JSON.parse(pact("simulate", "--contract", path, "--format", "json")).fingerprint, state.fingerprint);
    const other = await at.openLab();
    await drop(other, path);
    await other.waitForFunction(() => window.firstRefusal.describe().own);
    assert.equal((await describe(other)).fingerprint, state.fingerprint);
    assert.equal((await describe(other)).inputs["demand.growth"], 3.6);
    await other.close();
  });

  it("is a receipt that the command line verifies", async () => {
    await keep(page, "receipt");
    assert.match(pact("verify", (await saved()).path), /verified/);
  });

  it("is a link, copied and shown, that opens to the same state and says so when its numbers differ today", async () => {
    await page.browserContext().overridePermissions(new URL(at.address).origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
    await page.bringToFront();
    const state = await describe(page);
    await keep(page, "link");
    await page.waitForSelector(".kept input");
    const address = await page.$eval(".kept input", (field) => field.value);
    assert.equal(address, `${at.address}#${state.link}`);
    assert.match(await page.$eval(".kept [role=status]", (said) => said.textContent), /^The link is copied\.$/);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), address);
    assert.ok(address.split("#")[1].length <= 200);
    assert.match(address, /\*[0-9a-f]{4}&axis=gw$/, "the model's stamp, and the axis as it was chosen above");
    const other = await openLab(at.browser, address);
    assert.equal((await describe(other)).fingerprint, state.fingerprint);
    assert.deepEqual((await describe(other)).notices, []);
    await other.close();
    const stamp = address.includes("*0000") ? "*1111" : "*0000";
    const older = await openLab(at.browser, address.replace(/\*[0-9a-f]{4}/, stamp));
    assert.match((await describe(older)).notices.join(), /another version of the model/);
    await older.close();
    await page.click(".kept button");
    assert.equal(await page.$(".kept"), null);
  });

  it("is a citation: the sentence, the deal, the version, the link, and that it is a model", async () => {
    await page.browserContext().overridePermissions(new URL(at.address).origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
    await keep(page, "citation");
    await page.waitForFunction(() => document.querySelector(".kept [role=status]")?.textContent === "The citation is copied.");
    const { sentence, contract_title, version, link } = await describe(page);
    const address = new URL(`#${link}`, page.url()).href;
    const cited = `${sentence} First Refusal ${version}, “${contract_title}”: a model, not a forecast. ${address}`;
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), cited);
  });

  it("complains of nothing meanwhile", () => assert.deepEqual(page.complaints, []));
});

suite("keeping where the browser is strict", () => {
  it("shows the link selected where the clipboard is closed, and says that a contract of one's own does not travel", async () => {
    const page = await at.openLab({
      before: () => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }),
    });
    await drop(page, write("mine.json", mine));
    await page.waitForFunction(() => window.firstRefusal.describe().own);
    await settled(page);
    await keep(page, "link");
    await page.waitForSelector(".kept input");
    assert.match(await page.$eval(".kept [role=status]", (said) => said.textContent), /selected.*does not travel/);
    assert.ok(await page.$eval(".kept input", (field) => document.activeElement === field && field.selectionEnd - field.selectionStart === field.value.length));
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  it("gives the same from the view in words, without WebGL2", async () => {
    const page = await at.open("", {
      before: () => {
        const get = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
          return kind === "webgl2" ? null : get.call(this, kind, ...rest);
        };
      },
    });
    const saved = await downloading(page);
    await page.waitForSelector("#twin:not([hidden]) .files button");
    const press = (title) => page.$$eval("#twin .files > button", (all, wanted) => all.find((one) => one.textContent === wanted).click(), title);
    await press("All months as CSV");
    assert.equal((await saved()).bytes.toString(), pact("simulate", "--format", "excel"));
    await press("Picture as PNG");
    assert.equal(pngSize((await saved()).bytes).width, 1616);
    await press("Contract as JSON");
    assert.deepEqual(JSON.parse((await saved()).bytes).clauses.map(({ id }) => id), JSON.parse(readFileSync(`${project}/assets/contracts/january-2025.json`, "utf8")).clauses.map(({ id }) => id));
    assert.deepEqual(page.complaints.filter((line) => !line.includes("WebGL")), []);
    await page.close();
  });

  it("saves a picture from a sandboxed frame in an article", async () => {
    const { sandbox } = JSON.parse(readFileSync(`${project}/dist/embed-contract.json`, "utf8"));
    const frame = `<iframe title="Figure" sandbox="${sandbox}" src="/embed.html?view=panel" width="700" height="900"></iframe>`;
    const host = await serve({ pages: new Map([["/article", `<!doctype html><title>Article</title><link rel="icon" href="data:,">${frame}`]]) });
    const page = await open(at.browser, `${host.address}article`);
    const saved = await downloading(page);
    const inside = await page.waitForFrame((one) => one.url().includes("embed.html"));
    await inside.waitForSelector("#twin .files button");
    const png = await inside.evaluateHandle(() => [...document.querySelectorAll("#twin .files > button")].find((one) => one.textContent === "Picture as PNG"));
    await png.click(); // by a real pointer: a sandboxed frame saves nothing otherwise
    assert.equal(pngSize((await saved()).bytes).width, 1616);
    await page.close();
    await host.close();
  });
});
