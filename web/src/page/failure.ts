// What the figure's place says where it cannot be drawn: one cause in words, until the graphics come back.
import { part, write } from "../explainer/dom.ts";
import type { FailureReason } from "../explainer/types.ts";

export interface Failure {
  readonly isFailed: boolean;
  ready(): void;
  fail(reason: FailureReason, message: string): void;
  recover(): void; // from graphics that were taken away
}

export function failure(): Failure {
  const figure = part("lab", HTMLElement);
  const detail = part("failure-detail", HTMLParagraphElement);
  const say = (reason?: FailureReason): void => {
    for (const text of figure.querySelectorAll<HTMLElement>("[data-failure]")) text.hidden = text.dataset.failure !== reason;
  };
  return {
    get isFailed() {
      return figure.dataset.state === "failed";
    },
    ready() {
      if (figure.dataset.state === "loading") figure.dataset.state = "ready";
    },
    fail(reason, message) {
      if (this.isFailed && figure.dataset.reason !== "lost") return; // the first cause says it
      figure.dataset.state = "failed";
      figure.dataset.reason = reason;
      say(reason);
      write(detail, message);
      detail.hidden = message === "" || reason === "lost";
    },
    recover() {
      if (figure.dataset.reason !== "lost") return;
      figure.dataset.state = "ready";
      delete figure.dataset.reason;
      say();
    },
  };
}
