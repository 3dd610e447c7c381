// What the embed costs a reader and where it works, as rows of a table: read from embed-contract.json, which the tests of
// this build have checked against what a browser really asks for.
import { make } from "../explainer/dom.ts";
import { costRows, type EmbedContract } from "./costs.ts";

let fetched: Promise<EmbedContract> | undefined;

export function embedContract(): Promise<EmbedContract> {
  fetched ??= read().catch((reason: unknown) => {
    fetched = undefined; // asked again next time
    throw reason;
  });
  return fetched;
}

async function read(): Promise<EmbedContract> {
  const answer = await fetch("./embed-contract.json");
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return (await answer.json()) as EmbedContract;
}

export const contractRows = (contract: EmbedContract, isStill: boolean, host: string): HTMLTableRowElement[] =>
  costRows(contract, isStill, host).map(line);

function line([what, value]: [string, string]): HTMLTableRowElement {
  const row = make("tr");
  const head = make("th", what);
  head.scope = "row";
  row.append(head, make("td", value));
  return row;
}
