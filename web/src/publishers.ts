// Fills the table of what the embed costs from the file that the tests of this build have checked.
import { make, part, write } from "./dom.ts";

interface EmbedContract {
  version: string;
  first_picture: { bytes: number; requests: number };
  first_interaction: { bytes: number; requests: number };
  lab: { bytes: number };
  hosts: number;
  cookies: number;
  storage: number;
  csp: string;
  sandbox: string;
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

function rows(contract: EmbedContract): [string, string][] {
  const { first_picture: first, first_interaction: live } = contract;
  return [
    ["To the still picture", `${kilobytes(first.bytes)} in ${first.requests} requests`],
    ["To the first interaction", `${kilobytes(live.bytes)} in ${live.requests} requests`],
    ["The large figure, only if opened", `${kilobytes(contract.lab.bytes)} more`],
    ["Hosts", `${contract.hosts}: the one you take it from`],
    ["Cookies and storage", contract.cookies + contract.storage === 0 ? "none" : `${contract.cookies + contract.storage}`],
    ["Content policy that it works under", contract.csp],
    ["Sandbox that it works under", contract.sandbox],
    ["Version", contract.version],
  ];
}

function line([what, value]: [string, string]): HTMLTableRowElement {
  const row = make("tr");
  const head = make("th", what);
  head.scope = "row";
  row.append(head, make("td", value));
  return row;
}

async function fill(): Promise<void> {
  const answer = await fetch("./embed-contract.json");
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  const contract = (await answer.json()) as EmbedContract;
  part("contract", HTMLTableElement).tBodies[0]?.replaceChildren(...rows(contract).map(line));
}

fill().catch((reason: unknown) => write(part("contract-state", HTMLParagraphElement), `The file could not be read: ${reason}`));
