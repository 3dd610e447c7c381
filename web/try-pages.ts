// A page for each way to embed the figure, dist/try/*.html: the code as it is handed out for the deal that opens, pasted into
// an article that is nothing else, to be looked at and copied.
import { codeFor, type Way } from "./src/article/embed-code.ts";
import { sandbox } from "./src/article/sandbox.ts";

export interface Tried {
  deal: string;
  title: string;
  sentence: string;
  base: string; // of the site, as seen from the page
  sizeOf: (poster: string) => [width: number, height: number];
}

const ways: Record<Way, string> = { element: "The element", frame: "The plain frame", picture: "The still picture" };

function page(way: Way, { deal, title, sentence, base, sizeOf }: Tried): string {
  const ending = way === "picture" ? "" : "-640";
  const poster = (tone: string): string => `${deal}-${tone}${ending}.svg`;
  const code = codeFor(
    { way, theme: "auto", isFrozen: false, base, link: `1${deal}`, title, sentence, deal, size: sizeOf(poster("light")), picture: (tone) => `${base}posters/${poster(tone)}` },
    { sandbox, frozen: { path: "", integrity: "" } },
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${ways[way]}, pasted into a page</title>
<style>body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.5 serif}</style>
<h1>${ways[way]}</h1>
<p>A paragraph before it. The code between the two lines is what is handed out.</p>
<hr>
${code}
<hr>
<p id="after">A paragraph after it.</p>
</html>
`;
}

export const tryPages = (tried: Tried): [name: string, html: string][] =>
  (Object.keys(ways) as Way[]).map((way) => [`try/${way}.html`, page(way, tried)]);
