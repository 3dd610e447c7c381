// In an article's page: a random walk through the life of one element, and what it must keep to. The seed tells the walk; what
// the server does with frames is asked of it by address. Serialised into the page: it uses nothing from outside.
export function walker(figures) {
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const random = (seed) => () => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const until = async (test, ms = 60_000) => {
    for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) if (test()) return true;
    return false;
  };
  const frames = (way) => fetch(`${figures}frames/${way}`);

  window.walk = async (seed, length) => {
    const kind = customElements.get("first-refusal");
    const next = random(seed);
    const oneOf = (list) => list[Math.floor(next() * list.length)];
    const faults = [];
    const events = [];
    const trace = [];
    let calls = 0;
    const expected = []; // of each call: whether it may be taken
    const element = document.createElement("first-refusal");
    element.innerHTML = "<p>The sentence.</p>";
    const places = [0, 1].map(() => document.body.appendChild(document.createElement("div")));
    for (const type of ["ready", "change", "error"])
      element.addEventListener(`first-refusal-${type}`, ({ detail }) => events.push({ type, id: detail.id, error: detail.error }));

    const call = (isRight, act) => {
      calls += 1;
      expected.push(isRight);
      act();
    };
    const steps = {
      append: () => oneOf(places).append(element),
      before: () => oneOf(places).insertBefore(element, null),
      replace: () => {
        const other = document.createElement("span");
        oneOf(places).append(other);
        other.replaceWith(element);
      },
      away: async () => {
        element.remove();
        await sleep(40);
      },
      flicker: () => {
        const { parentNode } = element;
        element.remove();
        parentNode?.append(element);
      },
      set: () => call(true, () => element.set("demand.growth", 1.2 + Math.round(next() * 76) / 20)),
      setBadly: () => call(false, () => element.set("demand.growth", 99)),
      setNothing: () => call(false, () => element.set("no.such.input", 1)),
      pick: () => call(true, () => element.pick(oneOf(["as-amended", "exclusive-2023", "january-2025"]))),
      pickBadly: () => call(false, () => element.pick("no-such-deal")),
      goto: () => call(true, () => element.goto("1exclusive-2023~dg2")),
      gotoBadly: () => call(false, () => element.goto("1january-2025~zz9")),
      undo: () => call(true, () => element.undo()),
      // A state that changes alone is asked of the figure and answered as a call is, where something is there to ask.
      attributes: () => {
        const [theme, state] = [oneOf(["light", "dark"]), oneOf(["1january-2025~dg4", "1as-amended~dg2"])];
        const isAlone = element.getAttribute("theme") === theme && element.getAttribute("state") !== state;
        const isAsked = element.isConnected && (element.summary !== undefined || answers().length < calls);
        const change = () => {
          element.setAttribute("theme", theme);
          element.setAttribute("state", state);
        };
        if (isAlone && isAsked) call(true, change);
        else change();
      },
      reload: () => {
        const frame = element.shadowRoot?.querySelector("iframe");
        if (frame) frame.src = frame.src.replace(/\?|#|$/, (mark) => `?again${mark === "#" ? "#" : mark === "?" ? "&" : ""}`);
      },
      late: () => frames("late"),
      missing: () => frames("missing"),
      served: () => frames("served"),
      settle: () => sleep(Math.round(next() * 400)),
    };
    const answers = () => events.filter(({ id }) => typeof id === "string");
    // Either what the article wrote or the frame, and never neither.
    const look = (step) => {
      const frame = element.shadowRoot?.querySelector("iframe");
      if (!element.isConnected) return;
      const isFrame = !!frame && getComputedStyle(frame).visibility === "visible";
      const isLight = element.firstElementChild.getClientRects().length > 0;
      if (isFrame === isLight) faults.push(`after ${step} ${isFrame ? "both are" : "nothing is"} shown`);
    };
    kind.patienceMs = 4_000;
    places[0].append(element);
    for (let count = 0; count < length; count++) {
      const step = oneOf(Object.keys(steps));
      trace.push(step);
      await steps[step]();
      await sleep(0);
      look(step);
    }
    // Whatever happened: served again and put back, it comes to rest and does as it is told.
    await frames("served");
    if (!(await until(() => answers().length >= calls))) faults.push(`${calls} calls and ${answers().length} answers`);
    kind.patienceMs = 60_000;
    element.remove();
    await sleep(40);
    const ready = events.filter(({ type }) => type === "ready").length;
    places[1].append(element);
    element.scrollIntoView();
    look("the end");
    if (!(await until(() => events.filter(({ type }) => type === "ready").length > ready))) faults.push("it is not ready when it is put back");
    call(true, () => element.set("demand.growth", 2.35));
    if (!(await until(() => element.summary?.inputs["demand.growth"] === 2.35 && answers().length >= calls))) faults.push("it is deaf");
    await sleep(100);
    look("all");

    const ids = answers().map(({ id }) => Number(id.slice(3)));
    if (ids.length !== calls) faults.push(`${calls} calls and ${ids.length} answers`);
    if (ids.some((id, index) => index > 0 && id <= ids[index - 1])) faults.push(`answers out of order or twice: ${ids}`);
    answers().forEach(({ type }, index) => {
      if (type === "change" && expected[index] === false) faults.push(`call ${index} cannot be taken and was`);
    });
    for (const { type, error } of events) if (type === "error" && !(error?.length > 10)) faults.push("an error without words");
    element.remove();
    places.forEach((place) => place.remove());
    return { seed, calls, answers: ids.length, events: events.length, faults, trace };
  };
}
