// The picture that a frame comes with: of a deal as it opens. Of another state none is shown: what the article has behind or
// in place of the frame stays until there is one.
import { isOther, type Wishes } from "./wishes.ts";

export interface StillPicture {
  readonly isOther: boolean;
  hide(isHidden: boolean): void;
}

/** `drawn`: what the article has in our place may go. A picture that cannot be had is drawn later. */
export function stillPicture(main: HTMLElement, wishes: Wishes, drawn: () => void): StillPicture {
  const still = {
    get isOther() {
      return isOther(main.dataset.contract, wishes);
    },
    hide: (isHidden: boolean): void => void main.classList.toggle("other", isHidden),
  };
  if (still.isOther) still.hide(true);
  else main.querySelector("img")?.decode().then(drawn, () => undefined);
  return still;
}
