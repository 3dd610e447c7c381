// The model's times: natively, as WebAssembly under node and in Chromium, and their ratios; then whole processes of pact.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/helper.mjs";
import { median, p95, table } from "./times.mjs";

const build = fileURLToPath(new URL("../../build/", import.meta.url));
const read = (lines) =>
  lines.map((line) => /^(.*),([\d.]+),([\d.]+)$/.exec(line)).map(([, name, median, p95]) => ({ name, median: Number(median), p95: Number(p95) }));
const pieces = (command, ...args) =>
  read(execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim().split("\n"));
const byName = (all) => new Map(all.map((piece) => [piece.name, piece]));

// The program that runs under node, in a page that is isolated from others: only there is a browser's clock fine enough.
async function inChromium() {
  const server = createServer((request, response) => {
    const [type, body] = request.url.endsWith(".wasm")
      ? ["application/wasm", readFileSync(`${build}web-test/bench.wasm`)]
      : request.url.endsWith(".js")
        ? ["text/javascript", readFileSync(`${build}web-test/bench.js`)]
        : ["text/html", "<!doctype html><title>bench</title>"];
    response.writeHead(200, { "content-type": type, "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    const run = () =>
      new Promise((resolve, reject) => {
        const lines = [];
        window.Module = { print: (line) => lines.push(line), printErr: () => undefined, onExit: () => resolve(lines), onAbort: reject };
        document.head.append(Object.assign(document.createElement("script"), { src: "bench.js", onerror: reject }));
      });
    return byName(read(await tab.evaluate(run)));
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

const millis = (micros) => (micros / 1000).toFixed(micros < 10000 ? 3 : 1);

function pieceRows(native, places) {
  return native.map(({ name, median, p95 }) => {
    const there = places.map((place) => place.get(name)).flatMap((it) => [millis(it.median), millis(it.p95), (it.median / median).toFixed(2)]);
    return [name, millis(median), millis(p95), ...there];
  });
}

/** Microseconds of whole processes of pact. */
function processes(count, ...args) {
  const times = [];
  for (let turn = 0; turn < count + 5; turn++) {
    const start = process.hrtime.bigint();
    execFileSync(`${build}native/pact`, args, { stdio: ["ignore", "ignore", "inherit"], maxBuffer: 1 << 30 });
    if (turn >= 5) times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  return times;
}

export async function modelTables() {
  const places = [byName(pieces(process.execPath, `${build}web-test/bench.js`)), await inChromium()];
  const runs = 40_000;
  const simulate = processes(100, "simulate", "--format", "json");
  const sweep = processes(5, "sweep", "--vary", "demand.growth=2:4:200", "--vary", "azure.offer=0.4:2:200");
  const heads = ["piece", "native: median ms", "p95", "node: median ms", "p95", "ratio", "Chromium: median ms", "p95", "ratio"];
  return [
    table(heads, pieceRows(pieces(`${build}native/bench`), places)),
    table(
      ["whole processes of `pact`", "median ms", "p95"],
      [
        ["simulate --format json", millis(median(simulate)), millis(p95(simulate))],
        [`sweep of ${runs} runs`, millis(median(sweep)), millis(p95(sweep))],
        ["sweep, runs a second on this machine's cores", Math.round((runs / median(sweep)) * 1e6), ""],
      ],
    ),
  ];
}
