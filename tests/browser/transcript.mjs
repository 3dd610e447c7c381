#!/usr/bin/env node
// Ten actions as a screen reader's user hears them, printed as docs/heard.md has them:
//   tools/box/enter --tests --offline node tests/browser/transcript.mjs
import { heardOf, listen } from "./heard.mjs";
import { articleHtml, launch, open, openLab, serve } from "./helper.mjs";

const articles = new Map();
const [figures, publisher] = [await serve(), await serve({ pages: articles, hasDist: false })];
const browser = await launch();

async function write(page, title, act) {
  await heardOf(page, () => undefined); // what came before has been said
  const heard = await heardOf(page, act);
  const lines = heard.map((one) => `- ${one} (${one.split(" ").length - 1} words)`);
  console.log(`\n${title}\n\n${lines.join("\n") || "- nothing"}`);
}

const page = await openLab(browser, figures.address, { width: 1366, height: 768, before: listen });
const lever = (key) => `#twin .lever[data-key="${key}"] input[type=range]`;
const press = (selector) => page.$eval(selector, (one) => one.click());
await press("#twin-toggle");
await page.waitForFunction(() => document.querySelector("#twin table tbody tr") && document.querySelector("#twin svg"));
await page.$$eval("#twin details", (all) => all.forEach((one) => (one.open = true)));

await page.focus("#hero");
await write(page, "1. Compute demand: one key to the right", () => page.keyboard.press("ArrowRight"));
await write(page, "2. Thirty fast keys to the left", async () => {
  for (let i = 0; i < 30; i += 1) await page.keyboard.press("ArrowLeft");
});
await press("#reset");
await page.focus(lever("money.revenue-per-gw"));
await write(page, "3. Revenue per gigawatt: one key", () => page.keyboard.press("ArrowRight"));
await press("#reset");
await page.focus("#twin-month");
await write(page, "4. The month: one key", () => page.keyboard.press("ArrowRight"));
await page.focus("#deal");
await write(page, "5. Another contract, from the list", () => page.select("#deal", "exclusive-2023"));
await page.focus("#twin-toggle");
await write(page, "6. The link to the first or the latest terms", () => press("#other"));
await page.evaluate(() => window.firstRefusal.pick("january-2025"));
await page.focus('#twin .clause[data-clause="first-refusal"] input');
await write(page, "7. First refusal: never agreed", () => page.keyboard.press("Space"));
await page.focus("#undo");
await write(page, "8. Undo", () => page.keyboard.press("Enter"));
await page.focus('#twin [data-dispute="run-rate"] input');
await write(page, "9. The other side of a dispute", () => page.keyboard.press("ArrowDown"));
await page.browserContext().close();

const figure = (id, contract) => `<first-refusal id="${id}" contract="${contract}"></first-refusal>`;
articles.set("/", articleHtml(figures.address, figure("a", "january-2025") + figure("b", "as-amended")));
const article = await open(browser, publisher.address, { width: 800, height: 1500, before: listen, friends: [figures.address] });
await article.waitForFunction(() => ["a", "b"].every((id) => document.getElementById(id).summary));
await write(article, "10. An article sets the demand of its two figures", () =>
  article.evaluate(() => {
    for (const id of ["a", "b"]) document.getElementById(id).set("demand.growth", 2.2);
  }),
);
await Promise.all([browser.close(), figures.close(), publisher.close()]);
