// The code that an article is given for a state: three ways, live or frozen to this build. Text in, text out: nothing
// here touches a document, and everything that comes from a state is escaped.
import type { EmbedContract } from "./costs.ts";
import { reservation } from "./embed-size.ts";
import { frameFile, frozenTag } from "./flags.ts";

export type Way = "element" | "frame" | "picture";
export type Theme = "auto" | "light" | "dark";

export interface Wish {
  way: Way;
  theme: Theme;
  isFrozen: boolean;
  base: string; // the address of the folder that the page is in
  link: string; // what follows # in a share link
  title: string; // of the deal
  sentence: string;
  picture: (theme: "light" | "dark") => string; // its address: a file of ours, of the publisher's, or the picture itself
  size: [width: number, height: number]; // of the picture, in CSS pixels
  deal: string; // its id, if a still picture of ours is the state; empty: none is
}

export type Terms = Pick<EmbedContract, "sandbox" | "frozen">;

const controls = 1;
const name = "first-refusal";

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function image(wish: Wish): string {
  const [width, height] = wish.size;
  const size = `width="${width}" height="${height}" style="max-width:100%;height:auto"`;
  const shown = `<img src="${escaped(wish.picture(wish.theme === "dark" ? "dark" : "light"))}" ${size} alt="${escaped(wish.sentence)}">`;
  if (wish.theme !== "auto") return shown;
  const dark = `<source media="(prefers-color-scheme:dark)" srcset="${escaped(wish.picture("dark"))}">`;
  return `<picture>${dark}${shown}</picture>`;
}

// What stands behind a frame is seen until it has loaded, in print, in feeds and wherever it is taken out: the sentence and,
// below it, the picture for the width of the column. An SVG keeps its own proportions in the room that it is given.
function behind({ deal, theme }: Wish, folder: string): string {
  const lines = [`.${name}{display:grid}.${name}>*{grid-area:1/1;margin:0}`];
  if (!deal) return lines.join("\n");
  const shown = (tone: string, width: number): string => `{.${name}>p{background-image:url("${folder}posters/${deal}-${tone}-${width}.svg")}}`;
  const tone = theme === "dark" ? "dark" : "light";
  lines.push(
    `.${name}>p{background:50% 100%/100% calc(100% - 9rem) no-repeat;print-color-adjust:exact;-webkit-print-color-adjust:exact}`,
    shown(tone, 360).slice(1, -1),
    `@container (min-width:480px)${shown(tone, 640)}`,
  );
  if (theme === "auto")
    lines.push(
      `@media (prefers-color-scheme:dark)${shown("dark", 360)}`,
      `@media (prefers-color-scheme:dark){@container (min-width:480px)${shown("dark", 640)}}`,
    );
  return lines.join("\n");
}

function frameCode(wish: Wish, folder: string, contract: Terms): string {
  const theme = wish.theme === "auto" ? "" : `?theme=${wish.theme}`;
  return [
    `<style>\n${reservation(name, { controls, isPlain: false })}\n${behind(wish, folder)}\n</style>`,
    `<div class="${name}"><p>${escaped(wish.sentence)}</p>`,
    `<iframe src="${escaped(`${folder}${frameFile(wish.link)}${theme}#${wish.link}`)}"`,
    `  title="First Refusal: ${escaped(wish.title)}" loading="lazy" width="100%" height="720"`,
    `  sandbox="${contract.sandbox}"></iframe></div>`,
  ].join("\n");
}

function elementCode(wish: Wish, folder: string, contract: Terms): string {
  const tag = (wish.isFrozen && frozenTag(contract.frozen.path)) || name;
  const frozen = wish.isFrozen ? `\n  integrity="${contract.frozen.integrity}" crossorigin="anonymous"` : "";
  const theme = wish.theme === "auto" ? "" : ` theme="${wish.theme}"`;
  return [
    `<style>\n${reservation(name, { controls, isPlain: false })}\n</style>`,
    `<script type="module" src="${escaped(`${folder}embed.js`)}"${frozen}></script>`,
    `<${tag} class="${name}" state="${escaped(wish.link)}"${theme}><div>`,
    `  <p>${escaped(wish.sentence)}</p>`,
    `  ${image(wish)}`,
    `</div></${tag}>`,
  ].join("\n");
}

export function codeFor(wish: Wish, contract: Terms): string {
  const folder = wish.isFrozen ? wish.base + contract.frozen.path : wish.base;
  if (wish.way === "frame") return frameCode(wish, folder, contract);
  if (wish.way === "element") return elementCode(wish, folder, contract);
  return image(wish);
}
