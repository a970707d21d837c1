/** What the classifier learns from; paths are seen from the project's folder. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { INTENTS } from "../../src/intents/index.js";
import { readPlan } from "../../src/plan-import/index.js";
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
  const everyday = readFileSync("tools/train/everyday.txt", "utf8").trim().split("\n");
  return planNames.map((name) => {
    const { plan } = readPlan(name, readFileSync(`tests/questions/plans/${name}.json`, "utf8"));
    if (!plan) throw new Error(`${name} is no plan`);
    return placeOf(plan, everyday);
  });
}

export const hashOf = (sentences: readonly Example[]): string =>
  createHash("sha256")
    .update(JSON.stringify([sentences, choices]))
    .digest("hex");
