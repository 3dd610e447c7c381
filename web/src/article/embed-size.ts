// How high the embedded figure is at a width, before anything has loaded: the frame keeps to it and the article reserves
// it, so that nothing moves when one picture takes the place of another. The height changes at a few widths only, so
// that an article can carry all of it in a style block.

export interface EmbedShape {
  controls: number; // sliders shown
  isPlain: boolean; // no line of buttons below
}

const narrowBelow = 480;
const oneLineFrom = 584; // what a slider says below it is one line, in a narrower frame two
const emsPerCharacter = 0.6; // of the widest letters that a machine may have

// Characters: held by tests/words/sentence.cpp for the deals as shipped; what is longer makes the frame grow.
const longestSentence = (width: number): number => (width < narrowBelow ? 84 : 180);
const longestOutcomes = 88;

export const labHeight = 720; // the full figure scrolls within the frame, which is as high as a screen
export const figureHeight = (width: number): number => (width < narrowBelow ? 300 : 340);
const sentenceSize = (width: number): number => (width < narrowBelow ? 19 : 22);
const padding = (width: number): number => (width < narrowBelow ? 12 : 16);
const sliderHeight = (width: number): number => (width < narrowBelow ? 120 : width < oneLineFrom ? 88 : 72);

/** The narrowest frame that a band is made for is 300 pixels wide: a phone's 320 without its margins. */
const bands = [300, 344, 400, narrowBelow, oneLineFrom, 640, 700, 860];
const bandAt = (width: number): number => bands.filter((from) => from <= width).at(-1) ?? (bands[0] as number);

function linesAt(width: number, characters: number, size: number): number {
  const from = bandAt(width);
  return Math.ceil((characters * size * emsPerCharacter) / (from - 2 * padding(from)));
}

/** Pixels kept free for the line of outcomes, and for the sentence above it with that. */
const outcomesHeight = (width: number): number => (width < narrowBelow ? 3 : linesAt(width, longestOutcomes, 14)) * 20; // each has a line, or all one after the other
function wordsHeight(width: number): number {
  const size = sentenceSize(width);
  return Math.ceil(linesAt(width, longestSentence(width), size) * size * 1.28) + 6 + outcomesHeight(width);
}

export function embedHeight(width: number, { controls, isPlain }: EmbedShape): number {
  return 2 * padding(width) + wordsHeight(width) + 12 + figureHeight(width) + controls * sliderHeight(width) + (isPlain ? 0 : 64);
}

/** The heights by width, the last band without an end. */
export function heights(shape: EmbedShape): { from: number; until: number | undefined; height: number }[] {
  return bands.map((from, index) => {
    const next = bands[index + 1];
    return { from, until: next && next - 1, height: embedHeight(from, shape) };
  });
}

/** The style that keeps a frame's room for what is still to be drawn or set in other letters, so that nothing moves: a variable for each part. */
export function rooms(): string {
  const parts = { "--words": wordsHeight, "--outcomes": outcomesHeight, "--figure": figureHeight, "--slider": sliderHeight };
  const at = (from: number): string => Object.entries(parts).map(([name, height]) => `${name}:${height(from)}px`).join(";");
  const [narrowest = 0, ...wider] = bands;
  return [`:root{${at(narrowest)}}`, ...wider.map((from) => `@media (min-width:${from}px){:root{${at(from)}}}`)].join("\n");
}

/** The style that reserves this height in an article, for the only child of an element of that class. */
export function reservation(name: string, shape: EmbedShape): string {
  const [narrowest, ...wider] = heights(shape);
  return [
    `.${name}{display:block;container-type:inline-size}`,
    `.${name}>*{display:flow-root;width:100%;height:auto;min-height:${narrowest?.height}px;border:0}`,
    ...wider.map(({ from, height }) => `@container (min-width:${from}px){.${name}>*{min-height:${height}px}}`),
  ].join("\n");
}
