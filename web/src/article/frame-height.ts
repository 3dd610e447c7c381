// The height that a frame tells its article.
import { labHeight } from "./embed-size.ts";

export function tellHeight(main: HTMLElement, isLab: () => boolean, tell: (height: number) => void): void {
  const measure = (): void => tell(isLab() ? labHeight : Math.ceil(main.getBoundingClientRect().height));
  new ResizeObserver(measure).observe(main);
  measure(); // where nobody looks nothing is observed, and a greeting is answered with it
}
