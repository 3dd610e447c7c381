// How high the embedded figure is at a width, before anything has loaded: the frame keeps to it and the article reserves
// it, so that nothing moves when one picture takes the place of another.

export interface EmbedShape {
  controls: number; // sliders shown
  isPlain: boolean; // no line of buttons below
}

export const narrowBelow = 480;
export const figureHeight = (width: number): number => (width < narrowBelow ? 300 : 340);
export const sentenceSize = (width: number): number => (width < narrowBelow ? 19 : 22);
const padding = (width: number): number => (width < narrowBelow ? 12 : 16);
const longestSentence = 250; // characters; a longer one makes the frame grow
const emsPerCharacter = 0.6; // of the widest serif that a machine may have

/** Lines kept free for the sentence. */
export function sentenceLines(width: number): number {
  return Math.ceil((longestSentence * sentenceSize(width) * emsPerCharacter) / Math.max(200, width - 2 * padding(width)));
}

export function embedHeight(width: number, { controls, isPlain }: EmbedShape): number {
  const sentence = Math.ceil(sentenceLines(width) * sentenceSize(width) * 1.28);
  const sliders = controls * (width < narrowBelow ? 84 : 52);
  return 2 * padding(width) + sentence + 12 + figureHeight(width) + sliders + (isPlain ? 0 : 64);
}
