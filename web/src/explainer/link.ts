// The state in the address: opened on load and when the address changes, written after changes without filling the
// history. What a damaged link lost is said in words.
import { make, part } from "./dom.ts";
import { linkAsShown, wantsText } from "./link-text.ts";
import type { Describe, Explainer } from "./types.ts";

const writeEveryMs = 300;

const hash = (): string => location.hash.slice(1);

function notice(): (lines: string[]) => void {
  const box = part("notice", HTMLElement);
  const text = part("notice-text", HTMLDivElement);
  let cause: Element | null = null; // had the focus when it came
  part("notice-close", HTMLButtonElement).addEventListener("click", () => {
    box.hidden = true;
    const back = cause instanceof HTMLElement && cause !== document.body && cause.isConnected ? cause : part("lab", HTMLElement);
    back.focus({ preventScroll: true });
  });
  let told = "";
  return (lines) => {
    if (lines.join("\n") === told) return; // a dismissed notice stays away
    told = lines.join("\n");
    const list = make("ul");
    list.append(...lines.map((line) => make("li", line)));
    text.replaceChildren(make("p", "About the link that you opened:"), list);
    if (box.hidden && lines.length > 0) cause = document.activeElement;
    box.hidden = lines.length === 0;
  };
}

export interface LinkKeeper {
  open(lab: Explainer): void; // what the address holds; from now on it is kept
  show(state: Describe): void;
}

/** `showText`: a link that was opened wants the text and controls. */
export function linkKeeper(showText: () => void): LinkKeeper {
  const tell = notice();
  let lab: Explainer | undefined;
  let written: string | undefined; // what the address stands for
  let latest = "";
  let timer = 0;

  function follow(): void {
    if (!lab) return;
    const wanted = hash();
    if (wanted === written || (wanted && document.getElementById(wanted))) return;
    written = wanted;
    const answer = lab.openLink(wanted);
    if (!answer.ok) tell([answer.error]);
    if (wantsText(wanted)) showText();
  }

  function flush(): void {
    clearTimeout(timer);
    timer = 0;
    if (latest === written) return;
    written = latest;
    try {
      history.replaceState(history.state, "", `#${latest}`);
    } catch {
      // An embedding page may forbid it, and browsers limit how often: the state on screen is not touched by that.
    }
  }

  addEventListener("hashchange", follow);
  addEventListener("pagehide", () => {
    if (timer) flush();
  });

  return {
    open(opened) {
      lab = opened;
      if (hash()) follow();
      // An untouched page keeps its clean address.
      else written = latest = linkAsShown(opened.describe().link);
    },
    show(state) {
      latest = linkAsShown(state.link);
      tell(state.notices);
      if (lab && latest !== written && !timer) timer = window.setTimeout(flush, writeEveryMs);
    },
  };
}
