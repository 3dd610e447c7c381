// Parts of the words that are fetched when they are first wanted.
import { wanted } from "../explainer/fetched.ts";
import type { Holder } from "../explainer/holder.ts";
import type { LabCallbacks } from "../explainer/types.ts";

/** Does something with what files need. */
export const withFiles = (holder: Holder, act: (desk: typeof import("./files.ts")) => unknown): void =>
  void wanted(holder, () => import("./files.ts"), act);

/** What the lab's canvas asks the page to do with files. */
export const filesOf = (holder: Holder): Pick<LabCallbacks, "onOpenContract" | "onExport"> => ({
  onOpenContract: () => withFiles(holder, ({ choose }) => choose(holder)),
  onExport: (kind) => withFiles(holder, ({ keep }) => keep(holder, kind)),
});
