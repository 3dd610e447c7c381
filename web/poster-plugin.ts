// Puts the still picture of a deal and its sentence into the HTML of the frame and of the examples, and the pictures
// into dist/posters under names that stay, for feeds and print. tools/build_posters has drawn them.
import { readFileSync, readdirSync } from "node:fs";
import type { Plugin } from "vite";

const standard = "january-2025";

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

export function posters(project: string): Plugin {
  const folder = `${project}/build/generated/posters`;
  const sentence = (contract: string): string =>
    escaped((JSON.parse(readFileSync(`${folder}/${contract}.json`, "utf8")) as { sentence: string }).sentence);
  const source = (contract: string, theme: string, width: number, media: string): string =>
    `<source media="${media}" srcset="./posters/${contract}-${theme}-${width}.svg" />`;
  const picture = (contract: string): string =>
    "<picture>" +
    source(contract, "dark", 640, "(prefers-color-scheme: dark) and (min-width: 480px)") +
    source(contract, "dark", 360, "(prefers-color-scheme: dark)") +
    source(contract, "light", 640, "(min-width: 480px)") +
    `<img src="./posters/${contract}-light-360.svg" width="360" height="300" alt="${sentence(contract)}" />` +
    "</picture>";
  const pieces: Record<string, (contract: string) => string> = { sentence, picture };
  return {
    name: "posters",
    generateBundle() {
      for (const name of readdirSync(folder).filter((file) => file.endsWith(".svg")))
        this.emitFile({ type: "asset", fileName: `posters/${name}`, source: readFileSync(`${folder}/${name}`, "utf8") });
    },
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        html.replace(/<!--poster:(\w+)(?::([\w-]+))?-->/g, (_, kind: string, contract: string = standard) => {
          const piece = pieces[kind];
          if (!piece) throw new Error(`there is no piece of a poster called ${kind}`);
          return piece(contract);
        }),
    },
  };
}
