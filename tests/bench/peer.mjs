// Dear ImGui's own SDL2 example (tools/cmake/peer.cmake), served on loopback as it would travel: what the lab is measured
// beside, in the same browser and the same run.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const built = fileURLToPath(new URL("../../build/web/", import.meta.url));
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Dear ImGui's example</title><style>body { margin: 0 }</style>
<canvas id="canvas"></canvas><script>var Module = { canvas: document.getElementById("canvas") }</script><script src="peer.js"></script>`;

function file(type, bytes) {
  return { type, body: brotliCompressSync(bytes) };
}

/** {address, bytes, close()}: `bytes` is what a visit downloads. */
export async function servePeer() {
  const files = new Map([
    ["/", file("text/html; charset=utf-8", Buffer.from(page))],
    ["/peer.js", file("text/javascript", readFileSync(`${built}peer.js`))],
    ["/peer.wasm", file("application/wasm", readFileSync(`${built}peer.wasm`))],
  ]);
  const server = createServer((request, response) => {
    const wanted = files.get(request.url);
    response.writeHead(wanted ? 200 : 404, wanted && { "content-type": wanted.type, "content-encoding": "br", "content-length": wanted.body.length });
    response.end(wanted?.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    bytes: [...files.values()].reduce((sum, { body }) => sum + body.length, 0),
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

// The slider "float" of the example's small window. Its window opens at a fixed place and is as large as what it holds.
export const peerSlider = { left: 70, right: 270, y: 160 };
