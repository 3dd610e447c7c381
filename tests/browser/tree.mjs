// The accessibility tree of a page, or of parts of it, as text that a person can read and a test can pin: role, name,
// value and state, one node a line, without what changes from run to run.
const silent = new Set(["none", "generic", "InlineTextBox", "LineBreak", "ListMarker", "RootWebArea"]);
const whole = new Set(["image", "spinbutton"]); // their name says it: what is inside is not read
const labels = new Set(["LabelText", "Legend"]); // read as the name of what they label, which may be inside them
const told = ["level", "checked", "expanded", "disabled", "invalid", "readonly", "live", "modal", "roledescription"];
const mostOptions = 12; // of a select; of longer ones the count is enough

const textOf = (value) => (value?.value === undefined ? "" : String(value.value).replace(/\s+/g, " ").trim());
const numberText = (text) => (text !== "" && Number.isFinite(Number(text)) ? String(Number(Number(text).toFixed(6))) : text); // 0.2800000011920929
// What another build, another port or another moment would tell otherwise: builds, sizes, addresses, and the distance to
// the next flip, which is told once it is worked out.
const steady = (text) =>
  text
    .replace(/version \d+\.\d+\.\d+\S*/, "version …")
    .replace(/(\d+\.\d+\.\d+)-[0-9a-f]{8}/g, "$1-…")
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:…")
    .replace(/sha384-[\w+\/=]{64}/g, "sha384-…")
    .replace(/\d+ kB in \d+ requests?/g, "… kB in … requests")
    .replace(/ ?\d+(?:\.\d+)? (higher|lower): [^.”]+\./g, "");

function line(node) {
  const role = textOf(node.role);
  const name = steady(textOf(node.name));
  if (role === "StaticText") return `“${name}”`;
  const states = (node.properties ?? [])
    .filter(({ name: key, value }) => told.includes(key) && ![false, "false", "", undefined].includes(value.value))
    .map(({ name: key, value }) => (value.value === true || value.value === "true" ? key : `${key} ${value.value}`));
  const value = node.valueText ?? numberText(textOf(node.value));
  const description = steady(textOf(node.description));
  return [
    role,
    name && ` “${name}”`,
    value && value !== name && ` = ${value}`,
    states.length && ` (${states.join(", ")})`,
    description && description !== name && ` — ${description}`,
  ]
    .filter(Boolean)
    .join("");
}

function print(node, byId, depth, lines) {
  const role = textOf(node.role);
  const isTold = !node.ignored && !silent.has(role) && !labels.has(role) && !(role === "StaticText" && steady(textOf(node.name)) === "");
  const own = lines.length;
  if (isTold) lines.push("  ".repeat(depth) + line(node));
  if (!node.ignored && whole.has(role)) return;
  const isLabel = !node.ignored && labels.has(role);
  const children = (node.childIds ?? [])
    .map((id) => byId.get(id))
    .filter((child) => child && !(isLabel && textOf(child.role) === "StaticText"));
  if (children.filter((child) => textOf(child.role) === "option").length > mostOptions) {
    lines.push(`${"  ".repeat(depth + 1)}${children.length} options`);
    return;
  }
  for (const child of children) {
    const repeats = isTold && textOf(child.role) === "StaticText" && textOf(child.name) === textOf(node.name);
    if (!repeats) print(child, byId, depth + (isTold ? 1 : 0), lines);
  }
  if (lines.length === own + 1 && lines[own].trim() === "paragraph") lines.pop(); // what it says is not steady
}

/** `selectors`: the parts that are told, each under its own heading; none: the whole page. */
export async function treeText(page, selectors = ["body"]) {
  const session = await page.createCDPSession();
  await session.send("Accessibility.enable");
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  // The protocol's own property for it holds the bare number.
  for (const node of nodes.filter(({ role }) => textOf(role) === "slider")) {
    const { node: element } = await session.send("DOM.describeNode", { backendNodeId: node.backendDOMNodeId });
    const at = element.attributes?.indexOf("aria-valuetext") ?? -1;
    if (at >= 0) node.valueText = `${numberText(textOf(node.value))}, “${element.attributes[at + 1]}”`;
  }
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const parts = [];
  for (const selector of selectors) {
    const { result } = await session.send("Runtime.evaluate", { expression: `document.querySelector(${JSON.stringify(selector)})` });
    if (!result.objectId) throw new Error(`there is no ${selector}`);
    const { node } = await session.send("DOM.describeNode", { objectId: result.objectId });
    const root = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
    if (!root) throw new Error(`${selector} is not in the tree`);
    const lines = [];
    print(root, byId, 0, lines);
    parts.push((selectors.length > 1 ? `[${selector}]\n` : "") + lines.join("\n"));
  }
  await session.detach();
  return `${parts.join("\n\n")}\n`;
}
