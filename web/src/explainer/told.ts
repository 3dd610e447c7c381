// What was done or could not be done, said until it is closed: at the foot of the window, or in an article's frame, which may
// be longer than a screen, below its cause. The focus goes back there.
import { make } from "./dom.ts";

export interface Offer {
  text?: string; // to be copied by hand, with its label
  label?: string;
  act?: [words: string, act: () => void] | undefined; // a button that mends it
}

/** An Error's words, or whatever was thrown as text. */
export function reasonText(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

export function button(words: string, act: () => void): HTMLButtonElement {
  const made = make("button", words);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function fieldOf(text: string, label: string): HTMLInputElement {
  const field = make("input");
  field.type = "text";
  field.readOnly = true;
  field.value = text;
  field.setAttribute("aria-label", label);
  return field;
}

export function tell(message: string, { text, label = "", act }: Offer = {}): void {
  document.querySelector(".kept")?.remove();
  const cause = document.activeElement;
  const box = make("div", "", "kept");
  const said = make("p");
  const close = (): void => {
    box.remove();
    if (cause instanceof HTMLElement) cause.focus({ preventScroll: true });
  };
  said.setAttribute("role", "status");
  box.append(said, ...(act ? [button(...act)] : []), button("Close", close));
  box.addEventListener("keydown", (event) => event.key === "Escape" && close());
  const near = cause?.closest("#embed :is(.bar, .files)");
  if (near) near.after(box);
  else document.body.append(box);
  said.textContent = message; // once it is in the page: then it is announced
  if (text === undefined) return;
  const field = fieldOf(text, label);
  said.after(field);
  field.focus({ preventScroll: true });
  field.select();
}
