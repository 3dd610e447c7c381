// What the lab tells the page and what the page may ask of it: the JSON of `pact simulate` without rows, and the calls
// behind it. No value here is computed by the page.

/** "2027-03"; null where a thing does not happen within the model. */
export type MonthId = string;
export type MaybeMonth = MonthId | null;

export type ClauseState = "future" | "in_force" | "straining" | "ended" | "off";

export interface Span {
  from: MonthId;
  until: MonthId; // inclusive
  state: ClauseState;
  why: string;
}

export interface Clause {
  id: string;
  kind: string;
  name: string;
  called: string; // a name that no other clause of the contract has
  from: string; // as published, or the name of a condition
  says: string;
  assumed: string; // which part of the rule is the project's assumption; empty: none
  grade: string;
  sources: string[]; // fact ids
  status: string; // at a glance: "ended Jan 2025"
  variant: boolean;
  added: boolean; // by the reader's dropping another's restriction
  spans: Span[];
}

export interface Event {
  month: MonthId;
  kind: string;
  clause: string | null;
  says: string;
  fact?: string;
}

export interface Stretch {
  quantity: string;
  cause: string;
  from: MonthId;
  until: MonthId;
  says: string;
}

export interface Headline {
  exclusivity_breaks: MaybeMonth;
  exclusivity_would_break: MaybeMonth;
  agi_trips: MaybeMonth;
  agi_by_reading: { booked: MaybeMonth; ability: MaybeMonth; declared: MaybeMonth };
  api_lock_binds: MaybeMonth;
  first_refusal_passes: MaybeMonth;
  shortage_ends: MaybeMonth;
  max_unserved: { month: MonthId; share: number };
  azure_share_2030: number;
  months_behind_max: { month: MonthId; months: number };
  wait_at_worst_months: number | null;
}

/** "AGI clause", "trips Jan 2027"; breaks: it ends or trips. `key` is the outcome's in the headline. */
export interface OutcomeChip {
  key: string;
  name: string;
  state: string;
  breaks: boolean;
}

/** Where an input comes to change an outcome, and how far it is from the next on each side, in words. */
export interface Flips {
  at: number[];
  next: string[];
}

/** A month of the run; all of it numbers but the month itself. */
export interface Row {
  month: MonthId;
  demand_gw: number;
  azure_gw: number;
  others_gw: number;
  own_gw: number;
  online_gw: number;
  served_gw: number;
  unserved_share: number;
  months_behind: number;
  azure_share: number;
  revenue_bn_per_year: number;
  cumulative_profit_bn: number;
}

export type InputValue = number | string;

/** The whole state in one value: what `window.firstRefusal.describe()` answers. */
export interface Describe {
  version: string;
  contract: string;
  contract_title: string;
  horizon: MonthId;
  inputs: Record<string, InputValue>;
  events: Event[];
  clauses: Clause[];
  stretches: Stretch[];
  headline: Headline;
  sentence: string;
  sentences: { wide: string; narrow: string }; // the same where there is less room
  chips: OutcomeChip[]; // the outcomes that stand beside these
  agi_sentence: string;
  offered_sentence: string; // what Microsoft is asked first about; empty where it never is
  money_sentence: string; // what the deal comes to by 2030
  fingerprint: string;
  selected: { month: MonthId; row: Row; says: [served: string, asked: string, clauses: string] };
  yours: string[]; // what the reader has set of the contract as it opens, in words
  changed: string[]; // keys of inputs that differ from the contract as it opens
  edits: { clause: string; kind: EditKind }[];
  disputes: Record<string, number | null>; // by dispute that the contract offers, the side that this state is on
  next_flips: string[]; // how far compute demand is from what it would change; empty while it is not worked out
  tab: string; // what the panel beside the picture shows
  chapter: { id: string; number: number; is_set: boolean } | null; // of the story; is_set: the figure is as the chapter has it
  bets: Record<string, number>; // placed so far, by their ids
  in_gw: boolean; // the picture's axis: gigawatts, otherwise shares of demand
  link: string; // the hash without "#"
  citation: string; // what a footnote says before the link
  busy: boolean;
  warnings: { says: string; mend: string; input: string }[];
  why: { outcome: string; month: MonthId; steps: { says: string; sources: string[]; grade: string }[] }; // of the outcome asked about
  notices: string[]; // what a damaged link or file dropped
  own: boolean; // the contract is the reader's: it does not travel in the link
  pinned: boolean; // a state is kept as A, to compare with
  refused: { name: string; problems: string[] } | null; // the last file that was no contract
  can_undo: boolean;
  can_redo: boolean;
}

/** Words, and numbers that follow what the reader sets. */
export type Prose = (string | { now: string })[][];

export interface Bet {
  id: string;
  asks: string;
  low: number;
  high: number;
  step: number;
  unit: string;
  input: string | null; // whose value it is
  options: string[]; // the bet is the place of one of them; none: a number
  placed: number | null;
  verdict: string; // of a bet that was placed: how far off it is
  answer: string;
  known_by: string; // the fact that answers it; empty: the model does
}

/** A chapter of the story as it is told to the reader. */
export interface Chapter {
  id: string;
  number: number;
  title: string;
  says: Prose;
  reveal: Prose;
  act: Prose;
  lever: string | null; // the input that it gives into the reader's hand
  alternative: { id: string; title: string } | null; // the deal that it lets the reader run instead
  facts: string[];
  bets: Bet[];
  is_set: boolean;
}

/** Where sources contradict each other: a question with its rival answers. */
export interface Dispute {
  id: string;
  question: string;
  note: string; // how values follow from the statements; may be empty
  sides: { side: number; name: string; says: string; facts: string[]; grade: string }[];
}

/** What a reader changed about a clause; "agreed" is for a variant that the deal as published does not have. */
export type EditKind = "never_agreed" | "dropped" | "agreed";
export type FigureKind = "capacity" | "strip" | "agi" | "promised";

/** What is told in a table; all of it text. */
export interface Table {
  title: string;
  note: string; // may be empty
  heads: string[];
  rows: string[][];
}

/** One row of the table of inputs (`pact inputs --format json`). */
export interface InputRow {
  key: string;
  code: string;
  label: string;
  help: string;
  group: string;
  low: InputValue;
  default: InputValue;
  high: InputValue;
  step: number;
  spread: [number, number] | null;
  unit: string;
  status: string;
  facts: string[];
  choices?: string[];
}

/** An id as in the state, the word for it within a line, and the same spelled out where there is room. */
export interface Word {
  id: string;
  word: string;
  spelled: string;
}

/** The words of the explainer (core/words/names.h), in the order of its tables: the page spells none of them itself. */
export interface Vocabulary {
  grades: Word[]; // of clauses and facts, best first
  statuses: Word[]; // of inputs
  states: Word[]; // of clauses
  readings: Word[]; // of the AGI test
  groups: Word[]; // of inputs
  questions: Word[]; // the outcomes that can be asked about, by their keys in the headline
  droppable: string[]; // kinds of clauses whose restriction can be dropped
  months: { first: MonthId; last: MonthId }; // of the model
  most_bytes: { contract: number; saved: number }; // of texts from outside
}

export type Answer = { ok: true } | { ok: false; error: string };
export type LinkAnswer = { ok: true; dropped: string[] } | { ok: false; error: string };
export type Written = { ok: true; text: string } | { ok: false; error: string }; // refused: more than may be read again
export type LoadAnswer = { ok: boolean }; // what was wrong is in `refused` of the state

/** What can be taken along from a state. */
export type Kept = "link" | "citation" | "png" | "svg" | "csv" | "contract" | "receipt";

/** Why the lab cannot draw. "lost": the graphics context went away and has not come back yet. */
export type FailureReason = "no-wasm" | "no-webgl2" | "lost";

/** What a change has changed, in words; both are empty where nothing has. */
export interface Response {
  set: string; // "Compute demand ×3.05 a year."
  follows: string; // "Exclusivity ends in …"
}

export interface LabCallbacks {
  onPublish(state: Describe): void; // after each change of state, and once at the start
  onFailure(reason: FailureReason, message: string): void;
  onOpenContract(): void; // the reader wants to open a file
  onExport(kind: Kept): void; // and to keep something
}

/** What can be asked of the explainer, with a canvas (the lab) or without (the engine). */
export interface Explainer {
  describe(): Describe;
  set(key: string, value: InputValue): Answer;
  news(to: "reader" | "article"): Response; // since the same was last told; at first none
  lastStep(): Response; // what it changed; empty where nothing was done
  flips(key: string): Flips; // of an input, worked out at once; none of one that there is not
  pick(contract: string): Answer;
  undo(): void;
  redo(): void;
  reset(): void;
  openLink(link: string): LinkAnswer; // opens what can be read of it
  goTo(link: string): Answer; // refused, and nothing changed, unless all of it can be read
  loadContract(text: string, name: string): LoadAnswer;
  refuse(name: string, why: string): void; // a file that is no contract file at all
  dismiss(): void; // what was refused is no longer told
  select(month: MonthId): Answer;
  showInGw(inGw: boolean): void;
  showTab(tab: string): Answer; // by its name
  chapter(which: string | number, keeps?: boolean): Answer; // by id or number; keeps: the figure stays as it is
  bet(id: string, value: number | null): Answer; // null takes it back
  ask(outcome: string): Answer; // whose trace is told, by its key in the headline
  pin(isPinned: boolean): void; // keeps the present state as A, to compare with
  endStep(): void; // the end of a drag: what follows is a new step for undo
  inputs(): InputRow[];
  words(): Vocabulary;
  edit(clause: string, kind: EditKind | "as_agreed"): Answer;
  disputes(): Dispute[]; // that the contract offers
  takeSide(dispute: string, side: number): Answer;
  save(): string; // the state as JSON text, a contract of the reader's own included
  restore(saved: string): Answer;
  figure(kind: FigureKind, cssWidth: number, cssHeight: number, shade: Shade): string; // SVG text
  still(cssWidth: number, dark: boolean, whole: boolean): string; // SVG text of what the link opens; whole: with sentence and clauses
  rows(): Row[];
  poster(cssWidth: number, dark: boolean): string; // SVG text: sentence, chart and clauses as they stand
  csv(): string;
  contract(): Written; // as a file that opens to the present run
  receipt(): Written;
  replay?(isWanted: boolean): void; // the lab's stage shows the last step again, before and after in turn
  readonly teller?: Teller; // the lab's; the small engine knows what chapters set, and none of their words
  close(): void;
}

/** How a picture is coloured: for a dark room, and with more contrast where the reader asks for it. */
export interface Shade {
  isDark: boolean;
  isStrong: boolean;
}

/** Tells the story in words, once it has the story's text. */
export interface Teller {
  load(story: string): Answer;
  told(number: number): Chapter | undefined; // from 1
}

export interface LabApi extends Explainer {
  frames(): number; // painted so far: one that is the same again is not painted
}

/** What other scripts and tests may use: never throws, never clamps. */
export interface FirstRefusal {
  describe(): Describe | null; // null until the lab is ready
  set(key: string, value: InputValue): Answer;
  pick(contract: string): Answer;
  chapter(which: string | number): Answer; // of the story, by id or number
  undo(): Answer;
  redo(): Answer;
  reset(): Answer;
}

declare global {
  interface Window {
    firstRefusal: FirstRefusal;
  }
}
