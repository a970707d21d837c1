/** Whole questions about whole plans, with what is meant: what people say beside the sentences of the intents. */
import { readdirSync, readFileSync } from "node:fs";
import { featuresOf } from "../../src/nlu/classifier/features.js";
import { planIndexOf } from "../../src/nlu/index.js";
import { catalogueOf, dayOf, type Plan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { type Asked, askedIn } from "../../tests/questions/evaluation/asked.js";
import { examples } from "./examples.js";
import { type Place, utteranceIn } from "./samples.js";
import type { Sample } from "./train-weights.js";

export interface AskedSet extends Pick<Place, "plan" | "planIndex"> {
  name: string;
  asked: Asked[];
}

const folder = "tools/train/asked";

/** First-contact sets: once scored they are learnt from too. */
const SCORED = ["care", "environment", "fire", "health", "housing", "leisure", "town", "university"];

/** Each set with its plan, by name. */
export const askedSets = (): AskedSet[] => [
  ...readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .sort()
    .map((file) => setOf(file.slice(0, -".jsonl".length), `${folder}/${file}`, `${folder}/${file.replace(".jsonl", ".plan.json")}`)),
  ...SCORED.map((name) => setOf(`${name}, scored`, `tests/questions/tables/${name}.jsonl`, `tests/questions/plans/${name}.json`)),
];

export function setOf(name: string, questions: string, planFile: string): AskedSet {
  const plan: Plan = readPlan(planFile, readFileSync(planFile, "utf8")).plan;
  return { name, asked: askedIn(questions), plan, planIndex: planIndexOf(catalogueOf(plan), plan.title) };
}

export const dayAsked = ({ now }: Asked, { timeZone }: Plan): string => dayOf(new Date(now), timeZone ?? "Europe/London");

const known: ReadonlySet<string> = new Set(examples().map(({ intent }) => intent));

/** Single first questions of which there is no doubt which intent is meant. */
export const samplesAsked = (sets: readonly AskedSet[]): Sample[] =>
  sets.flatMap(({ asked, ...place }) =>
    asked.flatMap((one) => {
      const [first] = one.wants[0] ?? [];
      if (!first || !known.has(first.intent) || one.history.length || one.ask || one.wants[0]?.length !== 1) return [];
      return [{ intent: first.intent, weight: 1, text: one.q, features: featuresOf(utteranceIn(one.q, place, dayAsked(one, place.plan))) }];
    }),
  );
