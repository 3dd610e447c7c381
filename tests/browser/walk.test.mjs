// Random walks through the life of an element (inserted, moved, taken out, asked, reloaded, with frames late and missing) in
// three engines. A walk that fails prints its seed: WALK_SEEDS=7,8 runs those.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setUp } from "./helper.mjs";
import { engines } from "./engines.mjs";
import { walker } from "./walk.mjs";

const length = 14;
const seeds = process.env.WALK_SEEDS?.split(",").map(Number);
const seedsOf = { Chromium: [1, 2, 3, 4, 5, 6, 7, 8], "Firefox ESR": [11, 12, 13], WebKitGTK: [21, 22, 23] };
const lateMs = 700;

let way = "served"; // what becomes of frames
const at = setUp({
  hasBrowser: false,
  gate: async (url) => {
    const wanted = /^\/frames\/(\w+)$/.exec(url)?.[1];
    if (wanted) way = wanted;
    if (wanted) return 204;
    if (!url.startsWith("/embed") || !url.includes(".html")) return undefined;
    if (way === "late") await new Promise((resolve) => setTimeout(resolve, lateMs));
    return way === "missing" ? 404 : undefined;
  },
});

for (const { name, launch } of engines)
  test(`in ${name} each call of a random life is answered once and in order, nothing is a hole, and it goes on`, async (context) => {
    const page = await launch();
    try {
      await page.goto(at.publish(`<script>(${walker})(${JSON.stringify(at.address)})</script>`));
      await page.until(() => window.walk && !!customElements.get("first-refusal"));
      let [walks, calls] = [0, 0];
      for (const seed of seeds ?? seedsOf[name]) {
        way = "served";
        await page.evaluate((given, steps) => void window.walk(given, steps).then((told) => (window.walked = told)), seed, length);
        const walked = await page.until((given) => window.walked?.seed === given && window.walked, seed);
        assert.deepEqual(walked.faults, [], `seed ${seed}: ${walked.trace.join(" ")}`);
        walks += 1;
        calls += walked.calls;
      }
      context.diagnostic(`${name}: ${walks} walks of ${length} steps, ${calls} calls, all answered`);
    } finally {
      await page.close();
    }
  });
