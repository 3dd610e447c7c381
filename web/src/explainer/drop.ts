// A file dropped anywhere on the page is opened by it, and not by the browser.
import { part } from "./dom.ts";

const goneMs = 600; // browsers tell at least twice a second that something is held over the page

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

export function acceptDrops(take: (files: FileList) => void): void {
  const sign = part("drop", HTMLParagraphElement);
  let timer = 0;
  const show = (isHeld: boolean): void => {
    clearTimeout(timer);
    sign.hidden = !isHeld;
    if (isHeld) timer = window.setTimeout(() => (sign.hidden = true), goneMs);
  };
  addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    show(true);
  });
  addEventListener("drop", (event) => {
    if (!holdsFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    show(false);
    take(event.dataTransfer.files);
  });
}
