#!/usr/bin/env node
// Runs in the box: serves dist/ on 127.0.0.1, compressed files as they lie there, and says the address once it answers.
// usage: tools/serve.mjs PORT. The port or none: an address that was told must be the one that answers.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { setHeaders } from "./headers.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const sirv = createRequire(`${project}web/package.json`)("sirv");
const port = Number(process.argv[2]);
const files = sirv(`${project}dist`, { brotli: true, gzip: true, etag: true, maxAge: 0, setHeaders });

const server = createServer((request, response) => {
  files(request, response, () => {
    response.statusCode = 404;
    response.end("Not found\n");
  });
});
server.on("error", (error) => {
  const why = error.code === "EADDRINUSE" ? `port ${port} is in use; stop what listens there, or choose another: ./run --port ${port + 1}` : error.message;
  console.error(`error: ${why}`);
  process.exit(1);
});
server.listen(port, "127.0.0.1", () => console.log(`First Refusal is at http://127.0.0.1:${port} (Ctrl-C stops it)`));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(0));
