// How a state is looked at, as it follows the state in a link: "&month=2027-03&axis=gw&since=2019&asks=agi_trips&a=…", each
// only where it differs from how the deal or the chapter opens. Readers of the state stop at "&", and A is what is compared
// with: its contract, the inputs that differ from the state's, and its edits ("as-amended~dg4.05!first-refusal.dropped").
import { linkIn } from "./link-text.ts";
import type { Answer, Describe, Explainer, InputValue } from "./types.ts";

interface Part {
  contract: string;
  contract_file?: unknown; // the reader's own: it does not travel
  inputs: Record<string, InputValue>;
  edits: { clause: string; kind: string }[];
}
interface Saved extends Part {
  selected: string | null;
  in_gw: boolean;
  from_2019: boolean;
  asked: string;
  chapter?: string;
  pinned?: Part;
}

const asOpened = { month: "never", axis: "share", since: "2024", asks: "max_unserved", a: "none" };
type View = typeof asOpened;
const names = Object.keys(asOpened) as (keyof View)[];
const choices: [keyof View, string[]][] = [["axis", ["share", "gw"]], ["since", ["2024", "2019"]]];

/** Whether a link opens with its text and controls: where they are shown is the page's business. */
export const wantsText = (link: string): boolean => /[&?]text\b/.test(link);

function viewIn(link: string): Partial<View> {
  const given = new URLSearchParams(linkIn(link).replace(/^[^&?]*[&?]?/, ""));
  return Object.fromEntries(names.flatMap((name) => (given.has(name) ? [[name, given.get(name)]] : [])));
}

export interface Viewed {
  core: Explainer;
  told(state: Describe): Describe; // as its link is passed on
}

export function withView(bare: Explainer): Viewed {
  const codes = bare.inputs().map(({ key, code }) => [key, code] as const);
  const begun = new Map<string, View>(); // how a chapter opens
  let lost: string[] = []; // of the link that was opened last

  function textOfA({ inputs }: Saved, a: Part | undefined): string {
    if (!a || a.contract_file) return asOpened.a;
    const set = codes.filter(([key]) => a.inputs[key] !== inputs[key]).map(([key, code]) => `~${code}${a.inputs[key]}`);
    return [a.contract, ...set, ...a.edits.map(({ clause, kind }) => `!${clause}.${kind}`)].join("");
  }
  function partOfA({ inputs }: Saved, text: string): Part {
    const [contract = "", ...parts] = text.split(/(?=[~!])/);
    const all: Part = { contract, inputs: { ...inputs }, edits: [] };
    for (const part of parts) {
      const [key = part] = codes.find(([, code]) => part.startsWith(`~${code}`)) ?? [];
      const [clause = "", kind = ""] = part.slice(1).split(".");
      if (part.startsWith("!")) all.edits.push({ clause, kind });
      else all.inputs[key] = part.slice(3);
    }
    return all;
  }
  const saved = (): Saved => JSON.parse(bare.save()) as Saved;
  const viewOf = (now: Saved): View => ({
    month: now.selected ?? asOpened.month,
    axis: now.in_gw ? "gw" : "share",
    since: now.from_2019 ? "2019" : "2024",
    asks: now.asked,
    a: textOfA(now, now.pinned),
  });

  function text(): string {
    const now = saved();
    const [view, opens] = [viewOf(now), now.chapter ? begun.get(now.chapter) : asOpened];
    return names.filter((name) => view[name] !== opens?.[name]).map((name) => `&${name}=${view[name]}`).join("");
  }
  function opened(): View {
    const now = saved();
    if (!now.chapter) return asOpened;
    const view = { ...viewOf(now), asks: asOpened.asks }; // which no chapter sets
    begun.set(now.chapter, view);
    return view;
  }
  // What only a saved state can bring.
  function restore({ since, a }: View): Answer {
    const now = saved();
    const view = viewOf(now);
    if (view.since === since && view.a === a) return { ok: true };
    const { pinned: _, ...rest } = { ...now, from_2019: since === "2019" };
    const answer = bare.restore(JSON.stringify(a === asOpened.a ? rest : { ...rest, pinned: { format: 1, ...partOfA(now, a) } }));
    return answer.ok ? answer : { ok: false, error: answer.error.replace(/^pinned: /, "What was kept as A: ") };
  }
  /** Looks at what a link has just opened as the link says; what of that cannot be read. */
  function look(link: string): string[] {
    const asked = viewIn(link);
    const faults = choices.flatMap(([name, all]) => {
      const value = asked[name];
      if (value === undefined || all.includes(value)) return [];
      delete asked[name];
      return `“${name}” is ${all.join(" or ")}, not “${value.slice(0, 40)}”.`;
    });
    const view = { ...opened(), ...asked };
    bare.showInGw(view.axis === "gw");
    const answers = [bare.select(view.month), bare.ask(view.asks), restore(view)];
    return [...faults, ...answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))];
  }
  const told = (state: Describe): Describe => ({ ...state, link: state.link + text(), notices: [...state.notices, ...lost] });
  const core: Explainer = {
    ...bare,
    describe: () => told(bare.describe()),
    openLink(link) {
      lost = [];
      const answer = bare.openLink(link);
      if (answer.ok) lost = look(link);
      return answer.ok ? { ...answer, dropped: [...answer.dropped, ...lost] } : answer;
    },
    goTo(link) {
      const before = bare.save();
      const answer = bare.goTo(link);
      const [fault] = answer.ok ? look(link) : [];
      if (fault === undefined) return answer;
      bare.restore(before);
      return { ok: false, error: fault };
    },
    chapter(which, keeps) {
      const answer = bare.chapter(which, keeps);
      if (answer.ok && !keeps) opened();
      return answer;
    },
  };
  return { core, told };
}
