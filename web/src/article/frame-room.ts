// The room that a frame keeps for what is still to be drawn, so that nothing moves, and the height that it tells its article.
import { embedHeight, figureHeight, labHeight, wordsHeight } from "./embed-size.ts";
import type { Wishes } from "./wishes.ts";

/** What stands in a frame, one under the other. */
export interface FrameParts {
  main: HTMLElement;
  words: HTMLElement;
  picture: HTMLElement;
}

export function keepRoom({ main, words, picture }: FrameParts, { keys, isPlain }: Wishes, isLab: boolean): void {
  const width = document.documentElement.clientWidth;
  words.style.minHeight = `${wordsHeight(width)}px`;
  picture.style.minHeight = `${figureHeight(width)}px`;
  main.style.minHeight = isLab ? "" : `${embedHeight(width, { controls: keys.length, isPlain })}px`;
}

export function tellHeight(main: HTMLElement, isLab: () => boolean, tell: (height: number) => void): void {
  const measure = (): void => tell(isLab() ? labHeight : Math.ceil(main.getBoundingClientRect().height));
  new ResizeObserver(measure).observe(main);
  measure(); // where nobody looks nothing is observed, and a greeting is answered with it
}
