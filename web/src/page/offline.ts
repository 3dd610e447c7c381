// Has the browser keep the page, once it is live, so that it opens without a network; says when another build has been
// published. src/worker is what keeps it. Only for the page by its own address, and not in somebody's frame.
import { part, write } from "../explainer/dom.ts";
import { loadAgain } from "../explainer/fetched.ts";
import { tell } from "../explainer/told.ts";
import type { Holder } from "../explainer/holder.ts";

const isKept = "Your browser keeps this page’s files, so that it opens without a network too.";
const isNotKept = "Your browser does not keep this page’s files: it needs a network to open.";

function say(text: string): void {
  const line = part("kept", HTMLParagraphElement);
  line.hidden = false;
  write(line, text);
}

function buildOf(worker: ServiceWorker): Promise<string> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(String(data));
    worker.postMessage("which build", [port2]);
  });
}

const isAnotherBuild = async (worker: ServiceWorker): Promise<boolean> => (await buildOf(worker)) !== document.documentElement.dataset.build;

export async function keepOffline(holder: Holder): Promise<void> {
  if (!("serviceWorker" in navigator) || location.search || window.top !== window) return;
  try {
    await keep(holder, navigator.serviceWorker);
  } catch {
    say(isNotKept); // storage is refused
  }
}

async function keep(holder: Holder, workers: ServiceWorkerContainer): Promise<void> {
  const registration = await workers.register("./offline.js");
  let isRenewing = false;

  // The waiting worker has all files of its build: with it in charge loading again cannot bring the old one.
  function offer(): void {
    const { says, act } = loadAgain(holder);
    const [, load] = act;
    const renew = (): void => {
      isRenewing = true;
      if (!registration.waiting) return load();
      workers.addEventListener("controllerchange", load, { once: true });
      registration.waiting.postMessage("take over");
    };
    tell(`This page has been published anew. ${says}`, { act: ["Load it", renew] });
  }
  const compare = async (worker: ServiceWorker): Promise<void> => {
    if (!isRenewing && (await isAnotherBuild(worker))) offer();
  };
  function follow(worker: ServiceWorker | null): void {
    if (!worker) return;
    const look = (): void => {
      if (worker.state === "installed" && registration.active) void compare(worker);
      if (worker.state === "activated") say(isKept);
      if (worker.state === "redundant" && !registration.active) say(isNotKept);
    };
    worker.addEventListener("statechange", look);
    look();
  }

  registration.addEventListener("updatefound", () => follow(registration.installing));
  workers.addEventListener("controllerchange", () => workers.controller && void compare(workers.controller)); // by another tab
  if (registration.active) {
    say(isKept);
    await registration.update().catch(() => undefined); // once a visit; without a network there is nothing newer
  }
  follow(registration.installing ?? registration.waiting);
}
