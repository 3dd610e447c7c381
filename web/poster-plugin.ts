// Puts the still picture of a deal, its sentence and what previews of links show into the HTML, the pictures into
// dist/posters and dist/previews, and what systems ask that embed links into dist/oembed, under names that stay. One
// embed.html becomes a frame for each deal and chapter, and one deal.html a page for each deal and for each chapter of the story,
// since neither a frame without script nor a crawler sees what follows the # of a link.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { embedHeight, heights, reservation, rooms } from "./src/article/embed-size.ts";
import { sandbox } from "./src/article/sandbox.ts";
import { liveWords } from "./src/words/live-words.ts";
import { outcomeWords } from "./src/words/outcome-words.ts";
import { tryPages } from "./try-pages.ts";
import type { Chapter, Describe, Prose } from "./src/explainer/types.ts";

const standard = "january-2025";
const siteName = "First Refusal";
const previewSize = { width: 1200, height: 630 };

interface Titled {
  id: string;
  title: string;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** The ids of the shipped deals, the standard first. */
export function shippedDeals(project: string): string[] {
  const ids = readdirSync(`${project}/assets/contracts`).map((name) => name.replace(/\.json$/, ""));
  return [standard, ...ids.filter((id) => id !== standard).sort()];
}

/** Its first two sentences. */
function beginning([first = []]: Prose): string {
  const text = first.map((piece) => (typeof piece === "string" ? piece : piece.now)).join("");
  return text.split(/(?<=[.?!]) /).slice(0, 2).join(" ");
}

function heightRow({ from, until, height }: { from: number; until: number | undefined; height: number }): string {
  const width = until === undefined ? `${from} px and more` : `${from} to ${until} px`;
  return `<tr><td>${width}</td><td>${height} px</td></tr>`;
}

const chaptersOf = (project: string): Titled[] =>
  (JSON.parse(readFileSync(`${project}/assets/story.json`, "utf8")) as { chapters: Titled[] }).chapters.map(({ id, title }) => ({ id, title }));

const framesOf = (project: string) => ({
  DEALS_WITH_A_FRAME: shippedDeals(project).slice(1),
  CHAPTERS_WITH_A_FRAME: chaptersOf(project).map(({ id }) => id),
});
Object.assign(globalThis, framesOf(fileURLToPath(new URL("..", import.meta.url)))); // for what of flags.ts runs here

/** What flags.ts knows of the frames that there are, for the bundler. */
export function withFrames(project: string): Record<string, string> {
  return Object.fromEntries(Object.entries(framesOf(project)).map(([name, ids]) => [name, JSON.stringify(ids)]));
}

/** `baseUrl`: where the build will be served; empty: not known, and then no address is invented. */
export function posters(project: string, baseUrl: string): Plugin {
  const drawn = `${project}/build/generated/posters`;
  const previews = `${project}/build/generated/previews`;
  const read = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;
  const chapters = chaptersOf(project).map(({ id, title }) => ({ id: `chapter-${id}`, title }));
  const titled = (id: string): Titled => chapters.find((chapter) => chapter.id === id) ?? read<Titled>(`${project}/assets/contracts/${id}.json`);
  const run = (id: string) => read<Pick<Describe, "sentence" | "sentences" | "chips" | "headline" | "link">>(`${drawn}/${id}.json`);
  const sentence = (id: string): string => escaped(run(id).sentence);
  // What is said of a page where a link to it is shown: of a deal its sentence, of a chapter how it begins.
  const told = new Map(read<{ chapters: Chapter[] }>(`${drawn}/story.json`).chapters.map((chapter) => [`chapter-${chapter.id}`, chapter]));
  const description = (id: string): string => {
    const chapter = told.get(id);
    return chapter ? escaped(beginning(chapter.says)) : sentence(id);
  };

  const source = (id: string, theme: string, width: number, media: string): string =>
    `<source media="${media}" srcset="./posters/${id}-${theme}-${width}.svg" />`;
  const picture = (id: string): string =>
    "<picture>" +
    source(id, "dark", 640, "(prefers-color-scheme: dark) and (min-width: 480px)") +
    source(id, "dark", 360, "(prefers-color-scheme: dark)") +
    source(id, "light", 640, "(min-width: 480px)") +
    `<img src="./posters/${id}-light-360.svg" width="360" height="300" alt="${sentence(id)}" />` +
    "</picture>";

  // Crawlers want whole addresses; without a base they stay relative.
  const at = (name: string): string => (baseUrl ? new URL(name, baseUrl).href : `./${name}`);
  const oneFolderDown = (text: string): string => text.replace(/((?:src|href|srcset|content|_url)\\?"?[=:] ?\\?")\.\//g, "$1../");

  const sizeOf = (poster: string): [number, number] => {
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(readFileSync(`${drawn}/${poster}`, "utf8")) ?? [];
    return [Math.ceil(Number(width)), Math.ceil(Number(height))];
  };

  // What a system that knows oEmbed puts in a link's place: https://oembed.com, 2.3.4.4.
  function oEmbed(id: string): string {
    const [width, height] = [640, embedHeight(640, oneSlider)];
    const title = `${siteName}: ${titled(id).title}`;
    const frame = at(id === standard ? "embed.html" : `embed-${id}.html`);
    const html = `<iframe src="${frame}" title="${escaped(title)}" width="${width}" height="${height}" loading="lazy" style="border:0" sandbox="${sandbox}"></iframe>`;
    const { width: thumbnail_width, height: thumbnail_height } = previewSize;
    const told = { version: "1.0", type: "rich", title, provider_name: siteName, provider_url: at(""), width, height, html };
    return JSON.stringify({ ...told, thumbnail_url: at(`previews/${id}.png`), thumbnail_width, thumbnail_height }, null, 1);
  }

  // What the preview of a link shows.
  function preview(id: string, path: string, title: string): string {
    const rows: [string, string][] = [
      ["og:type", "website"],
      ["og:site_name", siteName],
      ["og:title", title],
      ["og:description", description(id)],
      ...(baseUrl ? [["og:url", at(path)] as [string, string]] : []),
      ["og:image", at(`previews/${id}.png`)],
      ["og:image:type", "image/png"],
      ["og:image:width", String(previewSize.width)],
      ["og:image:height", String(previewSize.height)],
      ["og:image:alt", sentence(id)],
    ];
    const tags = rows.map(([property, content]) => `<meta property="${property}" content="${content}" />`);
    tags.push('<meta name="twitter:card" content="summary_large_image" />');
    const isTheFigure = path === "" || path.startsWith("d/");
    if (isTheFigure) tags.push(`<link rel="alternate" type="application/json+oembed" href="${at(`oembed/${id}.json`)}" title="${title}" />`);
    return tags.join("\n    ");
  }

  const outcome = ({ text, breaks }: { text: string; breaks: boolean }): string =>
    `<span${breaks ? ' class="breaks"' : ""}>${escaped(text)}</span>`;
  const pieces: Record<string, (id: string, path: string) => string> = {
    sentence,
    wide: (id) => escaped(run(id).sentences.wide),
    narrow: (id) => escaped(run(id).sentences.narrow),
    outcomes: (id) => outcomeWords(run(id).chips).map(outcome).join("<i> · </i>"),
    description,
    picture,
    id: (id) => id,
    link: (id) => (id.startsWith("chapter-") ? run(id).link : `1${id}`),
    height: (id) => String(sizeOf(`${id}-light.svg`)[1]),
    title: (id) => escaped(titled(id).title),
    preview: (id, path) => preview(id, path, /^[ds]\//.test(path) ? `${siteName}: ${escaped(titled(id).title)}` : "{page-title}"),
  };
  const oneSlider = { controls: 1, isPlain: false };
  const whole: Record<string, () => string> = {
    "reserved:rows": () => heights(oneSlider).map(heightRow).join(""),
    "reserved:style": () => escaped(reservation("first-refusal", oneSlider)),
    "reserved:highest": () => String(Math.max(...heights(oneSlider).map(({ height }) => height))),
    "deals:chapters": () => chapters.map(({ id }) => `<code>${id.replace("chapter-", "")}</code>`).join(", "),
    "deals:list": () =>
      shippedDeals(project).map((id) => `<li><a href="./d/${id}.html">d/${id}.html</a>: ${escaped(titled(id).title)}</li>`).join(""),
  };
  function filled(html: string, own: string, path: string): string {
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? siteName;
    return html
      .replace(/<!--((?:reserved|deals):\w+)-->/g, (_, wanted: string) => whole[wanted]?.() ?? "")
      .replace(/<!--poster:(\w+)(?::([\w-]+))?-->|\{poster:(\w+)\}/g, (_, block?: string, id: string = own, inline?: string) => {
        const wanted = block ?? inline ?? "";
        const text = pieces[wanted]?.(id, path) ?? liveWords(run(id).headline)[wanted];
        if (text === undefined) throw new Error(`there is no piece of a poster called ${wanted}`);
        return text;
      })
      .replaceAll("{page-title}", title);
  }

  return {
    name: "posters",
    enforce: "post", // when the HTML is made
    transformIndexHtml: { order: "post", handler: (html, { server }) => (server ? filled(html, standard, "") : html) },
    generateBundle(_, bundle) {
      const copy = (folder: string, from: string, ending: string): void => {
        for (const name of readdirSync(from).filter((file) => file.endsWith(ending)))
          this.emitFile({ type: "asset", fileName: `${folder}/${name}`, source: readFileSync(`${from}/${name}`) });
      };
      copy("posters", drawn, ".svg");
      copy("previews", previews, ".png");
      const put = (fileName: string, source: string): void => void this.emitFile({ type: "asset", fileName, source });
      const pageOf = (id: string, path: string, html: string): void => put(path, oneFolderDown(filled(html, id, path)));
      const tried = { deal: standard, title: titled(standard).title, sentence: run(standard).sentence, base: baseUrl || "../", sizeOf };
      for (const [name, html] of tryPages(tried)) put(name, html);
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type !== "asset" || !name.endsWith(".html")) continue;
        let html = String(file.source);
        // In a sandboxed frame a style sheet asked for with CORS is refused where the host does not allow it; the still
        // picture and the sentence should look as they do everywhere.
        if (name === "embed.html") html = html.replace(/<link rel="stylesheet" crossorigin/g, '<link rel="stylesheet"');
        if (name === "deal.html") {
          delete bundle[name];
          for (const id of shippedDeals(project)) {
            pageOf(id, `d/${id}.html`, html);
            put(`oembed/${id}.json`, `${oneFolderDown(oEmbed(id))}\n`);
          }
          for (const { id } of chapters) pageOf(id, `s/${id.replace("chapter-", "")}.html`, html);
          continue;
        }
        file.source = filled(html, standard, name === "index.html" ? "" : name);
        if (name !== "embed.html") continue;
        for (const id of [...shippedDeals(project).slice(1), ...chapters.map(({ id }) => id)]) put(`embed-${id}.html`, filled(html, id, name));
      }
    },
  };
}

// "@reserve room 1 bar;" in a style sheet: the room that a figure with one slider and the line of buttons needs in an
// article. "@rooms;": what the parts of a figure need in its frame.
export function reserved(): Plugin {
  return {
    name: "reserved",
    enforce: "pre",
    transform: (code, id) =>
      /\/(article|embed)\.css$/.test(id)
        ? code
            .replace(/@reserve ([\w-]+) (\d) (bar|plain);/g, (_, name: string, controls: string, kind: string) =>
              reservation(name, { controls: Number(controls), isPlain: kind === "plain" }),
            )
            .replace("@rooms;", rooms())
        : undefined,
  };
}
