// Where sources contradict each other, as native choices: each answer with what it rests on. Which of them the model
// takes is told by the explainer.
import { make } from "../explainer/dom.ts";
import { groundOf } from "./twin-clauses.ts";
import type { Describe, Dispute, Explainer } from "../explainer/types.ts";

interface Question {
  element: HTMLElement;
  boxes: Map<number, HTMLInputElement>; // by side
}

function questionOf(dispute: Dispute, explainer: Explainer): Question {
  const element = make("fieldset", "", "dispute");
  element.dataset.dispute = dispute.id;
  element.append(make("legend", dispute.question));
  const boxes = new Map<number, HTMLInputElement>();
  for (const { side, name, says, facts, grade } of dispute.sides) {
    const box = make("input");
    box.type = "radio";
    box.name = `dispute-${dispute.id}`;
    box.addEventListener("change", () => explainer.takeSide(dispute.id, side));
    const words = make("span");
    words.append(make("b", `${name}.`), ` ${says}`);
    const label = make("label", "", "choice");
    label.append(box, words);
    boxes.set(side, box);
    element.append(label, groundOf(grade, facts));
  }
  if (dispute.note) element.append(make("p", dispute.note, "ground"));
  return { element, boxes };
}

export function listDisputes(explainer: Explainer): { content: HTMLElement; show(state: Describe): void } {
  const content = make("div", "", "disputes");
  let all = new Map<string, Question>();
  let offered = "";
  return {
    content,
    show({ disputes, contract_title }) {
      // The same questions stay where they are, so that a choice keeps the focus.
      if (offered !== contract_title) {
        offered = contract_title;
        all = new Map(explainer.disputes().map((dispute) => [dispute.id, questionOf(dispute, explainer)]));
        content.replaceChildren(...[...all.values()].map(({ element }) => element));
      }
      for (const [id, { boxes }] of all)
        for (const [side, box] of boxes) box.checked = disputes[id] === side;
    },
  };
}
