// The explainer behind its C functions: text into the module's memory, JSON out of it. The lab and the engine export
// the same ones (web/exports.cpp).
import type { CoreModule } from "@lab/core.mjs";
import type { LabModule } from "@lab/lab.mjs";
import { withView, type Viewed } from "./view.ts";
import type { Answer, Chapter, Describe, Dispute, Flips, InputRow, LinkAnswer, LoadAnswer, Response, Row, Teller, Vocabulary, Written } from "./types.ts";

const longestWord = 10_000; // keys, values, links: what is longer is refused whole, and need not be copied whole
const longestStory = 100_001; // one more than is read

/** Months since January 2024, the model's count. */
export function todayIndex(): number {
  const now = new Date();
  return (now.getFullYear() - 2024) * 12 + now.getMonth();
}

// A zero would end the text for C: it is replaced by what stands for a letter that cannot be shown.
const given = (module: CoreModule, value: string, longest: number): number =>
  module.stringToNewUTF8(value.slice(0, longest).replaceAll("\0", "\uFFFD"));

export function teller(module: LabModule): Teller {
  const read = <T>(pointer: number): T => JSON.parse(module.UTF8ToString(pointer)) as T;
  return {
    load: (story) => read<Answer>(module._fr_load_story(given(module, story, longestStory))),
    told: (number) => read<Chapter | null>(module._fr_told(number)) ?? undefined,
  };
}

export function explainer(module: CoreModule, close: () => void): Viewed {
  let isClosed = false;
  const text = (value: string, longest = longestWord): number => given(module, value, longest);
  const words = (pointer: number): string => module.UTF8ToString(pointer);
  const read = <T>(pointer: number): T => JSON.parse(words(pointer)) as T;
  const vocabulary = read<Vocabulary>(module._fr_words());
  const [longestContract, longestSaved] = [vocabulary.most_bytes.contract + 1, vocabulary.most_bytes.saved + 1]; // refused as too long
  return withView({
    describe: () => read<Describe>(module._fr_describe()),
    news: (to) => read<Response>(module._fr_news(to === "article")),
    lastStep: () => read<Response>(module._fr_last_step()),
    flips: (key) => read<Flips>(module._fr_flips(text(key))),
    set: (key, value) => read<Answer>(module._fr_set(text(key), text(String(value)))),
    pick: (contract) => read<Answer>(module._fr_pick(text(contract))),
    ask: (outcome) => read<Answer>(module._fr_ask(text(outcome))),
    pin: (isPinned) => module._fr_pin(isPinned),
    undo: () => module._fr_undo(),
    redo: () => module._fr_redo(),
    reset: () => module._fr_reset(),
    openLink: (hash) => read<LinkAnswer>(module._fr_open_link(text(hash))),
    goTo: (link) => read<Answer>(module._fr_goto(text(link))),
    loadContract: (contract, name) =>
      read<LoadAnswer>(module._fr_load_contract(text(contract, longestContract), text(name))),
    refuse: (name, why) => module._fr_refuse(text(name), text(why)),
    dismiss: () => module._fr_dismiss(),
    select: (month) => read<Answer>(module._fr_select(text(month))),
    showInGw: (inGw) => module._fr_show_in_gw(inGw),
    showTab: (tab) => read<Answer>(module._fr_show_tab(text(tab))),
    chapter: (which, keeps = false) => read<Answer>(module._fr_chapter(text(String(which)), keeps)),
    bet: (id, value) => read<Answer>(module._fr_bet(text(id), text(String(value ?? "none")))),
    endStep: () => module._fr_end_step(),
    inputs: () => read<InputRow[]>(module._fr_inputs()),
    words: () => vocabulary,
    edit: (clause, kind) => read<Answer>(module._fr_edit(text(clause), text(kind))),
    disputes: () => read<Dispute[]>(module._fr_disputes()),
    takeSide: (dispute, side) => read<Answer>(module._fr_take_side(text(dispute), side)),
    save: () => words(module._fr_save()),
    restore: (saved) => read<Answer>(module._fr_restore(text(saved, longestSaved))),
    figure: (kind, width, height, { isDark, isStrong }) => words(module._fr_figure(text(kind), width, height, isDark, isStrong, todayIndex())),
    still: (width, dark, whole) => words(module._fr_still(width, dark, whole, todayIndex())),
    rows: () => read<Row[]>(module._fr_rows()),
    poster: (width, dark) => words(module._fr_poster(width, dark, todayIndex())),
    csv: () => words(module._fr_csv()),
    contract: () => read<Written>(module._fr_contract()),
    receipt: () => read<Written>(module._fr_receipt()),
    close() {
      if (!isClosed) close();
      isClosed = true;
    },
  });
}
