// What the lab tells in tables: how sure, what would change it, what clauses are worth, other deals, what is known. It
// takes a thousand runs, so it is worked out only while it is unfolded, and when nothing has moved for a while.
import { make } from "../explainer/dom.ts";
import { fetched, wayOn } from "../explainer/fetched.ts";
import { button, reasonText } from "../explainer/told.ts";
import { scroller, tableOf, tickBox, type Piece } from "./piece.ts";
import type { Holder } from "../explainer/holder.ts";
import type { Table } from "../explainer/types.ts";

const restMs = 500;

function section({ title, note, heads, rows }: Table): HTMLElement {
  const whole = make("div", "", "told");
  whole.append(make("h4", title));
  if (note) whole.append(make("p", note));
  whole.append(rows.length === 0 ? make("p", "Nothing.") : scroller(title, tableOf(heads, rows)));
  return whole;
}

export function allTables(holder: Holder): Piece {
  const content = make("div", "", "tables");
  const { label, box: keep } = tickBox("Keep this state as A, and compare what follows with it", (isOn) => holder.now.pin(isOn));
  const fold = make("details");
  const place = make("div");
  fold.append(make("summary", "Worked out from 1,000 runs: chances, ranges, tipping points, what each clause is worth, other deals, what is known"), place);
  content.append(label, fold);

  let timer = 0;
  let wanted = "";
  let shown = "";
  const fill = async (): Promise<void> => {
    if (!fold.open || shown === wanted) return;
    shown = wanted;
    if (!place.firstChild) place.textContent = "Being worked out …";
    try {
      const { tablesOf } = await fetched(() => import("./tables.ts"));
      place.replaceChildren(...(await tablesOf(holder.now)).map(section));
    } catch (reason) {
      shown = "";
      const on = wayOn(holder, reason);
      const says = ["There are no tables now.", reasonText(reason), on?.says].filter(Boolean).join(" ");
      if (place.firstChild?.textContent === says) return; // the way on may be in hand
      place.replaceChildren(make("p", says), ...(on ? [button(...on.act)] : []));
    }
  };
  fold.addEventListener("toggle", () => void fill());
  return {
    content,
    show(state) {
      keep.checked = state.pinned;
      wanted = [state.fingerprint, state.link, state.pinned, state.contract, state.why.outcome].join(" ");
      clearTimeout(timer);
      timer = window.setTimeout(() => void fill(), restMs);
    },
  };
}
