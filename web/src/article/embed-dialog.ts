// "Put this into an article": the code for the state on screen, its picture, and what it costs a reader.
import { part, write } from "../explainer/dom.ts";
import { codeFor, type Theme, type Way } from "./embed-code.ts";
import type { EmbedContract } from "./costs.ts";
import { contractRows, embedContract } from "./embed-contract.ts";
import { fileName, inAddress, isUntouched, pictureOf, posterName, sizeOf, type Tone } from "./embed-picture.ts";
import { download } from "../words/files.ts";
import { reasonText } from "../explainer/told.ts";
import type { Describe, Explainer } from "../explainer/types.ts";
import "../../embed-dialog.css";

const dialog = part("embed-dialog", HTMLDialogElement);
const way = part("embed-way", HTMLSelectElement);
const build = part("embed-build", HTMLSelectElement);
const theme = part("embed-theme", HTMLSelectElement);
const picture = part("embed-picture", HTMLSelectElement);
const code = part("embed-code", HTMLTextAreaElement);
const note = part("embed-note", HTMLParagraphElement);
const copied = part("embed-copied", HTMLSpanElement);
const base = new URL("./", location.href).href;

let explainer: Explainer | undefined;
let contract: EmbedContract | undefined;

const isWhole = (): boolean => way.value === "picture"; // else it stands within the element

function pictureAddress(it: Explainer, state: Describe, tone: Tone, folder: string): string {
  if (picture.value === "inside") return inAddress(pictureOf(it, tone, isWhole()));
  if (picture.value === "yours") return fileName(state, tone, isWhole());
  return folder + posterName(state, tone, isWhole());
}

function noteFor(state: Describe): string {
  const wanted = theme.value === "auto" ? "both pictures" : `the ${theme.value} picture`;
  const lines: string[] = [];
  if (state.own) lines.push("A contract of your own does not travel in a link, so only its picture can be put into an article.");
  if (way.value !== "frame" && picture.value === "yours") lines.push(`Download ${wanted} below and put ${theme.value === "auto" ? "them" : "it"} beside your article.`);
  if (build.value === "frozen")
    lines.push(
      way.value === "element"
        ? "The browser checks the script against its hash and loads nothing else than this build."
        : "Later corrections do not reach it.",
    );
  if (way.value === "frame") lines.push("The style keeps the height that the figure needs at each width of your column.");
  return lines.join(" ");
}

// What cannot be chosen for this state is not chosen.
function limit(state: Describe): void {
  for (const option of way.options) option.disabled = !!state.own && option.value !== "picture";
  if (state.own) way.value = "picture";
  const ours = picture.options[0];
  if (ours) ours.disabled = !isUntouched(state);
  if (ours?.disabled && picture.value === "ours") picture.value = "yours";
  part("embed-picture-wish", HTMLParagraphElement).hidden = way.value === "frame";
  for (const tone of ["light", "dark"] as const) part(`embed-${tone}`, HTMLButtonElement).hidden = way.value === "frame";
}

function fill(): void {
  if (!explainer || !contract) return;
  const it = explainer;
  const state = it.describe();
  limit(state);
  const isFrozen = build.value === "frozen";
  const folder = isFrozen ? base + contract.frozen.path : base;
  code.value = codeFor(
    {
      way: way.value as Way,
      theme: theme.value as Theme,
      isFrozen,
      base,
      link: state.link,
      title: state.contract_title,
      sentence: state.sentence,
      deal: isUntouched(state) ? state.contract : "",
      picture: (tone) => pictureAddress(it, state, tone, folder),
      size: sizeOf(pictureOf(it, "light", isWhole())),
    },
    contract,
  );
  code.scrollTop = 0;
  write(note, noteFor(state));
  write(copied, "");
  part("embed-contract", HTMLTableElement).tBodies[0]?.replaceChildren(
    ...contractRows(contract, way.value === "picture", location.origin),
  );
}

async function copy(): Promise<void> {
  code.select(); // where the clipboard is closed to us the text is selected to be copied by hand
  try {
    await navigator.clipboard.writeText(code.value);
    write(copied, "Copied.");
  } catch {
    write(copied, "Selected: copy it with the keyboard.");
  }
}

export async function showEmbedDialog(it: Explainer): Promise<void> {
  explainer = it;
  const state = it.describe();
  write(part("embed-about", HTMLParagraphElement), `${state.contract_title}, as on screen: ${state.sentence}`);
  picture.value = isUntouched(state) ? "ours" : "yours";
  dialog.showModal();
  try {
    contract = await embedContract();
    fill();
  } catch (reason) {
    write(note, `What the embed costs, and the code with it, could not be read: ${reasonText(reason)}`);
  }
}

for (const one of [way, build, theme, picture]) one.addEventListener("change", fill);
for (const tone of ["light", "dark"] as const)
  part(`embed-${tone}`, HTMLButtonElement).addEventListener("click", () => {
    if (!explainer) return;
    const svg = pictureOf(explainer, tone, isWhole());
    download(fileName(explainer.describe(), tone, isWhole()), new Blob([svg], { type: "image/svg+xml;charset=utf-8" }));
  });
part("embed-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
part("embed-copy", HTMLButtonElement).addEventListener("click", () => void copy());
