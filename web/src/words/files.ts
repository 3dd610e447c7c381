// Files to and from the reader, for the lab and for the view in words. Nothing leaves the browser.
import { isDark, make } from "../explainer/dom.ts";
import { linkAsShown } from "../explainer/link-text.ts";
import { reasonText, tell } from "../explainer/told.ts";
import { painted } from "./picture.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Kept, Written } from "../explainer/types.ts";

const pictureWidth = 808; // CSS pixels: the chart is as wide as in a window of 1280
const mostBytesOfALetter = 4;
const byteOrderMark = "\uFEFF"; // spreadsheets know UTF-8 by it

/** Hands a file to the browser's downloads. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = make("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000); // once the browser has begun to read it
}

function textOf(written: Written): string {
  if (!written.ok) throw new Error(written.error);
  return written.text;
}

async function copy({ now, page }: Holder, isCited: boolean): Promise<void> {
  const { link, own, citation } = now.describe();
  const address = new URL(`#${linkAsShown(link)}`, page).href;
  const note = own ? " A contract of your own does not travel in the link: your settings do, with the deal of January 2025." : "";
  const what = isCited ? "citation" : "link";
  const offer = isCited ? { text: `${citation} ${address}`, label: "Citation of this state" } : { text: address, label: "Link to this state" };
  try {
    await navigator.clipboard.writeText(offer.text);
    tell(`The ${what} is copied.${note}`, offer);
  } catch {
    tell(`The ${what} is selected: copy it with the keyboard.${note}`, offer);
  }
}

/** Hands over one thing of the present state. */
export async function keep(holder: Holder, kind: Kept): Promise<void> {
  const explainer = holder.now;
  const name = (ending: string): string => `first-refusal-${explainer.describe().contract.replace(/[^\w-]+/g, "-").slice(0, 40)}${ending}`;
  const save = (ending: string, type: string, text: string): void => download(name(ending), new Blob([text], { type: `${type};charset=utf-8` }));
  const picture = (): string => explainer.poster(pictureWidth, isDark());
  try {
    if (kind === "link" || kind === "citation") await copy(holder, kind === "citation");
    if (kind === "csv") save(".csv", "text/csv", byteOrderMark + explainer.csv());
    if (kind === "contract") save(".json", "application/json", textOf(explainer.contract()));
    if (kind === "receipt") save("-receipt.json", "application/json", textOf(explainer.receipt()));
    if (kind === "svg") save(".svg", "image/svg+xml", picture());
    if (kind === "png") download(name(".png"), await painted(picture()));
  } catch (reason) {
    tell(`That could not be saved: ${reasonText(reason)}`);
  }
}

/** Opens what the reader chose or dropped, or says why not; the deal before it stays in that case. */
export async function take(holder: Holder, files: FileList): Promise<void> {
  const explainer = holder.now;
  const [file, another] = files;
  if (!file) return explainer.refuse("What you dropped", "holds no file that can be opened");
  if (another) return explainer.refuse(`${files.length} files`, "one contract is opened at a time: drop one .json file");
  if (!/\.json$/i.test(file.name) && file.type !== "application/json")
    return explainer.refuse(file.name, "a contract is a text file whose name ends with .json");
  // A little more than is accepted: what is too long is refused as such, and need not be read whole.
  const accepted = explainer.words().most_bytes.contract;
  const text = await file.slice(0, accepted + mostBytesOfALetter).text().catch(() => undefined);
  // The other of engine and lab may have the state by now.
  if (text === undefined) holder.now.refuse(file.name, "the browser could not read it; is it a folder?");
  else holder.now.loadContract(text, file.name);
}

/** Lets the reader choose a contract file. */
export function choose(holder: Holder): void {
  const input = make("input");
  input.type = "file";
  input.accept = ".json,application/json";
  input.addEventListener("change", () => input.files && void take(holder, input.files));
  input.click();
}
