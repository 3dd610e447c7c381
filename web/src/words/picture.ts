// A figure as a PNG, made by the browser from its SVG.
import sansRegular from "@fonts/sans_regular.ttf?url";
import sansSemibold from "@fonts/sans_semibold.ttf?url";
import serifSemibold from "@fonts/serif_semibold.ttf?url";
import { make } from "../explainer/dom.ts";

const density = 2;

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

export async function painted(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${base64(new TextEncoder().encode(await withFonts(svg)).buffer as ArrayBuffer)}`;
  await image.decode();
  const canvas = make("canvas");
  canvas.width = image.naturalWidth * density;
  canvas.height = image.naturalHeight * density;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error("This browser made no picture of it."))), "image/png"),
  );
}
