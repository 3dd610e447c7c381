#!/usr/bin/env node
// Runs in the box: the keys of the lesson's tasks, by the engine, into build/generated/lesson: a key is found by doing the
// task with the model as it is, and is never typed. A task that the model no longer bears fails the build.
import { writeFileSync } from "node:fs";
import { openEngine } from "./engine.mjs";
import { renew } from "./renew.mjs";

const madeOf = ["build/web/engine.mjs", "build/web/engine.wasm", "tools/engine.mjs", "tools/build_lesson.mjs"];
const percent = (share) => `${Math.round(share * 100)}%`;
const monthName = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });
const month = (id) => (id === null ? "never" : monthName.format(new Date(`${id}-01T00:00:00Z`)));
const sum = (rows, name) => rows.reduce((all, row) => all + row[name], 0);

function must(holds, what) {
  if (!holds) throw new Error(`tools/build_lesson.mjs: ${what}: the task has to be thought of anew`);
}

/** The values that a slider takes, from low to high. */
function stepsOf({ low, high, step }) {
  const count = Math.round((high - low) / step);
  return Array.from({ length: count + 1 }, (_, i) => Number((low + i * step).toFixed(6)));
}

async function lesson() {
  const engine = await openEngine();
  const row = (key) => engine.inputs().find((one) => one.key === key);
  const at = (values) => {
    engine.reset();
    for (const [key, value] of Object.entries(values)) engine.set(key, value);
    return engine.describe();
  };
  const opening = engine.describe();

  // The growth up to which demand alone leaves exclusivity standing.
  const growths = stepsOf(row("demand.growth"));
  const holds = growths.filter((growth) => at({ "demand.growth": growth }).headline.exclusivity_would_break === null);
  const breaks = growths.find((growth) => growth > holds.at(-1));
  must(holds.length > 0 && breaks !== undefined, "exclusivity holds at no growth, or at all");
  const broken = at({ "demand.growth": breaks }).headline.exclusivity_would_break;

  // The least share of the API at which its tie to Azure leaves demand unserved, by growth.
  const ties = [3, 4, 5].map((growth) => {
    const binds = stepsOf(row("demand.api-share")).map((share) => [share, at({ "demand.growth": growth, "demand.api-share": share })]);
    const first = binds.find(([, state]) => state.headline.api_lock_binds !== null);
    return { growth, share: first?.[0], from: first?.[1].headline.api_lock_binds };
  });
  must(ties[0].share === undefined && ties.at(-1).share !== undefined, "the API's tie costs something at the start, or nowhere");

  const { booked, ability } = opening.headline.agi_by_reading;
  must(booked !== ability, "both readings of the test say the same");

  // What is so without first refusal: exclusivity would have stayed.
  const [with_, rows] = [at({}), engine.rows()];
  engine.edit("first-refusal", "never_agreed");
  const [without, others] = [engine.describe(), engine.rows()];
  const served = sum(rows, "served_gw") - sum(others, "served_gw");
  const paid = others.at(-1).cumulative_share_bn - rows.at(-1).cumulative_share_bn;
  must(served > 0, "nothing more is served with first refusal");

  // Which assumption moves the worst shortage most, over the range that its sources leave.
  engine.reset();
  const isDoubted = ({ spread, low }) => spread && typeof low === "number" && spread[0] !== spread[1];
  const moves = engine
    .inputs()
    .filter(isDoubted)
    .map(({ key, label, spread, unit, status }) => {
      const shares = spread.map((value) => at({ [key]: value }).headline.max_unserved.share);
      const all = [...shares, opening.headline.max_unserved.share];
      return { label, status: engine.words().statuses.find(({ id }) => id === status).spelled, spread, unit, shares: shares.map(percent), effect: Math.max(...all) - Math.min(...all) };
    })
    .sort((a, b) => b.effect - a.effect);

  const link = (values) => at(values).link;
  const base = link({});
  return {
    growth: { link: base, holds: holds.at(-1), breaks, broken: month(broken), paper: month(opening.headline.exclusivity_breaks) },
    api: { link: base, ties: ties.map(({ from, ...tie }) => ({ ...tie, from: from ? month(from) : "" })) },
    test: { link: base, ability: month(ability), booked: month(booked), years: ((Number(booked?.slice(0, 4) ?? 2036) - Number(ability.slice(0, 4))) || 0) },
    refusal: {
      link: base,
      gets: [percent(1 - with_.headline.max_unserved.share), percent(1 - without.headline.max_unserved.share)],
      azure: [percent(with_.headline.azure_share_2030), percent(without.headline.azure_share_2030)],
      served: Math.round(served),
      paid: paid.toFixed(1).replace("-", "−"),
    },
    check: { link: base, first: moves.slice(0, 3), last: moves.at(-1).label },
    sentence: opening.sentence,
  };
}

await renew("build/generated/lesson", madeOf, async (folder) => {
  writeFileSync(`${folder}/lesson.json`, `${JSON.stringify(await lesson(), null, 1)}\n`);
});
