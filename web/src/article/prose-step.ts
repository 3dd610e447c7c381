// <fr-step>, words in the article's own prose that set a figure when a reader chooses them, by pointer or key; nothing happens
// by scrolling. It says which of them the figure shows. Without script it is the text it was.
import { figureOf, type Figure } from "./figures.ts";
import type { Reply } from "./protocol.ts";

/** "demand.growth=4, agi.reading=could" → [["demand.growth", 4], ["agi.reading", "could"]] */
export function settingsOf(text: string): [key: string, value: number | string][] {
  const pairs = text.split(",").map((one) => one.split("=").map((part) => part.trim()));
  return pairs.flatMap(([key, value]): [string, number | string][] =>
    key && value ? [[key, Number.isFinite(Number(value)) ? Number(value) : value]] : [],
  );
}

export class FirstRefusalStep extends HTMLElement {
  #link = ""; // of the state that it led to
  #asked: Figure | undefined; // the figure that it was chosen for
  #open = 0; // what that has not answered
  #stop = new AbortController();

  connectedCallback(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    const listening = { signal: this.#stop.signal };
    for (const news of ["ready", "change", "error"])
      document.addEventListener(`first-refusal-${news}`, (event) => this.#hear(event as CustomEvent<Reply>), listening);
    this.addEventListener("click", () => this.#choose(), listening);
    this.addEventListener("keydown", (event) => this.#key(event), listening);
    queueMicrotask(() => this.#show());
  }
  disconnectedCallback(): void {
    this.#stop.abort();
    this.#open = 0; // what is answered then is another's
  }

  #show(): void {
    const figure = figureOf(this);
    if (!figure) return;
    this.tabIndex = 0;
    this.setAttribute("role", "button");
    this.style.cssText = "cursor:pointer;text-decoration:underline;text-underline-offset:.18em";
    if (this.#link && figure.summary?.link === this.#link) this.setAttribute("aria-current", "step");
    else this.removeAttribute("aria-current");
  }
  #hear(event: CustomEvent<Reply>): void {
    const { detail } = event;
    const isAnswer = detail.id !== null && event.composedPath()[0] === this.#asked && this.#open > 0;
    if (isAnswer && (detail.type === "change" || detail.type === "error")) {
      this.#open -= 1;
      if (this.#open === 0) this.#link = detail.type === "change" ? detail.state.link : "";
    }
    this.#show();
  }
  #key(event: KeyboardEvent): void {
    if (![" ", "Enter"].includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) this.#choose();
  }
  #choose(): void {
    const figure = figureOf(this);
    if (!figure) return;
    this.#asked = figure;
    this.#open = this.#ask(figure);
  }
  // How many answers there will be.
  #ask(figure: Figure): number {
    const [state, chapter, contract] = ["state", "chapter", "contract"].map((name) => this.getAttribute(name));
    const settings = settingsOf(this.getAttribute("set") ?? "");
    if (state) figure.goto(state);
    if (chapter) figure.goto({ chapter });
    if (contract) figure.pick(contract);
    for (const [key, value] of settings) figure.set(key, value);
    return [state, chapter, contract].filter(Boolean).length + settings.length;
  }
}
