// How a state is looked at, as it follows the state in a link: "&month=2027-03&axis=gw&since=2019&asks=agi_trips&a=…", each
// only where it differs from how the deal or the chapter opens. Readers of the state stop at "&", and A is what it is compared
// with.
import { noA, partOfA, textOfA, type Part } from "./compared.ts";
import { linkIn } from "./link-text.ts";
import type { Answer, Describe, Explainer } from "./types.ts";

interface Saved extends Part {
  selected: string | null;
  in_gw: boolean;
  from_2019: boolean;
  asked: string;
  chapter?: string;
  pinned?: Part;
}

const asOpened = { month: "never", axis: "share", since: "2024", asks: "max_unserved", a: noA };
type View = typeof asOpened;
const names = Object.keys(asOpened) as (keyof View)[];
const choices: [keyof View, string[]][] = [["axis", ["share", "gw"]], ["since", ["2024", "2019"]]];

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

  const saved = (): Saved => JSON.parse(bare.save()) as Saved;
  const viewOf = (now: Saved): View => ({
    month: now.selected ?? asOpened.month,
    axis: now.in_gw ? "gw" : "share",
    since: now.from_2019 ? "2019" : "2024",
    asks: now.asked,
    a: textOfA(codes, now.inputs, now.pinned),
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
    const answer = bare.restore(JSON.stringify(a === noA ? rest : { ...rest, pinned: { format: 1, ...partOfA(codes, now.inputs, a) } }));
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
