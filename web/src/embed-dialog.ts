// "Put this into an article": the code for the present state, and what it costs a reader, from the file that the tests
// of this build have checked.
import { part, write } from "./dom.ts";
import type { Describe } from "./types.ts";

type Way = "element" | "frame" | "picture";

const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function codeFor(way: Way, state: Describe): string {
  const at = (path: string): string => new URL(path, location.href.replace(/[?#].*$/, "")).href;
  const sentence = escaped(state.sentence);
  const image = `<img src="${at(`./posters/${state.contract}-light.svg`)}" width="720" alt="${sentence}">`;
  if (way === "picture") return image;
  if (way === "frame")
    return (
      `<iframe src="${escaped(at(`./embed.html#${state.link}`))}" title="First Refusal: ${escaped(state.contract_title)}" ` +
      `loading="lazy" width="100%" height="720" style="border:0" sandbox="${sandbox}"></iframe>`
    );
  return (
    `<script type="module" src="${at("./embed.js")}"></script>\n` +
    `<first-refusal state="${escaped(state.link)}" style="display:block;min-height:720px">\n  <p>${sentence}</p>\n</first-refusal>`
  );
}

async function costs(): Promise<string> {
  const answer = await fetch("./embed-contract.json");
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const { first_interaction: live } = (await answer.json()) as { first_interaction: { bytes: number; requests: number } };
  return (
    `It costs a reader ${Math.ceil(live.bytes / 1000)} kB in ${live.requests} requests to one host until it responds; ` +
    "no cookies, nothing stored."
  );
}

export function embedDialog(describe: () => Describe | undefined): void {
  const dialog = part("embed-dialog", HTMLDialogElement);
  const way = part("embed-way", HTMLSelectElement);
  const code = part("embed-code", HTMLTextAreaElement);
  const note = part("embed-note", HTMLParagraphElement);
  const copied = part("embed-copied", HTMLSpanElement);

  function fill(): void {
    const state = describe();
    if (!state) return;
    code.value = codeFor(way.value as Way, state);
    write(copied, "");
    const isChanged = state.changed.length > 0 || state.edits.length > 0;
    if (way.value === "picture" && isChanged)
      write(note, `The picture is of this deal as it opens. For the state on screen: pact poster --state '${state.link}' -o figure.svg`);
    else costs().then((text) => write(note, text), () => write(note, ""));
  }
  part("embed-open", HTMLButtonElement).addEventListener("click", () => {
    fill();
    dialog.showModal();
    code.select();
  });
  way.addEventListener("change", fill);
  part("embed-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
  part("embed-copy", HTMLButtonElement).addEventListener("click", () => {
    code.select(); // where the clipboard is closed to us the text is selected to be copied by hand
    const done = navigator.clipboard?.writeText(code.value) ?? Promise.reject(new Error("no clipboard"));
    done.then(
      () => write(copied, "Copied."),
      () => write(copied, "Selected: copy it with the keyboard."),
    );
  });
}
