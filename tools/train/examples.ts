/** What the classifier learns from; paths are seen from the project's folder. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { INTENTS } from "../../src/intents/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { type Example, type Place, placeOf } from "./samples.js";
import { choices } from "./train-weights.js";

const planNames = ["council", "hospital", "libraries", "museum", "police", "school"];

/** Sentences of every intent, and of those that are still to be written, in an order of their own. */
export function examples(): Example[] {
  const known: Example[] = INTENTS.flatMap(({ name, examples: sentences }) => sentences.map((text) => ({ intent: name, text })));
  const names = new Set(known.map(({ intent }) => intent));
  const all = [...known, ...planned().filter(({ intent }) => !names.has(intent))];
  return all.sort((a, b) => (a.intent < b.intent ? -1 : a.intent > b.intent ? 1 : 0));
}

function planned(): Example[] {
  const folder = "tools/train/examples";
  return readdirSync(folder)
    .sort()
    .flatMap((file) => (parse(readFileSync(`${folder}/${file}`, "utf8")) as string[]).map((text) => ({ intent: file.replace(/\.yaml$/, ""), text })));
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
