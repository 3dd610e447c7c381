// What the embed costs a reader and where it works, as tools/embed_contract.mjs has counted it: in words, the same where the
// page is built and in the browser.
interface Cost {
  bytes: number;
  requests: number;
}

export interface EmbedContract {
  version: string;
  still_picture: Cost;
  first_picture: Cost;
  first_interaction: Cost;
  letters: Cost; // fonts, after that
  lab: Cost;
  hosts: number;
  cookies: number;
  storage: number;
  csp: string;
  sandbox: string;
  frozen: { path: string; integrity: string }; // this build's own copy, which later builds leave alone
}

/** A host that is not known yet, where the page is built. */
export const someHost = "https://HOST";

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;
const cost = ({ bytes, requests }: Cost): string => `${Math.ceil(bytes / 1000)} kB in ${counted(requests, "request")}`;

/** What each thing is, and how it is told. `isStill`: only a picture is put into the article. `host`: where it is taken from. */
export function costRows(contract: EmbedContract, isStill: boolean, host: string): [string, string][] {
  const { hosts, cookies, storage } = contract;
  const live: [string, string][] = [
    ["To the still picture", cost(contract.first_picture)],
    ["To the first interaction", cost(contract.first_interaction)],
    ["Its fonts, after that", `${cost(contract.letters)} more`],
    ["The large figure, only if opened", `${cost(contract.lab)} more`],
  ];
  const policies: [string, string][] = [
    ["Your page’s policy must allow", `script-src ${host}; frame-src ${host}; img-src ${host}; style-src 'unsafe-inline', for the block that keeps the height`],
    ["The frame’s own policy (CSP)", contract.csp],
    ["The frame’s sandbox", contract.sandbox],
  ];
  return [
    ...(isStill ? [["The picture", cost(contract.still_picture)] as [string, string]] : live),
    ["Hosts", hosts === 1 ? `1: ${host}` : String(hosts)],
    ["Cookies", cookies === 0 ? "none" : String(cookies)],
    ["Storage", storage === 0 ? "none" : String(storage)],
    ...(isStill ? [["Your page’s policy must allow", `img-src ${host}`] as [string, string]] : policies),
    ["Version", `${contract.version}; this build stays at ${contract.frozen.path}`],
  ];
}
