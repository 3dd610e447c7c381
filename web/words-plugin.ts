// Puts the page's words into its HTML when it is built, so that title, standfirst, the story's chapters and what else is in
// the deal, their sources and what is left out are there for readers without JavaScript, for search and for print; what the
// points are bound to as the engine said it of the deal that opens.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import type { Plugin } from "vite";
import { dateText } from "./src/explainer/format.ts";
import { dotted, meaning, opens } from "./dotted.ts";
import { lessonPieces, type Lesson } from "./lesson.ts";
import { betText } from "./src/words/bet-text.ts";
import { aboutPoints, clauseText, outcomeText } from "./src/words/points.ts";
import type { Term } from "./src/words/terms.ts";
import type { Bet, Chapter, Describe, Prose, Vocabulary } from "./src/explainer/types.ts";

interface Source {
  publisher: string;
  url: string;
}
interface Fact {
  id: string;
  date: string;
  says: string;
  grade: string;
  sources?: Source[];
}
interface Point {
  id: string;
  heading: string;
  says: string;
  sources: string[];
  clause?: string;
  live?: string;
  live_label?: string;
  live_none?: string;
}
interface Graded {
  word: string;
  says: string;
}
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

function escaped(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

// Prose as HTML, with the apostrophe that printers use.
function prose(text: string): string {
  return escaped(text.replace(/(?<=\w)'/g, "’"));
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`words.json: there is no ${what}`);
  return value;
}

export function words(project: string): Plugin {
  const read = <T>(path: string): T => JSON.parse(readFileSync(`${project}/${path}`, "utf8")) as T;

  function contracts(): Contract[] {
    const place = (id: string) => (order.indexOf(id) + order.length + 1) % (order.length + 1);
    return readdirSync(`${project}/assets/contracts`)
      .filter((name) => name.endsWith(".json"))
      .map((name) => read<Contract>(`assets/contracts/${name}`))
      .sort((a, b) => place(a.id) - place(b.id) || a.id.localeCompare(b.id));
  }

  function pieces(): { by: Record<string, string>; citedList: (ids: string) => string } {
    const text = read<Words>("assets/words.json");
    const facts = new Map(read<{ facts: Fact[] }>("assets/facts.json").facts.map((fact) => [fact.id, fact]));
    const deals = contracts();
    const clauses = new Map(found(deals[0], "deal").clauses.map((clause) => [clause.id, clause]));

    const named = (fact: Fact): string =>
      fact.sources?.[0]?.publisher ?? (fact.grade === "derived" ? "our arithmetic" : "no public address");
    const cited = (id: string, _: number, all: string[]): string => {
      const fact = found(facts.get(id), `fact ${id}`);
      const source = fact.sources?.[0];
      const isShared = all.some((other) => other !== id && named(found(facts.get(other), `fact ${other}`)) === named(fact));
      const name = prose(named(fact) + (isShared ? `, ${dateText(fact.date)}` : "")); // links read alike only if they are
      const link = source ? `<a href="${escaped(source.url)}" target="_blank" rel="noopener">${name}</a>` : name;
      const grade = found(text.grades[fact.grade], `grade ${fact.grade}`).word.toLowerCase();
      return `<li data-fact="${id}">${link} <span class="grade">${prose(grade)}</span></li>`;
    };
    const opening = read<Describe>(`build/generated/posters/${found(deals[0], "deal").id}.json`);
    const vocabulary = read<Vocabulary>("build/generated/posters/words.json");
    const bound = (point: Point): string => {
      const rows: string[] = [];
      if (point.clause) {
        const name = found(clauses.get(point.clause), `clause ${point.clause}`).name;
        const clause = opening.clauses.find(({ id }) => id === point.clause);
        const { state, when, why } = clauseText(vocabulary, clause, opening.selected.month);
        rows.push(`<div><dt>${prose(name)}</dt><dd data-clause="${point.clause}" data-state="${state}"><b>${escaped(when)}</b>${escaped(why)}</dd></div>`);
      }
      if (point.live) {
        const label = prose(found(point.live_label, `live_label of ${point.id}`));
        const none = prose(found(point.live_none, `live_none of ${point.id}`));
        const outcome = found(outcomeText(opening.headline, point.live, none), `outcome ${point.live}`);
        rows.push(`<div><dt>${label}</dt><dd class="known" data-live="${point.live}" data-none="${none}">${escaped(outcome)}</dd></div>`);
      }
      return rows.length ? `<dl class="bound">${rows.join("")}</dl>` : "";
    };
    const point = (item: Point): string =>
      `<li id="point-${item.id}"><h3>${prose(item.heading)}</h3><p>${terms.text(item.says)}</p>${bound(item)}` +
      `<ul class="cited" aria-label="Sources">${item.sources.map(cited).join("")}</ul></li>`;
    const story = read<{ minutes: number; chapters: Chapter[] }>("build/generated/posters/story.json");
    const terms = dotted(text.glossary, prose, opens);
    const paragraphs = (text: Prose): string =>
      text.map((pieces) => `<p>${pieces.map((piece) => (typeof piece === "string" ? terms.text(piece) : `<b class="now">${prose(piece.now)}</b>`)).join("")}</p>`).join("");
    const still = (id: string): string =>
      `<noscript><picture>${[["dark", 640, "(prefers-color-scheme: dark) and (min-width: 480px)"], ["dark", 360, "(prefers-color-scheme: dark)"], ["light", 640, "(min-width: 480px)"]]
        .map(([theme, width, media]) => `<source media="${media}" srcset="./posters/chapter-${id}-${theme}-${width}.svg" />`)
        .join("")}<img src="./posters/chapter-${id}-light-360.svg" width="360" height="300" loading="lazy" alt="" /></picture></noscript>`;
    const choices = ({ id, asks, options }: Bet): string =>
      `<fieldset class="bet" data-bet="${id}"><legend>${prose(asks)}</legend>` +
      options.map((option, index) => `<label class="choice"><input type="radio" name="bet-${id}" value="${index}" /> ${prose(option)}</label>`).join("") +
      "</fieldset>";
    const scale = ({ id, asks, low, high, step, unit }: Bet): string => {
      const middle = Number((low + Math.round((high - low) / 2 / step) * step).toFixed(6));
      const said = betText(String(middle), unit);
      return (
        `<div class="bet" data-bet="${id}"><label for="bet-${id}">${prose(asks)}</label><div class="scale">` +
        `<input type="range" id="bet-${id}" min="${low}" max="${high}" step="${step}" value="${middle}" data-unit="${unit}" aria-valuetext="${said}" />` +
        `<output for="bet-${id}">${said}</output></div></div>`
      );
    };
    const bets = (all: Bet[]): string =>
      `<div class="bets">${all.map((bet) => (bet.options.length > 0 ? choices(bet) : scale(bet))).join("")}<p class="error" role="alert"></p>` +
      `<p class="acts"><button type="button">${all.length > 1 ? "Place the bets" : "Place the bet"}</button> <button type="button">Just show me</button></p></div>`;
    const counts = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    const counted = (count: number): string => counts[count] ?? String(count);
    const minutes = `<span class="length">, about ${counted(story.minutes)} minutes in all</span>`; // where it has no line of its own
    const chapter = (it: Chapter, index: number, all: Chapter[]): string =>
      `<article class="chapter${index === 0 ? " shown" : ""}" id="chapter-${it.id}" data-chapter="${it.number}" data-last="${index + 1 === all.length}" data-lever="${it.lever ?? ""}" aria-labelledby="title-${it.id}">` +
      `<p class="number"><span>${it.number} of ${all.length}${index === 0 ? minutes : ""}</span> <button type="button" class="plain">A bet follows ↓</button></p><h3 id="title-${it.id}" tabindex="-1">${prose(it.title)}</h3>${paragraphs(it.says)}${still(it.id)}` +
      bets(it.bets) +
      `<div class="after"><ul class="verdicts">${it.bets.map((bet) => `<li>${prose(bet.answer)}</li>`).join("")}</ul>${paragraphs(it.reveal)}<div class="act">${paragraphs(it.act)}${it.alternative ? `<p class="acts"><button type="button" class="alternative" data-deal="${it.alternative.id}">Run “${prose(it.alternative.title)}”</button></p>` : ""}</div></div>` +
      `<ul class="cited" aria-label="Sources">${it.facts.map(cited).join("")}</ul></article>`;
    const key = (rows: Record<string, Graded>, attribute: string): string =>
      Object.entries(rows)
        .map(([id, { word, says }]) => `<div><dt ${attribute}="${id}">${prose(word)}</dt><dd>${prose(says)}</dd></div>`)
        .join("");

    // In the order of the page.
    const [chapters, amended] = [story.chapters.map(chapter).join("\n"), terms.text(text.amended)];
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
    const citedList = (ids: string): string => `<ul class="cited" aria-label="Sources">${ids.split(" ").map(cited).join("")}</ul>`;
    return { by, citedList };
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
        const { by, citedList } = pieces();
        const filled = html
          .replace(/<!--words:(\w+)-->|\{words:(\w+)\}/g, (_, block?: string, inline?: string) =>
            found(by[block ?? inline ?? ""], `piece called ${block ?? inline}`),
          )
          .replace(/<!--cited:([\w -]+)-->/g, (_, ids: string) => citedList(ids));
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
