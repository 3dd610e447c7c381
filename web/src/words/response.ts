// Says what a change has changed, once, when the reader has come to rest. The words are the explainer's; what the control
// in hand has just said itself, its own new value, is left out.
import type { Holder } from "../explainer/holder.ts";
import type { Response } from "../explainer/types.ts";

const restMs = 500;

export interface Responses {
  show(): void; // something may have changed
  begin(): void; // what is there now needs no telling
}

export const wholeOf = ({ set, follows }: Response): string => `${set} ${follows}`.trim();

const hasSaidItself = (): boolean => document.activeElement?.matches("input, select") ?? false;

export function responses(holder: Holder, say: (text: string) => void): Responses {
  let timer = 0;
  const tell = (): void => {
    const news = holder.now.news("reader");
    const text = hasSaidItself() ? news.follows : wholeOf(news);
    if (text) say(text);
  };
  return {
    show() {
      clearTimeout(timer);
      timer = window.setTimeout(tell, restMs);
    },
    begin() {
      clearTimeout(timer);
      holder.now.news("reader");
    },
  };
}
