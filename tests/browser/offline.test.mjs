// The page without a network, and from one build to the next: in two engines, with servers that really go away. The other
// build is this one with other names for all that bears a hash, as after any change.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe as suite, test } from "node:test";
import { fileURLToPath } from "node:url";
import { setHeaders } from "../../tools/headers.mjs";
import { engines } from "./engines.mjs";

const project = fileURLToPath(new URL("../..", import.meta.url));
const sirv = createRequire(`${project}web/package.json`)("sirv");
const folders = { first: join(project, "dist") };
const buildOf = (folder) => /data-build="(\w+)"/.exec(readFileSync(join(folder, "index.html"), "utf8"))[1];

function makeOtherBuild() {
  const folder = mkdtempSync(join(tmpdir(), "other-build-"));
  const isWanted = (path) => !/\.(br|gz)$/.test(path) && !path.startsWith(join(folders.first, "v"));
  cpSync(folders.first, folder, { recursive: true, filter: isWanted });
  const names = readdirSync(join(folder, "assets")).filter((name) => /-[\w-]{8}\.(js|wasm|css)$/.test(name));
  const renamed = new Map(names.map((name) => [name, name.replace(/[\w-]{8}(\.\w+)$/, (rest, end) => [...rest.slice(0, 8)].reverse().join("") + end)]));
  const texts = readdirSync(folder, { recursive: true }).filter((path) => /\.(html|js|css)$/.test(path));
  for (const path of texts) {
    let text = readFileSync(join(folder, path), "utf8");
    for (const [old, fresh] of renamed) text = text.replaceAll(old, fresh);
    writeFileSync(join(folder, path), text);
  }
  for (const [old, fresh] of renamed) renameSync(join(folder, "assets", old), join(folder, "assets", fresh));
  execFileSync(join(project, "tools/keep_offline.mjs"), [folder]);
  return folder;
}

// One address whose build can be changed; `down` closes it, so that nothing answers there.
async function serveBuilds() {
  const filesOf = new Map(Object.entries(folders).map(([name, folder]) => [name, sirv(folder, { dev: true, etag: true })]));
  const asked = [];
  const site = { serves: "first", only: {}, silent: undefined, asked };
  const server = createServer((request, response) => {
    asked.push(request.url);
    if (site.silent?.test(request.url)) return;
    setHeaders(response);
    const build = site.only[request.url] ?? site.serves;
    filesOf.get(build)(request, response, () => ((response.statusCode = request.url === "/favicon.ico" ? 204 : 404), response.end()));
  });
  const listen = (port) => new Promise((done) => server.listen(port, "127.0.0.1", done));
  await listen(0);
  const { port } = server.address();
  site.address = `http://127.0.0.1:${port}/`;
  site.down = () => new Promise((done) => (server.closeAllConnections(), server.close(done)));
  site.up = () => listen(port);
  return site;
}

let site;
before(async () => {
  folders.other = makeOtherBuild();
  site = await serveBuilds();
});
after(async () => {
  await site?.down();
  if (folders.other) rmSync(folders.other, { recursive: true, force: true });
});

const keeps = "Your browser keeps this page’s files, so that it opens without a network too.";
const keepsNot = "Your browser does not keep this page’s files: it needs a network to open.";
const polling = 100; // ms: a tab that is not in front draws no frames
const says = (page, words) => page.waitForFunction((wanted) => document.querySelector("#kept").textContent === wanted, { polling }, words);
const isLive = (page) => page.waitForFunction(() => window.firstRefusal?.describe() && document.querySelector("#lab").dataset.state === "ready", { polling });
const build = (page) => page.evaluate(() => document.documentElement.dataset.build);
const growth = (page) => page.evaluate(() => window.firstRefusal.describe().inputs["demand.growth"]);
const line = (page) => page.evaluate(() => document.querySelector(".kept p")?.textContent ?? "");
const offered = (page) => page.waitForFunction(() => /published anew/.test(document.querySelector(".kept p")?.textContent ?? ""), { polling });
const press = (page, selector) => page.$eval(selector, (button) => button.click());

async function visit(page, path = "") {
  await page.goto("about:blank");
  await page.goto(site.address + path);
  await isLive(page);
}
async function firstVisit(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await visit(page);
  await says(page, keeps);
  return page;
}
/** A tab of a later visit, once the browser has looked for another build. */
async function laterVisit(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await visit(page);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  return page;
}
/** Takes the offer of a tab: it is then of that build. */
async function renew(page, which) {
  await press(page, ".kept button");
  await page.waitForFunction((wanted) => document.documentElement.dataset.build === wanted, { polling }, buildOf(folders[which]));
  await isLive(page);
}
/** Until the browser has put the worker in charge that its last tabs have left to it. */
const inCharge = (page, wanted) =>
  page.waitForFunction(
    async (build) => {
      const { active, waiting, installing } = await navigator.serviceWorker.getRegistration();
      const { port1, port2 } = new MessageChannel();
      active.postMessage("which build", [port2]);
      const answer = await new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)));
      return !waiting && !installing && answer === build;
    },
    { polling },
    wanted,
  );

for (const { name, launch } of engines.filter(({ name }) => name !== "WebKitGTK"))
  suite(name, () => {
    let driver, context;
    before(async () => (driver = await launch()));
    after(() => driver?.close());
    const it = (what, act) =>
      test(what, async () => {
        Object.assign(site, { serves: "first", only: {}, silent: undefined });
        context = await driver.browser.createBrowserContext();
        try {
          await act();
        } finally {
          await context.close();
        }
      });
    async function withoutNetwork(act) {
      await site.down();
      try {
        await act();
      } finally {
        await site.up();
      }
    }

    it("after the first visit the page opens without a network, with all its later parts and a link's state", async () => {
      const page = await firstVisit(context);
      await withoutNetwork(async () => {
        await visit(page, "#1january-2025~dg2");
        assert.equal(await growth(page), 2);
        await press(page, "#twin-toggle");
        await page.waitForSelector("#twin svg");
        await page.$eval("#twin .tables details", (tables) => (tables.open = true));
        await page.waitForSelector("#twin .tables table");
        await press(page, "#embed-open");
        await page.waitForFunction(() => document.querySelector("#embed-code").value.includes("<first-refusal") && document.querySelector("#embed-contract tr"));
        await press(page, "#embed-close");
        await page.$eval("#sources", (sources) => (sources.open = true));
        await page.waitForSelector("#sources-list li");
        assert.deepEqual(await page.evaluate(() => window.firstRefusal.set("demand.growth", 4)), { ok: true });
        await page.evaluate(() => window.firstRefusal.chapter(5));
        await page.waitForFunction(() => document.querySelector(".chapter.shown").dataset.chapter === "5");
        assert.equal(await line(page), "");
        await visit(page, "index.html");
      });
    });

    it("the first visit's own tab has its later parts when the network goes", async () => {
      const page = await firstVisit(context);
      await withoutNetwork(async () => {
        await press(page, "#twin-toggle");
        await page.waitForSelector("#twin svg");
      });
    });

    it("a new build is there at the next visit, a tab of the old one is told and goes on in the new one with its state", async () => {
      const old = await firstVisit(context);
      await old.evaluate(() => window.firstRefusal.set("demand.growth", 2));
      site.serves = "other";
      const fresh = await laterVisit(context);
      assert.equal(await build(fresh), buildOf(folders.other));
      await offered(old);
      assert.equal(await build(old), buildOf(folders.first), "it is not changed under the reader's hand");
      assert.match(await line(old), /keeps your settings/);
      await renew(old, "other");
      assert.equal(await growth(old), 2);
      assert.deepEqual([await line(fresh), await line(old)], ["", ""]);
      await withoutNetwork(async () => {
        await visit(old);
        assert.equal(await build(old), buildOf(folders.other));
        await press(old, "#twin-toggle");
        await old.waitForSelector("#twin svg");
      });
    });

    it("going back to the build before is an update like any other", async () => {
      let page = await firstVisit(context);
      for (const which of ["other", "first"]) {
        site.serves = which;
        const next = await laterVisit(context);
        assert.equal(await build(next), buildOf(folders[which]));
        await offered(page);
        await renew(page, which);
        await inCharge(page, buildOf(folders[which]));
        await next.close();
      }
      await withoutNetwork(async () => {
        await visit(page);
        assert.equal(await build(page), buildOf(folders.first));
      });
    });

    it("a tab that another one has taken the worker from is told, and says what it cannot fetch any more", async () => {
      const old = await firstVisit(context);
      const other = await laterVisit(context);
      site.serves = "other";
      await other.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
      await offered(other);
      await press(old, ".kept button:last-child"); // closes the line
      await renew(other, "other");
      await offered(old);
      await press(old, "#twin-toggle");
      await old.waitForFunction(() => /could not be fetched.*keeps your settings/.test(document.querySelector(".kept p")?.textContent ?? ""), { polling });
    });

    it("files of two builds are never kept together: a half published build changes nothing", async () => {
      await firstVisit(context);
      site.only = { "/offline.js": "other" }; // and all else is still the first's
      const page = await laterVisit(context);
      await page.waitForFunction(async () => {
        const { installing, waiting } = await navigator.serviceWorker.getRegistration();
        return !installing && !waiting;
      });
      assert.deepEqual([await build(page), await line(page)], [buildOf(folders.first), ""]);
      await withoutNetwork(async () => {
        await visit(page, "#1january-2025~dg2");
        assert.deepEqual([await build(page), await growth(page)], [buildOf(folders.first), 2]);
      });
    });

    it("a network that is there and does not answer holds nobody for long", async () => {
      const page = await firstVisit(context);
      site.silent = /./;
      await visit(page, "#1january-2025~dg2");
      assert.equal(await growth(page), 2);
    });

    it("articles, frames and all other pages have no worker, and none answers for them", async () => {
      const page = await context.newPage();
      for (const path of ["article.html", "embed.html", "publishers.html"]) await page.goto(site.address + path);
      await page.goto(`${site.address}article.html`);
      const registrations = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
      assert.equal(await registrations(), 0);
      await visit(page, "?from=letter");
      assert.deepEqual([await registrations(), await page.$eval("#kept", (it) => it.textContent)], [0, ""]);
      await visit(page);
      await says(page, keeps);
      for (const path of ["article.html", "embed.html", "embed.html?view=panel", "embed-as-amended.html", "publishers.html", "embed.js", "?from=letter"]) {
        site.asked.length = 0;
        await page.goto(site.address + path);
        assert.ok(site.asked.includes(`/${path}`), `${path} did not come from the network`);
      }
      await withoutNetwork(() => assert.rejects(page.goto(`${site.address}embed.html`)));
    });

    it("what is kept is what the page's words say, and nothing else is stored", async () => {
      const page = await firstVisit(context);
      const stored = await page.evaluate(async () => {
        const names = await caches.keys();
        const kept = (await Promise.all(names.map(async (one) => (await caches.open(one)).keys()))).flat();
        return { caches: names.length, files: kept.map(({ url }) => new URL(url).pathname), items: localStorage.length + sessionStorage.length, cookies: document.cookie };
      });
      assert.deepEqual([stored.caches, stored.items, stored.cookies], [1, 0, ""]);
      for (const path of ["/", "/embed-contract.json", /^\/assets\/lab-[\w-]{8}\.wasm$/, /^\/assets\/engine-[\w-]{8}\.wasm$/])
        assert.ok(stored.files.some((one) => (typeof path === "string" ? one === path : path.test(one))), `${path} is not kept`);
      assert.ok(!stored.files.some((one) => /embed[\w-]*\.html|\/v\/|engine-bytes/.test(one)), stored.files.join(" "));
    });
  });

test("where storage is refused the page says so and works as it did", async () => {
  const driver = await engines[0].launch();
  try {
    const page = await driver.browser.newPage();
    const session = await page.createCDPSession();
    await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.address).origin, quotaSize: 1_000 });
    await visit(page);
    await says(page, keepsNot);
    assert.deepEqual(await page.evaluate(() => window.firstRefusal.set("demand.growth", 4)), { ok: true });
    await visit(page);
    await says(page, keepsNot);
  } finally {
    await driver.close();
  }
});
