// Puts the page's words into its HTML when it is built, so that title, standfirst, the story's chapters and what else is in
// the deal, their sources and what is left out are there for readers without JavaScript, for search and for print; what the
// points are bound to as the engine said it of the deal that opens.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import type { Plugin } from "vite";
import { chapterHtml } from "./html/chapters.ts";
import { citer, type Fact, type Graded } from "./html/cited.ts";
import { dotted, meaning, opens } from "./html/dotted.ts";
import { lessonPieces, type Lesson } from "./html/lesson.ts";
import { pointHtml, type Point } from "./html/points.ts";
import { counted, escaped, found, prose } from "./html/prose.ts";
import type { Chapter, Describe, Vocabulary } from "./src/explainer/types.ts";
import { aboutPoints } from "./src/words/points.ts";
import type { Term } from "./src/words/terms.ts";

interface Words {
  title: string;
  standfirst: string;
  amended: string;
  as_of: string;
  points: Point[];
  leaves_out: string[];
  no_webgl: string;
  no_wasm: string;
  grades: Record<string, Graded>;
  status: Record<string, Graded>;
  glossary: Term[];
}
interface Contract {
  id: string;
  title: string;
  clauses: { id: string; name: string }[];
}

// What must be allowed for the page to work, and nothing else. Not in the development server, which injects styles.
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

// The order in which the deals are offered; others follow by name.
const order = ["january-2025", "as-amended", "exclusive-2023", "under-pressure", "clause-dropped"];

// What a reader may ask of the page itself: plain text beside it, as the licences of its parts require.
const papers = [
  { from: "README.md", to: "readme.txt", name: "how it was made" },
  { from: "docs/objections.md", to: "objections.txt", name: "ten objections" },
  { from: "LICENSE", to: "licence.txt", name: "MIT licence" },
  { from: "THIRD_PARTY.md", to: "notices.txt", name: "what it is made with" },
];

export function words(project: string): Plugin {
  const read = <T>(path: string): T => JSON.parse(readFileSync(`${project}/${path}`, "utf8")) as T;

  function contracts(): Contract[] {
    const place = (id: string) => (order.indexOf(id) + order.length + 1) % (order.length + 1);
    return readdirSync(`${project}/assets/contracts`)
      .filter((name) => name.endsWith(".json"))
      .map((name) => read<Contract>(`assets/contracts/${name}`))
      .sort((a, b) => place(a.id) - place(b.id) || a.id.localeCompare(b.id));
  }

  function pieces(): { by: Record<string, string>; cited: (ids: string[]) => string } {
    const text = read<Words>("assets/words.json");
    const facts = new Map(read<{ facts: Fact[] }>("assets/facts.json").facts.map((fact) => [fact.id, fact]));
    const cited = citer(facts, text.grades);
    const deals = contracts();
    const first = found(deals[0], "deal");
    const names = new Map(first.clauses.map(({ id, name }) => [id, name]));
    const opening = read<Describe>(`build/generated/posters/${first.id}.json`);
    const vocabulary = read<Vocabulary>("build/generated/posters/words.json");
    const story = read<{ minutes: number; chapters: Chapter[] }>("build/generated/posters/story.json");
    const terms = dotted(text.glossary, prose, opens);
    const key = (rows: Record<string, Graded>, attribute: string): string =>
      Object.entries(rows)
        .map(([id, { word, says }]) => `<div><dt ${attribute}="${id}">${prose(word)}</dt><dd>${prose(says)}</dd></div>`)
        .join("");

    // In the order of the page.
    const chapters = story.chapters.map(chapterHtml(story.minutes, terms.text, cited)).join("\n");
    const amended = terms.text(text.amended);
    const point = pointHtml({ opening, vocabulary, names, text: terms.text, cited });
    const [points, leavesOut] = [text.points.map(point).join("\n"), text.leaves_out.map((line) => `<li>${terms.text(line)}</li>`).join("")];
    const by = {
      title: prose(text.title),
      masthead: prose(text.title).replace(/: (.)(.*)$/, (_, first: string, rest: string) => `<i>: </i><span>${first.toUpperCase()}${rest}</span>`),
      standfirst: prose(text.standfirst),
      amended,
      as_of: prose(text.as_of),
      no_webgl: prose(text.no_webgl),
      no_wasm: prose(text.no_wasm),
      deals: deals.map(({ id, title }) => `<option value="${escaped(id)}">${prose(title)}</option>`).join(""),
      story_length: prose(`The deal in ${counted(story.chapters.length)} chapters, about ${counted(story.minutes)} minutes`),
      story: chapters,
      // As the lab reads it: beside the same words as HTML it costs the page least.
      story_text: JSON.stringify(read("assets/story.json")).replace(/</g, "\\u003c"),
      points_state: escaped(aboutPoints(opening)),
      points,
      leaves_out: leavesOut,
      meanings: terms.met.map((term) => meaning(term, prose)).join(""),
      ...lessonPieces(read<Lesson>("build/generated/lesson/lesson.json"), text.glossary, prose),
      grades: key(text.grades, "data-grade"),
      status: key(text.status, "data-status"),
      papers: shipped()
        .map(({ to, name }) => `<a href="./${to}">${prose(name)}</a>`)
        .map((link) => ` · ${link}`)
        .join(""),
    };
    return { by, cited };
  }

  const shipped = () => papers.filter(({ from }) => existsSync(`${project}/${from}`));

  return {
    name: "words",
    generateBundle() {
      for (const { from, to } of shipped())
        this.emitFile({ type: "asset", fileName: to, source: readFileSync(`${project}/${from}`, "utf8") });
    },
    transformIndexHtml: {
      order: "pre",
      handler(html, context) {
        const { by, cited } = pieces();
        const filled = html
          .replace(/<!--words:(\w+)-->|\{words:(\w+)\}/g, (_, block?: string, inline?: string) =>
            found(by[block ?? inline ?? ""], `piece called ${block ?? inline}`),
          )
          .replace(/<!--cited:([\w -]+)-->/g, (_, ids: string) => cited(ids.split(" ")));
        if (context.server) return filled;
        const framed = html.includes("<first-refusal") ? "; frame-src 'self'" : ""; // only pages that hold a frame
        const meta = { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy + framed } };
        return { html: filled, tags: [{ ...meta, injectTo: "head-prepend" as const }] };
      },
    },
  };
}

// What the page needs is asked for with it, and not by what names it: the fonts, so that no line breaks anew while it is
// read, and on the lab's page the lab, whose bytes would otherwise wait for two scripts.
export function earlyFiles(): Plugin {
  const link = (attrs: Record<string, string | boolean>) => ({ tag: "link", attrs: { ...attrs, crossorigin: true }, injectTo: "head" as const });
  const font = (name: string) => link({ rel: "preload", href: `./${name}`, as: "font", type: "font/ttf" });
  const module = (name: string) =>
    name.endsWith(".js") ? link({ rel: "modulepreload", href: `./${name}` }) : link({ rel: "preload", href: `./${name}`, as: "fetch" });
  return {
    name: "early-files",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, filename }) {
        const named = (pattern: RegExp) => Object.keys(bundle ?? {}).filter((name) => pattern.test(name) && !html.includes(name));
        if (/(embed|deal)\.html$/.test(filename)) return []; // one has no fonts, the other goes on at once
        const lab = filename.endsWith("index.html") ? named(/\/lab-[\w-]{8}\.(wasm|js)$/) : [];
        return [...lab.map(module), ...named(/\.ttf$/).map(font)];
      },
    },
  };
}
