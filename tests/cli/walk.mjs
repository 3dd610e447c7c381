// Each name of CONTRIBUTING.md's walks stands in the file beside it: `name` (`path`). Prints what does not; ends with 1.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));
const text = readFileSync(`${project}CONTRIBUTING.md`, "utf8");
const steps = [...text.matchAll(/((?:`\w+`(?:,| and)?\s+)+)\(`([\w./]+)`\)/g)].flatMap(([, names, path]) =>
  [...names.matchAll(/`(\w+)`/g)].map(([, name]) => ({ name, path })),
);
const isDeclared = (source, name) => new RegExp(`(?:^|\\s)(?:[\\w:<>,&*]+\\s+[*&]?|struct |class |enum class )${name}\\b(?=\\s*[({;:])`, "m").test(source);
const wrong = steps
  .filter(({ name, path }) => !existsSync(project + path) || !isDeclared(readFileSync(project + path, "utf8"), name))
  .map(({ name, path }) => `CONTRIBUTING.md: ${path} has no ${name}`);
if (steps.length < 20) wrong.push(`CONTRIBUTING.md: only ${steps.length} steps were found in its walks`);
for (const line of wrong) console.log(line);
process.exit(wrong.length === 0 ? 0 : 1);
