// The small figure of a frame: drawn anew for each state and width while the engine has its turn.
import { drawn } from "../words/twin-figures.ts";
import { figureHeight } from "./embed-size.ts";
import type { Turns } from "./turns.ts";

export interface SmallPicture {
  show(): void; // in the next frame
  draw(): void;
}

export function smallPicture(place: HTMLElement, turns: Turns, isForClass: boolean, onDrawn: () => void): SmallPicture {
  const [acrossBy, downBy] = isForClass ? [1.65, 1.2] : [1, 1]; // drawn small and shown large, it has larger text
  let frame = 0;
  const draw = (): void => {
    frame = 0;
    if (!turns.isOpen || turns.isLab) return;
    const width = place.clientWidth;
    const svg = width > 0 ? drawn(turns, "capacity", width / acrossBy, figureHeight(innerWidth) / downBy) : undefined;
    if (!svg) return;
    place.replaceChildren(svg);
    onDrawn();
  };
  return { draw, show: () => void (frame ||= requestAnimationFrame(draw)) };
}
