// Where sources contradict each other, as native choices: each answer with what it rests on. Which of them the model
// takes is told by the explainer.
import { make } from "../explainer/dom.ts";
import { groundOf } from "./ground.ts";
import type { Piece } from "./piece.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Dispute } from "../explainer/types.ts";

interface Question {
  element: HTMLElement;
  boxes: Map<number, HTMLInputElement>; // by side
}

function questionOf(dispute: Dispute, holder: Holder): Question {
  const element = make("fieldset", "", "dispute");
  element.dataset.dispute = dispute.id;
  element.append(make("legend", dispute.question));
  const boxes = new Map<number, HTMLInputElement>();
  for (const { side, name, says, facts, grade } of dispute.sides) {
    const box = make("input");
    box.type = "radio";
    box.name = `dispute-${dispute.id}`;
    box.addEventListener("change", () => holder.now.takeSide(dispute.id, side));
    const words = make("span");
    words.append(make("b", `${name}.`), ` ${says}`);
    const label = make("label", "", "choice");
    label.append(box, words);
    boxes.set(side, box);
    element.append(label, groundOf(holder, grade, facts));
  }
  if (dispute.note) element.append(make("p", dispute.note, "ground"));
  return { element, boxes };
}

export function listDisputes(holder: Holder): Piece {
  const content = make("div", "", "disputes");
  let all = new Map<string, Question>();
  let offered = "";
  return {
    content,
    show({ disputes }) {
      // The same questions stay where they are, so that a choice keeps the focus.
      const offers = holder.now.disputes();
      if (offered !== JSON.stringify(offers)) {
        offered = JSON.stringify(offers);
        all = new Map(offers.map((dispute) => [dispute.id, questionOf(dispute, holder)]));
        content.replaceChildren(...[...all.values()].map(({ element }) => element));
      }
      for (const [id, { boxes }] of all)
        for (const [side, box] of boxes) box.checked = disputes[id] === side;
    },
  };
}
