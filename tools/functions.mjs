// How long functions are, in lines from the first of their head to their last brace: of TypeScript by Vite's own parser, of
// C++ by its braces, which the house's formatter keeps regular. A function within another counts to that one too.
import { createRequire } from "node:module";

const { parseSync } = createRequire(new URL("../web/package.json", import.meta.url))("vite");

const lineOf = (text, at) => text.slice(0, at).split("\n").length;

/** The numbers of lines of all functions with a body, in the order in which they end. */
export function functionsOfTs(text) {
  const { program, errors } = parseSync("some.ts", text);
  if (errors.length > 0) throw new Error(errors[0].message);
  const found = [];
  const visit = (node) => {
    if (node === null || typeof node !== "object") return;
    for (const child of Object.values(node)) visit(child);
    const isFunction = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
    if (isFunction && node.body?.type === "BlockStatement") found.push(lineOf(text, node.end) - lineOf(text, node.start) + 1);
  };
  visit(program);
  return found;
}

// Comments, texts and what is for the preprocessor, as blanks: lines stay lines.
const outOfCode = /\/\/[^\n]*|\/\*[^]*?\*\/|R"(\w*)\([^]*?\)\1"|"(?:[^"\\\n]|\\.)*"|(?<![0-9a-fA-F])'(?:[^'\\\n]|\\.)*'|^[ \t]*#(?:[^\n]*\\\n)*[^\n]*/gm;
const blanked = (text) => text.replaceAll(outOfCode, (found) => found.replaceAll(/[^\n]/g, " "));

const head = /\)\s*(?:(?:const|noexcept|override|final|mutable|&&?)\b\s*|->\s*[\w:<>,&*\s]+)*$/;
const initialisers = /\)\s*(?:noexcept\s*)?:(?!:)/;
function opensBody(statement) {
  if (/\bconcept\b|=\s*$/.test(statement)) return false;
  return initialisers.test(statement) ? /[)}]\s*$/.test(statement) : head.test(statement);
}

/** The same of C++: what stands in namespaces and classes, with all that is within. */
export function functionsOfCpp(text) {
  const code = blanked(text);
  const found = [];
  const open = []; // braces around here: the first line of a function, 0: of anything else
  let [from, parens, inside] = [0, 0, 0]; // where the statement begins, how deep in parentheses, within how many functions
  for (let at = 0; at < code.length; at++) {
    const letter = code[at];
    if (letter === "(") parens += 1;
    if (letter === ")") parens -= 1;
    if (letter === "{") {
      const statement = code.slice(from, at);
      const isBody = inside === 0 && parens === 0 && opensBody(statement);
      open.push(isBody ? lineOf(code, from + statement.search(/\S/)) : 0);
      if (isBody) inside += 1;
      const isScope = !isBody && !initialisers.test(statement);
      if (inside === 0 && parens === 0 && isScope) from = at + 1;
    } else if (letter === "}") {
      const first = open.pop();
      if (first) [inside, from] = [inside - 1, at + 1];
      if (first) found.push(lineOf(code, at) - first + 1);
      else if (inside === 0 && parens === 0 && !initialisers.test(code.slice(from, at))) from = at + 1;
    } else if (letter === ";" && inside === 0 && parens === 0) from = at + 1;
    else if (letter === ":" && inside === 0 && parens === 0 && /\b(public|private|protected)\s*$/.test(code.slice(from, at))) from = at + 1;
  }
  if (open.length > 0 || parens !== 0) throw new Error("braces or parentheses are not closed");
  return found;
}

// A measure that cannot be wrong measures nothing: these are known.
const samples = [
  [functionsOfCpp, "int f(int a) {\n  return a;\n}\n", [3]],
  [functionsOfCpp, "// void g() {\nnamespace fr {\nstatic const char* b = \"{(\";\nint f() { return '{'; }\n}  // namespace fr\n", [1]],
  [functionsOfCpp, "struct A : B {\n  explicit A(int n)\n      : B(n), c{n}, d(n) {\n    go();\n  }\n  std::function<void(int)> act{};\n  int c = 0;\n};\n", [4]],
  [functionsOfCpp, "constexpr std::array names = {\n  Name{\"a\", f(1)},\n};\nconst X x{f(2)};\nauto g() -> std::vector<int> {\n  const auto each = [&](int i) {\n    return i;\n  };\n  return {each(1)};\n}\n", [6]],
  [functionsOfCpp, "EM_JS(void, tell, (const char* json), {\n  Module[\"a\"](json);\n});\nbool is_on() const noexcept {\n  return true;\n}\n", [3]],
  [functionsOfTs, "export function f(a: number): number {\n  return a;\n}\nconst g = (): void => {\n  f(1);\n};\nconst h = (b: string) => b;\n", [3, 3]],
  [functionsOfTs, "class A {\n  get b(): string {\n    return `{`;\n  }\n}\n", [3]],
];
for (const [measure, text, expected] of samples) {
  const is = measure(text);
  if (is.join() !== expected.join()) throw new Error(`functions of ${is} lines instead of ${expected} were found in:\n${text}`);
}
