/** Understanding alone, in a process of its own: how long texts take on the small plan and on the large one. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Interpretation } from "../../src/assistant/assistant.js";
import { planIndexOf } from "../../src/nlu/plan-index.js";
import { type Context, understand } from "../../src/nlu/understand.js";
import { catalogueOf, dayOf, type Plan } from "../../src/plan/index.js";
import { instant } from "./asked.js";
import type { Heard, Hearing } from "./heard.js";
import { nastyTexts } from "./nasty-texts.js";
import { planOf, type Size } from "./places.js";
import { median, quantile } from "./statistics.js";

const setOfQuestions = fileURLToPath(new URL("../../tests/questions/sets/libraries.jsonl", import.meta.url));

interface Asked {
  as?: string;
  now: string;
  history: string[];
  q: string;
}

const asked = readFileSync(setOfQuestions, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Asked);
const nasty = Object.values(nastyTexts).map((q): Asked => ({ now: instant, history: [], q }));

/** Rounds that do not count, until the code is compiled, and those that do. The small plan comes first and warms for the large one. */
const roundsOf: Record<Size, { warmUps: number; rounds: number }> = { small: { warmUps: 4, rounds: 7 }, large: { warmUps: 0, rounds: 3 } };

const timed = (work: () => unknown): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

/** Knows nothing of any word yet. */
const newPlanIndex = (plan: Plan) => planIndexOf(catalogueOf(plan), plan.title);

/** Each text's median over the rounds, in milliseconds, with the turns before it understood beforehand. `forgetting`: in each round no word has been met before. */
const timesOf = (texts: Asked[], { plan, size, forgetting }: { plan: Plan; size: Size; forgetting: boolean }): number[] => {
  const { warmUps, rounds } = roundsOf[size];
  let planIndex = newPlanIndex(plan);
  const contexts = texts.map(({ as, now, history }): Context => {
    const context: Context = { plan, planIndex, today: dayOf(new Date(now), plan.timeZone), asker: as, before: [] };
    const before = history.reduce<readonly Interpretation[]>((known, text) => understand(text, { ...context, before: known }), []);
    return { ...context, before };
  });
  const took = texts.map((): number[] => []);
  for (let round = -warmUps; round < rounds; round++) {
    if (forgetting) planIndex = newPlanIndex(plan);
    texts.forEach(({ q }, at) => {
      const context = { ...(contexts[at] as Context), planIndex };
      const time = timed(() => understand(q, context));
      if (round >= 0) took[at]?.push(time);
    });
  }
  return took.map(median);
};

const slowestOf = (times: number[]): Hearing["slowest"] => {
  const ms = Math.max(...times);
  return { ms, name: Object.keys(nastyTexts)[times.indexOf(ms)] ?? "" };
};

const hearingOf = (size: Size): Hearing => {
  const plan = planOf(size);
  const spread = (forgetting: boolean) => {
    const times = timesOf(asked, { plan, size, forgetting });
    return { p50: median(times), p99: quantile(times, 0.99) };
  };
  const [first, again] = [spread(true), spread(false)];
  const slowest = slowestOf(timesOf(nasty, { plan, size, forgetting: true }));
  const planIndex = median([1, 2, 3].map(() => timed(() => newPlanIndex(plan))));
  return { texts: asked.length, first, again, slowest, planIndex };
};

const heard: Heard = { small: hearingOf("small"), large: hearingOf("large") };
process.send?.(heard);
