// To keep and to check: a file of the reader's own goes in, and what can be taken along goes out. What is done with files
// is fetched when it is first wanted.
import { make, write } from "../explainer/dom.ts";
import { wanted } from "../explainer/fetched.ts";
import { listOf, pushButton, type Piece } from "./piece.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Kept } from "../explainer/types.ts";

const kept: [Kept, string][] = [
  ["link", "Copy a link to this state"],
  ["citation", "Copy citation"],
  ["png", "Picture as PNG"],
  ["svg", "Picture as SVG"],
  ["csv", "All months as CSV"],
  ["contract", "Contract as JSON"],
  ["receipt", "Receipt: this state, to be checked by anyone"],
];
const firstProblems = 6;

function problemList(problems: string[]): HTMLElement[] {
  const first = listOf(problems.slice(0, firstProblems));
  if (problems.length <= firstProblems) return [first];
  const rest = make("details");
  rest.append(make("summary", `${problems.length - firstProblems} more`), listOf(problems.slice(firstProblems)));
  return [first, rest];
}

// What is wrong with the last file. The page announces it; where nobody else does, this does.
function refusal(holder: Holder, announces: boolean, goBack: () => void): Piece {
  const content = make("div", "", "refusal");
  if (announces) content.setAttribute("role", "alert");
  const dismiss = (): void => {
    holder.now.dismiss();
    goBack();
  };
  let told = "";
  return {
    content,
    show({ refused }) {
      const now = JSON.stringify(refused);
      if (now === told) return;
      told = now;
      content.replaceChildren();
      if (!refused) return;
      const { name, problems } = refused;
      content.append(make("p", `${name} was not opened; the deal before it still runs.`), ...problemList(problems), pushButton("Dismiss", dismiss));
    },
  };
}

function chooser(holder: Holder): { label: HTMLLabelElement; input: HTMLInputElement } {
  const label = make("label", "Open a contract of your own ");
  const input = make("input");
  input.type = "file";
  input.accept = ".json,application/json";
  label.append(input);
  input.addEventListener("change", () =>
    wanted(holder, () => import("./files.ts"), async ({ take }) => {
      if (input.files) await take(holder, input.files);
      input.value = ""; // the same file may be chosen again, mended
    }),
  );
  return { label, input };
}

export function desk(holder: Holder, announces: boolean): Piece {
  const content = make("div", "", "files");
  const { label, input } = chooser(holder);
  const own = make("p", "", "own");
  const problems = refusal(holder, announces, () => input.focus());
  const buttons = kept.map(([kind, title]) =>
    pushButton(title, () => wanted(holder, () => import("./files.ts"), ({ keep }) => keep(holder, kind))),
  );
  content.append(...buttons, label, own, problems.content);
  return {
    content,
    show(state) {
      write(own, state.own ? `“${state.contract_title}” is a contract of your own: it does not travel in the link.` : "");
      problems.show(state);
    },
  };
}
