// What a screen reader is told while somebody acts: every text that comes into a live region, and every new value of the
// slider that has the focus. docs/heard.md is written from it.

/** In a document, before its scripts: all that is heard gathers in `window.aloud`; `window.pendingTimers()` says how many acts are yet to come. */
export function listen() {
  const [pending, set, clear] = [new Set(), window.setTimeout.bind(window), window.clearTimeout.bind(window)];
  window.setTimeout = (act, ms = 0, ...given) => {
    const timer = set(() => (pending.delete(timer), act(...given)), ms);
    if (ms < 2_000) pending.add(timer); // longer ones are patience
    return timer;
  };
  window.clearTimeout = (timer) => (pending.delete(timer), clear(timer));
  window.pendingTimers = () => pending.size;
  const live = "[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], output";
  const values = new Map(); // by slider, what it said last
  window.aloud = [];
  const hear = (how, what) => what && window.aloud.push(`${how}: ${what.replace(/\s+/g, " ").trim()}`);
  const regionOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(live);
  const follow = (root) => {
    const observer = new MutationObserver((changes) => {
      const regions = new Set(changes.filter(({ type }) => type !== "attributes").map(({ target }) => regionOf(target)).filter(Boolean));
      for (const region of regions) hear("announced", region.textContent); // anew, even where it reads the same
      for (const { type, target } of changes)
        if (type === "attributes" && target === document.activeElement && values.get(target) !== target.ariaValueText) {
          values.set(target, target.ariaValueText);
          hear("value", target.ariaValueText);
        }
    });
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-valuetext"] });
  };
  follow(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    follow(root);
    return root;
  };
}

/** What is heard from an act until nothing more can come: no timer and no frame of any document is pending, for a while. */
export async function heardOf(page, act, restMs = 400) {
  const frames = page.frames();
  for (const frame of frames) await frame.evaluate(() => void (window.aloud = []));
  await act();
  let [heard, since] = [[], performance.now()];
  while (performance.now() - since < restMs) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const told = await Promise.all(frames.map((frame) => frame.evaluate(() => ({ aloud: window.aloud, pending: window.pendingTimers() + window.pendingFrames() }))));
    const now = told.flatMap(({ aloud }) => aloud);
    if (now.length > heard.length || told.some(({ pending }) => pending > 0)) since = performance.now();
    heard = now;
  }
  return heard;
}
