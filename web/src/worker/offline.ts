// The page without a network: a worker that keeps the files of one build, all or none of them, and answers with them. A file
// whose name changes with its content is taken from there; any other, the page itself first of all, comes from the network
// while there is one, so that nobody is held on an old build and no build meets the files of another.
import { clientsClaim } from "workbox-core";
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute, type PrecacheEntry } from "workbox-precaching";
import { registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope;
declare const BUILD: string; // as the page's data-build has it
declare const KEPT: PrecacheEntry[]; // these two from tools/keep_offline.mjs

const patienceMs = 3_000; // with a network that is there and does not answer

const folder = new URL("./", self.location.href).href;
const named = new Map(KEPT.filter(({ revision }) => revision !== null).map(({ url }) => [new URL(url, folder).href, url]));
named.set(`${folder}index.html`, "./");

async function fromNetworkFirst(request: Request, url: string): Promise<Response> {
  const asked = fetch(request);
  const tooLate = new Promise<undefined>((done) => setTimeout(done, patienceMs));
  const answer = await Promise.race([asked.catch(() => undefined), tooLate]);
  if (answer && answer.status < 500) return answer;
  return (await matchPrecache(url)) ?? asked;
}

registerRoute(
  ({ url }) => named.has(url.href),
  ({ request, url }) => fromNetworkFirst(request, named.get(url.href) ?? url.href),
);
precacheAndRoute(KEPT, { directoryIndex: "", cleanURLs: false, ignoreURLParametersMatching: [] });
cleanupOutdatedCaches(); // of other versions of the library
clientsClaim(); // the page of the first visit, too, has the parts that it fetches later

self.addEventListener("message", ({ data, ports }) => {
  if (data === "which build") ports[0]?.postMessage(BUILD);
  if (data === "take over") void self.skipWaiting(); // else it waits until no page of the build before is open
});
