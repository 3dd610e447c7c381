// What is promised of every browser, checked in each: Chromium, Firefox and WebKitGTK. What was found goes to
// build/browsers.json, from which tools/readme_browsers makes the README's table.
import assert from "node:assert/strict";
import { after, before, describe as suite, it } from "node:test";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { engines } from "./engines.mjs";
import { decoded, setUp, simulate, slowNetwork } from "./helper.mjs";

const project = new URL("../../", import.meta.url);
const shipped = readFileSync(new URL("assets/contracts/january-2025.json", project), "utf8");
const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

const network = slowNetwork();
const scriptless = '<!doctype html><title>No scripts</title><iframe id="frame" title="Page" sandbox="allow-same-origin" width="900" height="900"></iframe>';
// Without its worker, as at a first visit: what it has kept would not be asked for again (offline.test.mjs).
const gate = (url) => (url === "/offline.js" ? 404 : network.gate(url));
const at = setUp({ hasBrowser: false, gate, pages: new Map([["/scriptless.html", scriptless]]) });

// ---- what several checks do

const state = (page) => page.evaluate(() => window.firstRefusal.describe());

/** The page has its model, and its numbers are the command line's. */
async function agrees(page, inputs) {
  const now = await state(page);
  for (const [key, value] of Object.entries(inputs)) assert.equal(now.inputs[key], value, key);
  assert.equal(now.fingerprint, simulate(now).fingerprint, "not the command line's numbers");
}

async function openLab(page) {
  await page.resize(1280, 900);
  await page.goto(at.address);
  // Its first frames give the canvas its height; until then everything below it is about to move.
  await page.until(() => window.firstRefusal?.describe()?.busy === false && document.getElementById("canvas").style.height !== "");
}

async function openTwin(page) {
  await openLab(page);
  await page.clickOn("#twin-toggle");
  await page.until(() => document.querySelector("#twin table tbody tr") && document.querySelector("#twin svg") !== null);
  await page.evaluate(() => document.querySelectorAll("#twin details").forEach((one) => (one.open = true)));
  await page.until(() => [...document.querySelectorAll("#twin details.ground")].every((fold) => fold.querySelector("a"))); // sources are fetched
}

/** The part of an element that is in view, as it is shown: how much of it is drawn on, and how light it is (0 to 255). */
async function look(page, selector) {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true)))));
  const { width, rgba } = decoded(Buffer.from(await page.screenshot(), "base64"));
  const box = await page.evaluate((wanted) => {
    const { left, top, right, bottom } = document.querySelector(wanted).getBoundingClientRect();
    const [x, y] = [Math.max(0, left), Math.max(0, top)];
    return { x, y, wide: Math.min(innerWidth, right) - x, high: Math.min(innerHeight, bottom) - y, innerWidth };
  }, selector);
  const scale = width / box.innerWidth;
  const [x, y, wide, high] = [box.x, box.y, box.wide, box.high].map((css) => Math.floor(css * scale));
  const brightness = (column, row) => {
    const at = 4 * ((y + row) * width + x + column);
    return (rgba[at] + rgba[at + 1] + rgba[at + 2]) / 3;
  };
  const paper = brightness(0, 0);
  let [drawn, light] = [0, 0];
  for (let row = 0; row < high; row++)
    for (let column = 0; column < wide; column++) {
      light += brightness(column, row);
      if (Math.abs(brightness(column, row) - paper) > 40) drawn += 1;
    }
  return { drawn: drawn / (wide * high), light: light / (wide * high) };
}
const isDrawn = async (page) => {
  const { drawn } = await look(page, "#canvas");
  assert.ok(drawn > 0.03 && drawn < 0.9, `${(100 * drawn).toFixed(1)} % of the canvas is drawn on`);
};

/** Down the canvas until the cursor says that a track can be dragged: its middle. */
async function findSlider(page) {
  const { left, top, bottom } = await page.evaluate(() => {
    scrollTo(0, 0);
    const { left, top, bottom } = document.getElementById("canvas").getBoundingClientRect();
    return { left, top, bottom: Math.min(bottom, innerHeight) };
  });
  let first;
  for (let y = top + 4; y < bottom; y += 20) {
    await page.move(left + 60, y);
    const isTrack = await page.evaluate(
      () =>
        new Promise((answer) =>
          requestAnimationFrame(() => requestAnimationFrame(() => answer(document.getElementById("canvas").style.cursor === "ew-resize"))),
        ),
    );
    if (isTrack) first ??= y;
    else if (first !== undefined && y - first >= 40) return { x: left + 60, y: (first + y - 20) / 2 };
    else first = undefined;
  }
  assert.fail("no slider was found on the canvas");
}

async function article(page, body) {
  await page.resize(1000, 900);
  await page.goto(at.publish(body));
}

const visibleText = (page, selector) =>
  page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    return element?.checkVisibility() ? element.innerText.trim() : "";
  }, selector);

const sidewaysFree = async (page) => {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(content <= window, `${content} px of content in a window of ${window} px`);
};

// ---- the checks, by what the reader has set; each has the words of the table

const ordinary = {
  "Opens: the lab is drawn": async (page) => {
    await openLab(page);
    await agrees(page, { "demand.growth": 3 });
    await isDrawn(page);
  },

  "Slider on the canvas dragged by pointer": async (page) => {
    await openLab(page);
    const { x, y } = await findSlider(page);
    await page.drag({ x, y }, { x: x + 240, y });
    await page.until(() => window.firstRefusal.describe().inputs["demand.growth"] !== 3); // in the frame after the moves
    await agrees(page, {});
    await page.press("PageDown"); // the hand is free again: keys are the page's
    await page.until(() => scrollY > 100);
  },

  "Value typed, and refused in words": async (page) => {
    await openLab(page);
    const typed = async (text) => {
      await page.evaluate(() => document.getElementById("exact").focus()); // seen from then on
      await page.evaluate(() => document.getElementById("exact").select());
      await page.type(text);
      await page.press("Enter");
    };
    await typed("4.1");
    await page.until(() => window.firstRefusal.describe().inputs["demand.growth"] === 4.1);
    await agrees(page, { "demand.growth": 4.1 });
    await typed("9");
    await page.until(() => /from 1\.2 to 5/.test(document.getElementById("exact-error").textContent));
    assert.equal((await state(page)).inputs["demand.growth"], 4.1);
  },

  "Keyboard only: everything reached, a ring seen, no trap": async (page) => {
    await openTwin(page);
    await page.evaluate(() => {
      document.activeElement.blur();
      scrollTo(0, 0);
      window.stops = [];
      addEventListener("focusin", ({ target }) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(target);
        stops.push({ target, hasRing: outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 });
      });
    });
    // From the top: the click on the button has left the starting point of Tab in the middle.
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
    });
    const atEnd = () => {
      const links = document.querySelectorAll("footer a");
      return stops.some(({ target }) => target === links[links.length - 1]);
    };
    for (let round = 0; round < 80 && !(await page.evaluate(atEnd)); round++) await page.press("Tab", 8);
    const { missed, ringless } = await page.evaluate(() => {
      const name = (element) => `${element.localName}#${element.id} ${element.closest("[data-key]")?.dataset.key ?? ""} ${element.textContent.slice(0, 30)}`;
      const reachable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(
        (one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && !(one.type === "radio" && !one.checked), // of a group the chosen one
      );
      const reached = new Set(stops.map(({ target }) => target));
      return {
        missed: reachable.filter((one) => !reached.has(one)).map(name),
        ringless: stops.filter(({ target, hasRing }) => !hasRing && target !== document.body).map(({ target }) => name(target)),
      };
    });
    assert.deepEqual(missed, []);
    assert.deepEqual(ringless, []);
    const count = await page.evaluate(() => new Set(stops.map(({ target }) => target)).size);
    assert.ok(count > 100, `only ${count} stops`);
    await page.backTab();
    await page.until((before) => window.stops.length > before, await page.evaluate(() => stops.length - 1));
  },

  "Changed by keys, heard with its consequence": async (page) => {
    await openLab(page);
    await page.evaluate(() => document.getElementById("deal").focus());
    await page.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "hero");
    await page.press("ArrowRight");
    await page.until(() => window.firstRefusal.describe().inputs["demand.growth"] === 3.05);
    await page.until(() => document.getElementById("hero").getAttribute("aria-valuetext") === "3.05 times a year");
    await page.press("End");
    await page.until(() => window.firstRefusal.describe().inputs["demand.growth"] === 5);
    await page.press("Home");
    await agrees(page, { "demand.growth": 1.2 });
    const { sentence } = await state(page);
    await page.until((wanted) => document.getElementById("consequence").textContent === wanted, sentence);
    await page.until(() => document.querySelector("#response[aria-live=polite]").textContent.length > 10);
  },

  "Window resized: the figure follows, the state stays": async (page) => {
    await openLab(page);
    await page.evaluate(() => window.firstRefusal.set("demand.growth", 4));
    const fits = () => {
      const canvas = document.getElementById("canvas");
      const isSharp = ["Width", "Height"].every((side) => Math.abs(canvas[side.toLowerCase()] - canvas[`client${side}`] * devicePixelRatio) <= 1);
      return isSharp && canvas.clientWidth > innerWidth * 0.85 && canvas.clientWidth <= innerWidth && canvas.clientHeight >= innerHeight - 1 && canvas.clientHeight < innerHeight + 50;
    };
    await page.resize(480, 900);
    await page.until(() => innerWidth < 520);
    await page.until(fits);
    await sidewaysFree(page);
    await isDrawn(page);
    await page.resize(1280, 900);
    await page.until(() => innerWidth > 1200);
    await page.until(fits);
    await agrees(page, { "demand.growth": 4 });
  },

  "Without JavaScript: text, poster, nothing dead": async (page) => {
    await page.goto(`${at.address}scriptless.html`);
    // A frame without allow-scripts is a page without JavaScript in every browser, and can be looked into.
    const show = async (name) => {
      await page.evaluate((wanted) => (document.getElementById("frame").src = wanted), name);
      await page.until((wanted) => {
        const { contentDocument } = document.getElementById("frame");
        return contentDocument?.URL.endsWith(wanted) && contentDocument.readyState === "complete";
      }, name);
    };
    await show("index.html");
    const whole = await page.evaluate(() => {
      const inside = document.getElementById("frame").contentDocument;
      const isShown = (selector) => inside.querySelector(selector).checkVisibility();
      return {
        says: inside.querySelector("#lab").innerText,
        points: inside.querySelectorAll(":is(.chapter, .points > li) .cited a").length,
        shown: ["#controls", "#canvas", "#loading", "#twin-toggle"].filter(isShown),
        length: inside.body.innerText.length,
      };
    });
    assert.match(whole.says, /needs JavaScript/);
    assert.deepEqual(whole.shown, []);
    assert.ok(whole.points >= 10 && whole.length > 4_000);
    await show("embed.html");
    const framed = await page.evaluate(() => {
      const inside = document.getElementById("frame").contentDocument;
      return { sentence: inside.getElementById("sentence").innerText, width: inside.querySelector("#picture img").naturalWidth };
    });
    assert.match(framed.sentence, /^With compute demand tripling every year/);
    assert.ok(framed.width > 0);
  },

  "Graphics context lost and restored": async (page) => {
    await openLab(page);
    await page.evaluate(() => {
      window.lose = document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
      lose.loseContext();
    });
    await page.until(() => document.getElementById("lab").dataset.reason === "lost");
    assert.match(await visibleText(page, "[data-failure=lost]"), /settings are kept/);
    await page.evaluate(() => window.firstRefusal.set("demand.growth", 2));
    await agrees(page, { "demand.growth": 2 });
    await page.evaluate(() => lose.restoreContext());
    await page.until(() => document.getElementById("lab").dataset.state === "ready");
    await agrees(page, { "demand.growth": 2 });
    await isDrawn(page);
  },

  "Slow network: sentence and poster first, then live": async (page) => {
    const whileHeld = async (pattern, address, meanwhile) => {
      network.hold(pattern);
      try {
        await page.goto(address);
        for (const end = Date.now() + 60_000; network.held.length === 0; ) {
          assert.ok(Date.now() < end, `${pattern} was never asked for`);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        await meanwhile();
      } finally {
        network.letGo();
      }
    };
    await whileHeld(/engine.*\.wasm/, `${at.address}embed.html`, async () => {
      await page.until(() => document.querySelector("#picture img").naturalWidth > 0);
      assert.match(await visibleText(page, "#sentence"), /^With compute demand tripling every year/);
      assert.equal(await page.evaluate(() => document.querySelectorAll("#panel input").length), 0);
    });
    await page.until(() => document.querySelector("#panel input") && document.querySelector("#picture svg") !== null);
    await whileHeld(/lab.*\.wasm/, at.address, async () => {
      assert.match(await visibleText(page, "#loading"), /loading/);
      assert.equal(await page.evaluate(() => document.querySelectorAll(".chapter").length), 8);
      assert.equal(await page.evaluate(() => window.firstRefusal.describe()), null);
    });
    await page.until(() => document.getElementById("lab").dataset.state === "ready");
    await agrees(page, { "demand.growth": 3 });
  },

  "Hostile contract in the twin: long, right-to-left, markup": async (page) => {
    await openTwin(page);
    const contract = hostileContract();
    await page.evaluate((text) => {
      const input = document.querySelector('#twin input[type="file"]');
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "hostile.json"));
      input.files = transfer.files;
      input.dispatchEvent(new Event("change"));
    }, JSON.stringify(contract));
    await page.until((title) => window.firstRefusal.describe().contract_title === title, contract.title);
    await page.until((name) => document.querySelector("#twin .clause h4").textContent === name, contract.clauses[0].name);
    for (const width of [1280, 480]) {
      await page.resize(width, 900);
      await page.until((wanted) => Math.abs(innerWidth - wanted) < 40, width);
      await sidewaysFree(page);
      const found = await page.evaluate(() => ({
        executed: window.hacked ?? null,
        elements: document.querySelectorAll("#twin script, #twin img, #twin [onload], #twin [onerror]").length,
        cut: [...document.querySelectorAll("#twin :is(h3, h4, p, li, label, td, th, summary, button, legend), #points-state, .bound dd")]
          .filter((one) => one.checkVisibility() && !one.classList.contains("unseen") && one.scrollWidth > one.clientWidth + 1)
          .filter((one) => getComputedStyle(one).display !== "inline")
          .map((one) => `${one.localName}: ${one.textContent.slice(0, 60)}`),
      }));
      assert.deepEqual(found, { executed: null, elements: 0, cut: [] });
    }
    for (const { says } of contract.clauses)
      assert.ok(await page.evaluate((text) => [...document.querySelectorAll("#twin .clause p")].some((one) => one.textContent === text), says), says.slice(0, 40));
  },

  "Two embeds on a page, numbers in its prose": async (page) => {
    await article(
      page,
      `<p>Demand grows <fr-number input="demand.growth" for="one">3.0× a year</fr-number>.</p>
       <first-refusal id="one" plain></first-refusal><first-refusal id="two" contract="as-amended" plain></first-refusal>`,
    );
    await page.until(() => document.getElementById("one").summary && document.querySelector("fr-number[role=slider]") !== null);
    await page.evaluate(() => document.getElementById("two").scrollIntoView());
    await page.until(() => document.getElementById("two").summary);
    await page.evaluate(() => document.querySelector("fr-number").focus());
    await page.press("ArrowRight");
    await page.until(() => document.getElementById("one").summary.inputs["demand.growth"] === 3.05);
    await page.until(() => document.querySelector("fr-number").getAttribute("aria-valuenow") === "3.05");
    const [one, two] = await page.evaluate(() => ["one", "two"].map((id) => document.getElementById(id).summary));
    assert.equal(one.fingerprint, simulate(one).fingerprint);
    assert.deepEqual([two.contract, two.inputs["demand.growth"]], ["as-amended", 3]);
    assert.equal(two.fingerprint, simulate(two).fingerprint);
    await page.evaluate(() => document.getElementById("one").scrollIntoView()); // a frame out of sight is not laid out
    const height = () => document.getElementById("one").getBoundingClientRect().height;
    const small = await page.evaluate(height);
    await page.evaluate(() => document.getElementById("one").setAttribute("controls", "demand.growth,azure.offer,azure.lead,others.rate"));
    await page.until((low) => document.getElementById("one").getBoundingClientRect().height > low + 100, small);
    await page.evaluate(() => document.getElementById("one").removeAttribute("controls"));
    await page.until((low) => Math.abs(document.getElementById("one").getBoundingClientRect().height - low) < 3, small);
  },

  "Messages: each answered as documented": async (page) => {
    await article(page, `<iframe id="frame" title="Figure" width="640" height="700" sandbox="${sandbox}" src="${at.address}embed.html"></iframe>`);
    await page.until(() => heard.some(({ type }) => type === "size"));
    let id = 0;
    const ask = async (message) => {
      id += 1;
      await page.evaluate((sent) => document.getElementById("frame").contentWindow.postMessage(sent, "*"), { v: 1, id, ...message });
      return page.until((wanted) => heard.find((one) => one.id === wanted), id);
    };
    const ready = await ask({ type: "hello" });
    assert.equal(ready.type, "ready");
    assert.equal(ready.origin, "null", "the frame is sandboxed");
    assert.deepEqual(ready.inputs["demand.growth"], { low: 1.2, high: 5, step: 0.05, unit: "× a year", label: "Compute demand" });
    for (const [message, expected] of conversation) {
      const answer = await ask(message);
      assert.equal(answer.type, "change", JSON.stringify(message));
      for (const [key, value] of Object.entries(expected)) assert.deepEqual(answer.state[key] ?? answer.state.inputs[key], value, JSON.stringify(message));
      assert.equal(answer.state.fingerprint, simulate(answer.state).fingerprint);
    }
    const before = (await ask({ type: "get" })).state.fingerprint;
    for (const message of malformed) {
      const answer = await ask(message);
      assert.equal(answer.type, "error", JSON.stringify(message));
      assert.ok(answer.error.length > 20);
    }
    assert.equal((await ask({ type: "get" })).state.fingerprint, before, "what was refused changed something");
    await page.evaluate(() => {
      const { contentWindow } = document.getElementById("frame");
      for (let i = 0; i < 10_000; i++)
        contentWindow.postMessage({ v: 1, type: "set", key: "demand.growth", value: i === 9_999 ? 2.75 : 1.2 + (i % 70) / 20, id: `flood ${i}` }, "*");
    });
    assert.equal((await ask({ type: "get" })).state.inputs["demand.growth"], 2.75);
  },
};

const conversation = [
  [{ type: "set", key: "demand.growth", value: 4 }, { "demand.growth": 4 }],
  [{ type: "pick", contract: "as-amended" }, { contract: "as-amended" }],
  [{ type: "goto", state: "1exclusive-2023~dg2" }, { contract: "exclusive-2023", "demand.growth": 2 }],
  [{ type: "undo" }, { contract: "as-amended" }],
  [{ type: "subscribe" }, {}],
  [{ type: "rest" }, {}],
];
const malformed = [
  { v: 2, type: "get" },
  { type: "eval" },
  { type: "set", key: "demand.growth", value: 99 },
  { type: "set", key: "demand.growth", value: {} },
  { type: "set", key: "no.such", value: 1 },
  { type: "pick", contract: 7 },
  { type: "pick", contract: "no-such-deal" },
  { type: "goto", state: null },
  { type: "goto", state: "1under-pressure~dg99" },
  { type: "goto", state: "1january-2025~dg4*zzzz" },
];

function hostileContract() {
  const contract = JSON.parse(shipped);
  const twice = (text) => `${text} ${text}`;
  contract.id = "hostile";
  contract.title = `<script>window.hacked=1</script><img src=x onerror="window.hacked=1"> ${"שלום עולם ".repeat(10)}`;
  contract.says = twice(contract.says);
  contract.clauses.forEach((clause, i) => {
    clause.name = [twice(clause.name), `عقد ${clause.name} حصري`, `<b onclick="window.hacked=1">${clause.name}</b>`, "W".repeat(60)][i % 4];
    clause.says = ['"><svg onload="window.hacked=1"><script>window.hacked=1</script>', twice(twice(clause.says)), `מיקרוסופט ${clause.says} תמיד`][i % 3];
    if (clause.assumed) clause.assumed = twice(clause.assumed);
  });
  return contract;
}

const darkAndStill = {
  "Dark theme, canvas, text and figure": async (page) => {
    await openTwin(page);
    await page.evaluate(() => scrollTo(0, 0));
    assert.ok((await look(page, "#canvas")).light < 80, "the canvas is light");
    await isDrawn(page);
    const dark = (selector) =>
      page.evaluate((wanted) => {
        const [red, green, blue] = getComputedStyle(document.querySelector(wanted)).backgroundColor.match(/[\d.]+/g).map(Number);
        return red + green + blue < 150;
      }, selector);
    assert.ok(await dark("body"));
    assert.match(await page.evaluate(() => document.querySelector("#twin svg").outerHTML.toLowerCase()), /#15171b/);
  },

  "Reduced motion: nothing moves": async (page) => {
    await openLab(page);
    assert.ok(await page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches));
    const { plain, broken } = await framesDrawn(page);
    assert.ok(broken < plain + 8, `${broken} frames for a break, ${plain} without one`);
  },
};
ordinary["Motion where it is welcome: a short emphasis"] = async (page) => {
  await openLab(page);
  const { plain, broken } = await framesDrawn(page);
  assert.ok(broken > plain + 12 && broken < plain + 60, `${broken} frames for a break, ${plain} without one`);
};

ordinary["320 × 256: the sentence and part of the picture stay in sight of a lever"] = async (page) => {
  await openTwin(page);
  await page.resize(320, 256);
  await page.evaluate(() => document.querySelector('#twin .lever[data-key="azure.lead"] input').focus());
  await page.until(() => {
    const inView = (one) => {
      const box = document.querySelector(one).getBoundingClientRect();
      return Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
    };
    return inView("#twin .pinned p") > 10 && inView("#twin .pinned svg") >= 40 && inView('#twin .lever[data-key="azure.lead"] input') > 10;
  });
};

/**
 * How many frames are drawn until the lab rests, for a change after which exclusivity holds and for one that breaks it. Each
 * frame takes 10 ms by the page's clock however long it really takes, so that an emphasis of 220 ms is 22 frames.
 */
async function framesDrawn(page) {
  await page.until(() => !window.firstRefusal.describe().busy);
  await page.evaluate(() => {
    let time = performance.now();
    performance.now = () => (time += 0.01);
    const request = window.requestAnimationFrame.bind(window);
    window.drawnFrames = window.pendingFrames = 0;
    window.requestAnimationFrame = (act) => {
      window.pendingFrames += 1;
      return request(() => {
        window.pendingFrames -= 1;
        window.drawnFrames += 1;
        act((time += 10));
      });
    };
  });
  const drawnFor = async (value) => {
    await page.evaluate((wanted) => {
      window.drawnFrames = 0;
      window.firstRefusal.set("demand.growth", wanted);
    }, value);
    await page.until(() => window.drawnFrames > 0 && window.pendingFrames === 0 && !window.firstRefusal.describe().busy);
    return page.evaluate(() => window.drawnFrames);
  };
  return { plain: await drawnFor(1.2), broken: await drawnFor(2.95) };
}

const forcedColours = {
  "Forced colours: the twin stands for the canvas": async (page) => {
    await page.resize(1280, 900);
    await page.goto(at.address);
    await page.until(() => document.querySelector("#twin:not([hidden]) table tbody tr") && document.querySelector("#twin svg") !== null);
    assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
    assert.equal(await page.evaluate(() => document.getElementById("canvas").checkVisibility()), false);
    assert.equal(await visibleText(page, "#twin .standing .sentence"), (await state(page)).sentence);
    await page.evaluate(() => document.querySelector('#twin .lever[data-key="demand.growth"] input').focus());
    await page.press("ArrowRight");
    await page.until(() => window.firstRefusal.describe().inputs["demand.growth"] === 3.05);
    await agrees(page, { "demand.growth": 3.05 });
  },
};

// The contrast of a colour of the page's with its paper, as WCAG reckons it.
const contrastOf = (page, name) =>
  page.evaluate((wanted) => {
    const value = (of) => getComputedStyle(document.documentElement).getPropertyValue(of).trim();
    const light = (colour) => {
      const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [darker, lighter] = [light(value(wanted)), light(value("--paper"))].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  }, name);

const moreContrast = {
  "More contrast: muted words at 7 : 1, lines at 3 : 1, the figure drawn": async (page) => {
    await openLab(page);
    assert.ok(await page.evaluate(() => matchMedia("(prefers-contrast: more)").matches));
    assert.ok((await contrastOf(page, "--muted")) >= 7);
    assert.ok((await contrastOf(page, "--hairline")) >= 3);
    await isDrawn(page);
    await page.clickOn("#twin-toggle");
    await page.until(() => document.querySelector("#twin table tbody tr") && document.querySelector("#twin svg") !== null);
    assert.equal(await visibleText(page, "#twin .standing .sentence"), (await state(page)).sentence);
  },
};

const noWasm = {
  "Without WebAssembly: said so, the text stands": async (page) => {
    await page.goto(at.address);
    await page.until(() => document.getElementById("lab").dataset.state === "failed");
    assert.equal(await page.evaluate(() => typeof WebAssembly), "undefined");
    assert.ok((await visibleText(page, "[data-failure=no-wasm]")).length > 20);
    assert.ok((await visibleText(page, "#controls-note")).length > 20);
    assert.equal(await page.evaluate(() => window.firstRefusal.set("demand.growth", 2).ok), false);
    assert.ok((await visibleText(page, "#story")).length > 1_000);
    await page.goto(`${at.address}embed.html`);
    await page.until(() => !document.getElementById("problem").hidden);
    assert.match(await visibleText(page, "#problem"), /still picture.*WebAssembly/);
    assert.ok(await page.until(() => document.querySelector("#picture img").naturalWidth > 0));
  },
};

const noWebgl = {
  "Without WebGL2: the twin from the start": async (page) => {
    await page.resize(1280, 900);
    await page.goto(at.address);
    await page.until(() => document.querySelector("#twin:not([hidden]) table tbody tr") && document.querySelector("#twin svg") !== null);
    assert.equal(await page.evaluate(() => document.createElement("canvas").getContext("webgl2")), null);
    assert.ok((await visibleText(page, "[data-failure=no-webgl2]")).length > 20);
    await page.evaluate(() => document.getElementById("hero").focus());
    await page.press("ArrowLeft", 10);
    await page.until(() => window.firstRefusal.describe().inputs["demand.growth"] === 2.5);
    await agrees(page, { "demand.growth": 2.5 });
    await page.until(() => document.querySelector('#twin .lever[data-key="demand.growth"] input').value === "2.5");
  },
};

const settings = [
  { name: "as it comes", wants: {}, checks: ordinary },
  { name: "dark and without motion", wants: { dark: true, reducedMotion: true }, checks: darkAndStill },
  { name: "forced colours", wants: { forcedColours: true }, checks: forcedColours },
  { name: "more contrast", wants: { moreContrast: true }, checks: moreContrast },
  { name: "no WebAssembly", wants: { noWasm: true }, checks: noWasm },
  { name: "no WebGL2", wants: { noWebgl: true }, checks: noWebgl },
];

// What an engine has no way to do, and how that is known: once it can, the test says so.
const impossible = {
  "Forced colours: the twin stands for the canvas": {
    WebKitGTK: {
      why: "it has no forced colours",
      prove: async (page) => assert.equal(await page.evaluate(() => matchMedia("(forced-colors: active)").matches), false),
    },
  },
};

const found = {}; // check → engine → "yes", "FAILS" or why not
const versions = {};
const wanted = process.env.ENGINE; // one engine alone, while working on a check: it is added to what the others found

for (const engine of engines.filter(({ name }) => !wanted || name.startsWith(wanted)))
  for (const { name, wants, checks } of settings)
    suite(`${engine.name}, ${name}`, () => {
      let page;
      before(async () => {
        page = await engine.launch(wants);
        versions[engine.name] = await page.version();
      });
      after(() => page?.close());
      for (const [check, run] of Object.entries(checks))
        it(check, async () => {
          const cannot = impossible[check]?.[engine.name];
          found[check] ??= {};
          found[check][engine.name] = "FAILS";
          await (cannot ? cannot.prove(page) : run(page));
          found[check][engine.name] = cannot ? `not possible: ${cannot.why}` : "yes";
        });
    });

after(() => {
  const file = new URL("build/browsers.json", project);
  const before = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { versions: {}, checks: {} };
  const names = settings.flatMap(({ checks }) => Object.keys(checks));
  const checks = Object.fromEntries(names.map((name) => [name, { ...before.checks[name], ...found[name] }]));
  mkdirSync(new URL("build/", project), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ versions: { ...before.versions, ...versions }, checks }, null, 2)}\n`);
});
