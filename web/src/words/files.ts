// Files to and from the reader, for the lab and for the view in words. Nothing leaves the browser.
import sansRegular from "@fonts/sans_regular.ttf?url";
import sansSemibold from "@fonts/sans_semibold.ttf?url";
import serifSemibold from "@fonts/serif_semibold.ttf?url";
import { isDark, make } from "../explainer/dom.ts";
import type { Explainer, Kept } from "../explainer/types.ts";

const pictureWidth = 808; // CSS pixels: the chart is as wide as in a window of 1280
const pictureDensity = 2;
const acceptedBytes = 1_000_000; // of a contract
const mostBytesOfALetter = 4;

/** Hands a file to the browser's downloads. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = make("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000); // once the browser has begun to read it
}

function base64(bytes: ArrayBuffer): string {
  let text = "";
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}

async function fontFace(family: string, weight: number, address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) return ""; // the stand-in takes its room
  const source = `url(data:font/ttf;base64,${base64(await answer.arrayBuffer())})`;
  return `@font-face{font-family:"${family}";font-weight:${weight};src:${source}}`;
}

// A picture made of an SVG knows no fonts of the page: it brings its own. Without them the machine's stand in.
async function withFonts(svg: string): Promise<string> {
  const faces = await Promise.all([
    fontFace("Newsreader", 600, serifSemibold),
    fontFace("Source Sans 3", 400, sansRegular),
    fontFace("Source Sans 3", 600, sansSemibold),
  ]).catch(() => []);
  return svg.replace(">", `><style>${faces.join("")}</style>`);
}

async function painted(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${base64(new TextEncoder().encode(await withFonts(svg)).buffer as ArrayBuffer)}`;
  await image.decode();
  const canvas = make("canvas");
  canvas.width = image.naturalWidth * pictureDensity;
  canvas.height = image.naturalHeight * pictureDensity;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error("This browser made no picture of it."))), "image/png"),
  );
}

// What was done, at the foot of the window; with a text to copy by hand where the clipboard is closed to us.
function say(message: string, text?: string): void {
  document.querySelector(".kept")?.remove();
  const box = make("div", "", "kept");
  const said = make("p");
  said.setAttribute("role", "status");
  const close = make("button", "Close");
  close.type = "button";
  close.addEventListener("click", () => box.remove());
  box.append(said, close);
  document.body.append(box);
  said.textContent = message; // once it is in the page: then it is announced
  if (text === undefined) return;
  const field = make("input");
  field.type = "text";
  field.readOnly = true;
  field.value = text;
  field.setAttribute("aria-label", "Link to this state");
  said.after(field);
  field.focus({ preventScroll: true });
  field.select();
}

async function copyLink(explainer: Explainer): Promise<void> {
  const { link, own } = explainer.describe();
  const address = new URL(`./#${link}`, location.href).href;
  const note = own ? " A contract of your own does not travel in the link: your settings do, with the deal of January 2025." : "";
  try {
    await navigator.clipboard.writeText(address);
    say(`The link is copied.${note}`, address);
  } catch {
    say(`The link is selected: copy it with the keyboard.${note}`, address);
  }
}

/** Hands over one thing of the present state. */
export async function keep(explainer: Explainer, kind: Kept): Promise<void> {
  const name = (ending: string): string => `first-refusal-${explainer.describe().contract.replace(/[^\w-]+/g, "-").slice(0, 40)}${ending}`;
  const save = (ending: string, type: string, text: string): void => download(name(ending), new Blob([text], { type: `${type};charset=utf-8` }));
  const picture = (): string => explainer.poster(pictureWidth, isDark());
  try {
    if (kind === "link") await copyLink(explainer);
    if (kind === "csv") save(".csv", "text/csv", explainer.csv());
    if (kind === "contract") save(".json", "application/json", explainer.contract());
    if (kind === "receipt") save("-receipt.json", "application/json", explainer.receipt());
    if (kind === "svg") save(".svg", "image/svg+xml", picture());
    if (kind === "png") download(name(".png"), await painted(picture()));
  } catch (reason) {
    say(`That could not be saved: ${reason instanceof Error ? reason.message : String(reason)}`);
  }
}

/** Opens what the reader chose or dropped, or says why not; the deal before it stays in that case. */
export async function take(explainer: Explainer, files: FileList): Promise<void> {
  const [file, another] = files;
  if (!file) return explainer.refuse("What you dropped", "holds no file that can be opened");
  if (another) return explainer.refuse(`${files.length} files`, "one contract is opened at a time: drop one .json file");
  if (!/\.json$/i.test(file.name) && file.type !== "application/json")
    return explainer.refuse(file.name, "a contract is a text file whose name ends with .json");
  try {
    // A little more than is accepted: what is too long is refused as such, and need not be read whole.
    explainer.loadContract(await file.slice(0, acceptedBytes + mostBytesOfALetter).text(), file.name);
  } catch {
    explainer.refuse(file.name, "the browser could not read it; is it a folder?");
  }
}

/** Lets the reader choose a contract file. */
export function choose(explainer: Explainer): void {
  const input = make("input");
  input.type = "file";
  input.accept = ".json,application/json";
  input.addEventListener("change", () => input.files && void take(explainer, input.files));
  input.click();
}
