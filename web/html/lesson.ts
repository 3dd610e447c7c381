// The lesson's tasks as HTML: the question for pupils, the ways to its start, and for the teacher the key, worked out by the
// engine of this build (tools/build_lesson.mjs), with what a wrong answer teaches.
import { dotted, leads } from "./dotted.ts";
import { termId, type Term } from "../src/words/terms.ts";

export interface Lesson {
  growth: { link: string; holds: number; breaks: number; broken: string; paper: string };
  api: { link: string; ties: { growth: number; share?: number; from: string }[] };
  test: { link: string; ability: string; booked: string };
  refusal: { link: string; gets: [string, string]; azure: [string, string]; served: number; paid: string };
  check: { link: string; first: { label: string; status: string; spread: [number, number]; unit: string; shares: [string, string] }[]; last: string };
  sentence: string;
}

interface Task {
  title: string;
  asks: string;
  link: string;
  controls: string; // of the projector's view
  key: string;
  teaches: string;
}

function tieWords({ growth, share, from }: Lesson["api"]["ties"][number]): string {
  const at = `with demand growing ×${growth} a year `;
  return share === undefined ? `${at}no share of the API does it` : `${at}a share of ${share}% or more does, from ${from} on`;
}

function tasksOf({ growth, api, test, refusal, check }: Lesson): Task[] {
  const [first] = check.first;
  return [
    {
      title: "Find the growth at which exclusivity would have held.",
      asks: "Drag compute demand. Up to which growth would demand alone have left Microsoft’s exclusivity standing?",
      link: growth.link,
      controls: "demand.growth",
      key: `Up to ×${growth.holds} a year it would have held to the end of the model. At ×${growth.breaks} demand alone breaks it, in ${growth.broken}.`,
      teaches: `Who answers with a date has read what was agreed: on paper exclusivity ended in ${growth.paper}, at every growth. The question is what would have happened without that.`,
    },
    {
      title: "Make the API’s tie to Azure cost something.",
      asks: "As it opens, the rule “API only on Azure” leaves nobody waiting. Find two numbers that together make it do so.",
      link: api.link,
      controls: "demand.growth,demand.api-share",
      key: `${api.ties.map(tieWords).join("; ")}.`.replace(/^w/, "W"),
      teaches: "Who moves one slider alone finds that little happens: a rule binds only where what it forbids is what somebody needs. Azure can carry the API until demand for it is large.",
    },
    {
      title: "Read the $100 bn test two ways.",
      asks: "When is the AGI test met if it asks for profit already earned, and when if it asks what the systems could earn? What does the difference decide?",
      link: test.link,
      controls: "agi.reading",
      key: `What the systems could earn: ${test.ability}. Profit booked so far: ${test.booked}. Between the two Microsoft has its rights to later systems by one reading and has lost them by the other.`,
      teaches: "Who gives one date has not seen that the words of a contract leave room: nothing about the world is different between the two, only how a sentence is read.",
    },
    {
      title: "What is first refusal worth, and to whom?",
      asks: "In “Show as text and controls”, mark first refusal as never agreed. Who has more then, and who less?",
      link: refusal.link,
      controls: "demand.growth",
      key: `Without it exclusivity goes on. OpenAI then gets at worst ${refusal.gets[1]} of what it wants instead of ${refusal.gets[0]}, and ${refusal.served.toLocaleString("en")} GW-months less in all; Azure has ${refusal.azure[1]} of the capacity of 2030 instead of ${refusal.azure[0]}; $${refusal.paid} bn more is paid to Microsoft as its share by 2035.`,
      teaches: "Who says that Microsoft loses by the clause compares it with a larger share of the same; what it gave up is a larger share of much less. A clause is worth what the world without it is not.",
    },
    {
      title: "Which assumption would you check first?",
      asks: "Find the number that moves the worst shortage most, over the range that its sources leave open. Is it a fact, or assumed?",
      link: check.link,
      controls: "demand.growth,azure.offer,others.rate",
      key: `${first ? `“${first.label}” (${first.status}): between ${first.spread[0]} and ${first.spread[1]} ${first.unit} the worst shortage goes from ${first.shares[0]} to ${first.shares[1]}` : ""}. Then come ${check.first.slice(1).map(({ label }) => `“${label}”`).join(" and ")}; “${check.last}” moves it least.`,
      teaches: "Who picks the number that looks least certain has done half: one that is doubtful and moves nothing can wait. What is both, doubtful and decisive, comes first.",
    },
  ];
}

/** `prose`: text as HTML. */
export function lessonPieces(lesson: Lesson, glossary: Term[], prose: (text: string) => string): Record<string, string> {
  const terms = dotted(glossary, prose, leads);
  const lines = (count: number): string => `<div class="lines" aria-hidden="true">${"<i></i>".repeat(count)}</div>`;
  const item = ({ title, asks, link, controls, key, teaches }: Task): string =>
    `<li><h3>${prose(title)}</h3><p>${terms.text(asks)}</p>` +
    `<p class="ways"><a href="./index.html#${prose(link)}">Open the page<span class="unseen"> for: ${prose(title)}</span></a>` +
    `<a href="./embed.html?class&amp;controls=${prose(controls)}#${prose(link)}">For the projector<span class="unseen">: ${prose(title)}</span></a></p>` +
    lines(3) +
    `<details class="answer"><summary>Key<span class="unseen"> to: ${prose(title)}</span></summary><p>${prose(key)}</p><p><b>What a wrong answer teaches.</b> ${prose(teaches)}</p></details></li>`;
  return {
    lesson_sentence: terms.text(lesson.sentence),
    lesson_tasks: tasksOf(lesson).map(item).join("\n"),
    lesson_lines: lines(3),
    lesson_glossary: glossary.map((term) => `<div id="${termId(term)}"><dt>${prose(term.word)}</dt><dd>${prose(term.says)}</dd></div>`).join(""),
  };
}
