// Fills the table of what the embed costs, and the code of this build's frozen copy.
import { part, write } from "../explainer/dom.ts";
import { contractRows, embedContract } from "../article/embed-contract.ts";

async function fill(): Promise<void> {
  const contract = await embedContract();
  part("contract", HTMLTableElement).tBodies[0]?.replaceChildren(...contractRows(contract, false, location.origin));
  for (const place of document.querySelectorAll<HTMLElement>("[data-frozen]"))
    write(place, place.dataset.frozen === "path" ? contract.frozen.path : contract.frozen.integrity);
}

fill().catch((reason: unknown) => write(part("contract-state", HTMLParagraphElement), `The file could not be read: ${String(reason)}`));
