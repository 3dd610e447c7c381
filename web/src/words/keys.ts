// Keys that act wherever the focus is, and the list of all of them: "?" opens it, and a button.
import { make } from "../explainer/dom.ts";
import { pushButton, tableOf } from "./piece.ts";
import type { Holder } from "../explainer/holder.ts";

const list: [keys: string, what: string][] = [
  ["Tab, Shift+Tab", "to the next control and back"],
  ["Arrow keys on a slider", "one step; on the month, a month"],
  ["Page Up, Page Down on a slider", "ten steps; on the month, a year"],
  ["Home, End on a slider", "its lowest and highest value"],
  ["Ctrl+Z", "undo"],
  ["Ctrl+Y or Ctrl+Shift+Z", "redo"],
  ["Space or Enter held on “What changed”", "the last step again, before and after in turn"],
  ["Escape", "closes what lies over the page"],
  ["?", "this list"],
];

// An article's frame has no stage to show it on.
const rows = (): string[][] => list.filter(([keys]) => !keys.includes("What changed") || document.getElementById("replay")).map((row) => [...row]);

/** Opens the list; closed, the focus goes back to where it was. */
export function showKeys(): void {
  const dialog = make("dialog", "", "keys-dialog");
  const title = make("h2", "Keys");
  title.id = "keys-title";
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(title, tableOf(["Key", "What it does"], rows()), pushButton("Close", () => dialog.close()));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !["range", "checkbox", "radio", "file"].includes(target.type));

export function bindKeys(holder: Holder): void {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || isText(event.target)) return; // a text field undoes its own typing
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const act =
      isCommand && key === "z" ? () => (event.shiftKey ? holder.now.redo() : holder.now.undo())
      : isCommand && key === "y" ? () => holder.now.redo()
      : event.key === "?" && !isCommand && !document.querySelector("dialog[open]") ? showKeys
      : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
}
