// The colours that an article gives its figure: light or dark, and one of its own for links, sliders and the focus. One that
// could not be seen on the figure's paper is not used.
import { make } from "../explainer/dom.ts";

const leastContrast = 3; // WCAG 2.2, 1.4.11: of what must be seen to be used

type Rgb = [red: number, green: number, blue: number];

function rgbOf(colour: string): Rgb | undefined {
  const probe = make("span");
  probe.style.color = colour;
  document.body.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  const isOpaque = probe.style.color !== "" && computed.startsWith("rgb(");
  return isOpaque ? ((computed.match(/[\d.]+/g) ?? []).map(Number) as Rgb) : undefined;
}

// As in WCAG, with one power for all of the range: near enough to tell pale from dark.
const luminance = ([red, green, blue]: Rgb): number =>
  [red, green, blue].reduce((sum, part, index) => sum + ([0.2126, 0.7152, 0.0722][index] ?? 0) * (part / 255) ** 2.2, 0);

function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

/** What is wrong with the colour that was asked for; empty: it is used. */
export function colour(accent: string | null): string {
  const root = document.documentElement;
  root.style.removeProperty("--accent");
  if (!accent) return "";
  const [wanted, paper] = [rgbOf(accent), rgbOf(getComputedStyle(root).getPropertyValue("--paper"))];
  if (!wanted) return `“${accent.slice(0, 40)}” is no opaque colour such as #8a1f4b, so the figure keeps its own.`;
  if (paper && contrast(wanted, paper) < leastContrast) return `The colour ${accent.slice(0, 40)} could hardly be seen here, so the figure keeps its own.`;
  root.style.setProperty("--accent", accent);
  return "";
}
