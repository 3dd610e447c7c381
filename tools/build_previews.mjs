#!/usr/bin/env node
// Runs in the box: what the preview of a link shows, a PNG of 1200 × 630 for each deal and each chapter, into
// build/generated/previews: the deal's sentence beside its picture, in the page's own fonts, laid out here and drawn by resvg.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openEngine, project } from "./engine.mjs";
import { renew } from "./renew.mjs";

const require = createRequire(`${project}web/package.json`);
const { Resvg, initWasm } = require("@resvg/resvg-wasm");
const size = { width: 1200, height: 630 };
const margin = { left: 48, right: 40, top: 44, bottom: 40 };
const picture = { drawn: 500, shown: 740 }; // pixels wide
const gap = 32;
const column = size.width - margin.left - margin.right - gap - picture.shown; // of words
const inks = { paper: "#fbf9f4", strong: "#1c1b19", quiet: "#6b665c" };
const sans = { family: "Source Sans 3", weight: 400 };
const bold = { family: "Source Sans 3", weight: 600 };
const serif = { family: "Newsreader", weight: 600 };
const fontFiles = [
  "@expo-google-fonts/newsreader/600SemiBold/Newsreader_600SemiBold.ttf",
  "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
];
const madeOf = [
  "build/web/engine.mjs", "build/web/engine.wasm", "assets/story.json", "tools/engine.mjs", "tools/build_previews.mjs", "web/package-lock.json",
];

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const words = (text, { family, weight }, fontSize, x, y, ink = inks.strong) =>
  `<text x="${x}" y="${y}" font-family="${family}" font-weight="${weight}" font-size="${fontSize}" fill="${ink}">${escaped(text)}</text>`;
const sheet = (content) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">${content}</svg>`;

const fontBuffers = fontFiles.map((path) => readFileSync(require.resolve(path)));
const drawing = (svg) => new Resvg(svg, { font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: sans.family } });

function widthOf(text, face, fontSize) {
  const box = drawing(sheet(words(text, face, fontSize, 0, 100))).getBBox();
  return box ? box.x + box.width : 0;
}

function wrapped(text, face, fontSize, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, face, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// The column of words with its sentence in one size, or nothing where it reaches into the foot.
function columnOf(title, { sentences, chips }, sentenceSize) {
  const lines = [];
  let y = margin.top + 14;
  const set = (text, face, fontSize, leading) => {
    for (const line of wrapped(text, face, fontSize, column)) {
      lines.push(words(line, face, fontSize, margin.left, (y += fontSize * leading).toFixed(1)));
    }
  };
  set("First Refusal", bold, 21, 1.3);
  set(title, sans, 21, 1.3);
  y += 20;
  set(sentences.wide, serif, sentenceSize, 1.2);
  y += 14;
  for (const { name, state } of chips) set(`${name} ${state}`, sans, 20, 1.35);
  const foot = size.height - margin.bottom - 6;
  if (y > foot - 19 * 1.3) return undefined;
  return [...lines, words("A model, not a forecast", sans, 19, margin.left, foot, inks.quiet)].join("");
}

function previewOf(title, description, svg) {
  const text = [33, 30, 27, 24].map((sentenceSize) => columnOf(title, description, sentenceSize)).find(Boolean);
  if (!text) throw new Error(`the preview of ${title} does not fit its frame`);
  const [, drawnHeight] = /viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg);
  const height = (Number(drawnHeight) * picture.shown) / picture.drawn;
  const inner = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
  const place = `translate(${size.width - margin.right - picture.shown} ${margin.top + (size.height - margin.top - margin.bottom - height) / 2})`;
  return sheet(
    `<rect width="${size.width}" height="${size.height}" fill="${inks.paper}"/>` +
      `<rect x="${margin.left}" y="${margin.top}" width="${column}" height="3" fill="${inks.strong}"/>${text}` +
      `<g transform="${place} scale(${picture.shown / picture.drawn})">${inner}</g>`,
  );
}

function write(folder, name, title, engine) {
  const svg = previewOf(title, engine.describe(), engine.still(picture.drawn, false, false));
  writeFileSync(`${folder}/${name}.png`, drawing(svg).render().asPng());
}

await renew("build/generated/previews", madeOf, async (folder) => {
  await initWasm(readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  for (const name of readdirSync(`${project}assets/contracts`)) {
    const id = name.replace(/\.json$/, "");
    const { title } = JSON.parse(readFileSync(`${project}assets/contracts/${name}`, "utf8"));
    const engine = await openEngine();
    engine.pick(id);
    write(folder, id, title, engine);
  }
  const { chapters } = JSON.parse(readFileSync(`${project}assets/story.json`, "utf8"));
  for (const { id, title } of chapters) {
    const engine = await openEngine();
    engine.chapter(id);
    write(folder, `chapter-${id}`, title, engine);
  }
});
