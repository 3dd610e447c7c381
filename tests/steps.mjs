// What ./test checks, in the order in which it is begun. A step:
//   name     words; ./test NAME… takes those that begin with it
//   kind     what it is summed under at the end
//   counts   how its log says what it counted: doctest, node (TAP), sum ("N passed, N failed"), one (it ran)
//   seconds  allowed
//   after    names of what must have passed before, run too where only this step is asked for
//   needs    browser, screen, or a program: left out, with the reason, where it is not to be had
//   uses     compiler: one at a time, and as much as two others; all: nothing else beside it
//   quick    part of ./test quick
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const build = (name, seconds, ...command) => ({ name, kind: "build", counts: "one", seconds, uses: "compiler", command });
const check = (name, seconds, ...command) => ({ name, kind: "check", counts: "one", seconds, command });
const native = "build/native";
const sanitized = "build/native-sanitize";

const browserFiles = readdirSync(fileURLToPath(new URL("browser", import.meta.url)))
  .filter((name) => name.endsWith(".test.mjs"))
  .map((name) => name.replace(".test.mjs", ""));

export const steps = [
  { ...check("layers", 60, "node", "tools/check_layers.mjs"), quick: true },
  { ...check("format", 120, "tools/check_format"), needs: "clang-format", quick: true },
  { ...check("types", 180, "tools/check_types"), quick: true },
  { ...build("build native", 2400, "tools/build", "native", "suite", "lab_suite", "pact", "offscreen"), quick: true },
  check("advances", 60, "tools/fonts/advances.py", "--check"),
  { ...build("page", 2400, "tools/build_page") },
  { name: "native suite", kind: "native", counts: "doctest", seconds: 600, after: ["build native"], quick: true, command: [`${native}/suite`] },
  { name: "lab without a window", kind: "native", counts: "doctest", seconds: 300, after: ["build native"], command: [`${native}/lab_suite`] },
  { name: "command line", kind: "native", counts: "sum", seconds: 300, after: ["build native"], quick: true, command: ["tests/cli/run", `${native}/pact`] },
  { name: "sweep memory", kind: "native", counts: "sum", seconds: 600, after: ["build native"], command: ["tests/cli/memory", `${native}/pact`] },
  { ...check("readme", 60, "node", "tools/readme_tables", "--check", `${native}/pact`), after: ["build native"] },
  { ...build("build sanitized", 2400, "tools/build", "native-sanitize", "suite", "pact", "fuzz_contract", "fuzz_link", "fuzz_receipt"), needs: "clang++" },
  { ...check("sizes", 120, "node", "tools/size_report.mjs"), after: ["page"] },
  { ...check("posters", 60, "node", "tests/setup/posters.mjs", `${native}/pact`), after: ["page", "build native"] },
  { name: "sanitized suite", kind: "sanitized", counts: "doctest", seconds: 1200, after: ["build sanitized"], command: [`${sanitized}/suite`] },
  build("build wasm suite", 2400, "tools/build", "web-test", "suite"),
  { name: "sanitized command line", kind: "sanitized", counts: "sum", seconds: 600, after: ["build sanitized"], command: ["tests/cli/run", `${sanitized}/pact`] },
  { name: "wasm suite", kind: "wasm", counts: "doctest", seconds: 900, after: ["build wasm suite"], command: ["node", "build/web-test/suite.js"] },
  build("build native lab", 2400, "tools/build", "native", "lab", "bench"),
  { name: "fuzzing", kind: "sanitized", counts: "sum", seconds: 300, after: ["build sanitized"], command: ["tests/fuzz/run", sanitized] },
  { ...check("fingerprints", 10, "tools/check_fingerprints"), after: ["native suite", "sanitized suite", "wasm suite"] },
  {
    name: "native lab", kind: "native", counts: "sum", seconds: 600, after: ["build native lab"], uses: "all", needs: "screen",
    command: ["xvfb-run", "-a", "-s", "-screen 0 1400x1000x24", "tests/native/run", `${native}/lab`, `${native}/pact`],
  },
  ...browserFiles.map((name) => ({
    name: `browser ${name}`, kind: "browser", counts: "node", seconds: 900, after: ["page", "build native"], needs: "browser",
    command: ["node", "--test", "--test-reporter=tap", `tests/browser/${name}.test.mjs`],
  })),
  {
    ...check("readme, browsers", 30, "node", "tools/readme_tables", "--check", `${native}/pact`, "build/browsers.json"),
    after: ["browser matrix"], needs: "browser",
  },
];
