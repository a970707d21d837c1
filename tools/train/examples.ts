/** What the classifier learns from; paths are seen from the project's folder. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { INTENTS } from "../../src/intents/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import type { AskedSet } from "./asked.js";
import { type Example, type Place, placeOf } from "./samples.js";
import { choices } from "./train-weights.js";

const planNames = ["council", "hospital", "libraries", "museum", "police", "school"];

/** Sentences of every intent, in an order of their own. */
export function examples(): Example[] {
  const all: Example[] = INTENTS.flatMap(({ name, examples: sentences }) => sentences.map((text) => ({ intent: name, text })));
  return all.sort((a, b) => (a.intent < b.intent ? -1 : a.intent > b.intent ? 1 : 0));
}

/** The plans whose words fill the slots. */
export function places(): Place[] {
  const everyday = everydayWords();
  return planNames.map((name) => {
    const { plan } = readPlan(name, readFileSync(`tests/questions/plans/${name}.json`, "utf8"));
    if (!plan) throw new Error(`${name} is no plan`);
    return placeOf(plan, everyday);
  });
}

/** Of all that is learnt from, but for the plans. */
export const hashOf = (sentences: readonly Example[], sets: readonly AskedSet[]): string =>
  createHash("sha256")
    .update(JSON.stringify([sentences, sets.map(({ asked }) => asked), choices]))
    .digest("hex");

/** What people call things that plans call otherwise. */
const everydayWords = (): string[] =>
  readFileSync("src/nlu/everyday-words.txt", "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .flatMap((line) => (line.split("=")[1]?.split("~")[0] ?? "").split(","))
    .map((words) => words.trim())
    .filter(Boolean);
