// How high the embedded figure is at a width, before anything has loaded: the frame keeps to it and the article reserves
// it, so that nothing moves when one picture takes the place of another. The height changes at a few widths only, so
// that an article can carry all of it in a style block.

export interface EmbedShape {
  controls: number; // sliders shown
  isPlain: boolean; // no line of buttons below
}

interface Band {
  from: number; // CSS pixels of the frame's width
  lines: number; // kept free for the sentence, at `from`
}

const narrowBelow = 480;
const longestSentence = 330; // characters; held by tests/words/sentence.cpp for the deals as shipped; a longer one makes the frame grow
const emsPerCharacter = 0.6; // of the widest serif that a machine may have
const lineHeight = 1.28;

export const labHeight = 720; // the full figure scrolls within the frame, which is as high as a screen
export const figureHeight = (width: number): number => (width < narrowBelow ? 300 : 340);
const sentenceSize = (width: number): number => (width < narrowBelow ? 19 : 22);
const padding = (width: number): number => (width < narrowBelow ? 12 : 16);
const linesAt = (width: number): number =>
  Math.ceil((longestSentence * sentenceSize(width) * emsPerCharacter) / (width - 2 * padding(width)));

/** The narrowest frame that a band is made for is 300 pixels wide: a phone's 320 without its margins. */
const bands: Band[] = [300, 344, 400, narrowBelow, 584, 700, 860].map((from) => ({ from, lines: linesAt(from) }));

function bandAt(width: number): Band {
  return bands.filter(({ from }) => from <= width).at(-1) ?? (bands[0] as Band);
}

/** Pixels kept free for the sentence. */
export function sentenceHeight(width: number): number {
  return Math.ceil(bandAt(width).lines * sentenceSize(width) * lineHeight);
}

export function embedHeight(width: number, { controls, isPlain }: EmbedShape): number {
  const sliders = controls * (width < narrowBelow ? 84 : 52);
  return 2 * padding(width) + sentenceHeight(width) + 12 + figureHeight(width) + sliders + (isPlain ? 0 : 64);
}

/** The heights by width, the last band without an end. */
export function heights(shape: EmbedShape): { from: number; until: number | undefined; height: number }[] {
  return bands.map(({ from }, index) => {
    const next = bands[index + 1];
    return { from, until: next && next.from - 1, height: embedHeight(from, shape) };
  });
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
