// What a first visit waits for: until something is drawn, and how many bytes come before that; on this machine's loopback
// and over a network of 1.6 Mbit/s that answers after 150 ms, each with an empty cache.
import { open } from "../browser/helper.mjs";

const slow = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** In the page, before its scripts: marks the first thing that WebGL2 draws. */
export function markFirstDraw() {
  const draw = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function (...given) {
    WebGL2RenderingContext.prototype.drawElements = draw;
    performance.mark("first-drawn");
    return draw.apply(this, given);
  };
}

async function visit(browser, address, isSlow) {
  const page = await open(browser, "about:blank", { before: markFirstDraw });
  const client = await page.createCDPSession();
  await client.send("Network.enable");
  if (isSlow) await client.send("Network.emulateNetworkConditions", slow);
  let bytes = 0;
  client.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("first-drawn").length > 0, { polling: 50 });
  const drawn = await page.evaluate(() => performance.getEntriesByName("first-drawn")[0].startTime);
  await page.browserContext().close();
  return { drawn, bytes };
}

/** {drawn: milliseconds of each visit, bytes: of the last}. */
export async function visits(browser, address, { count, isSlow = false }) {
  const drawn = [];
  let bytes = 0;
  for (let turn = 0; turn < count; turn++) {
    const seen = await visit(browser, address, isSlow);
    drawn.push(seen.drawn);
    bytes = seen.bytes;
  }
  return { drawn, bytes };
}
