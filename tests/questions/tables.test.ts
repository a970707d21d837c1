/** Question sets as tables: what is understood of each text, without answering it. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { planIndexOf } from "../../src/nlu/index.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { askedIn } from "./evaluation/asked.js";
import { contextFor, judge } from "./evaluation/outcome.js";

const here = (path: string) => new URL(path, import.meta.url);

/** Shares of a set: at least so much right at once, and with one press; at most so much wrong. */
const limits = [
  { set: "libraries", right: 0.96, onePress: 0.97, wrong: 0.03 },
  { set: "school", right: 0.95, onePress: 0.96, wrong: 0.03 },
  { set: "hospital", right: 0.95, onePress: 0.97, wrong: 0.03 },
  { set: "museum", right: 0.96, onePress: 0.96, wrong: 0.03 },
  { set: "police", right: 0.96, onePress: 0.96, wrong: 0.03 },
  { set: "council", right: 0.96, onePress: 0.96, wrong: 0.03 },
  { set: "commands", plan: "libraries", right: 0.96, onePress: 0.97, wrong: 0.03 },
  { set: "reminders", plan: "libraries", right: 0.97, onePress: 0.97, wrong: 0.03 },
  { set: "frozen", plan: "libraries", right: 1, onePress: 1, wrong: 0 },
  { set: "dev", right: 0.96, onePress: 0.97, wrong: 0.03 },
  { set: "dev2", right: 0.71, onePress: 0.83, wrong: 0.09 },
  { set: "leisure", right: 0.87, onePress: 0.9, wrong: 0.07 },
  { set: "housing", right: 0.78, onePress: 0.85, wrong: 0.09 },
  { set: "health", right: 0.82, onePress: 0.9, wrong: 0.07 },
  { set: "fire", right: 0.8, onePress: 0.86, wrong: 0.11 },
  { set: "environment", right: 0.77, onePress: 0.83, wrong: 0.08 },
  { set: "care", right: 0.74, onePress: 0.84, wrong: 0.13 },
  { set: "town", right: 0.8, onePress: 0.88, wrong: 0.1 },
  { set: "university", right: 0.72, onePress: 0.78, wrong: 0.15 },
];

describe.each(limits)("the $set questions", ({ set, plan: planName = set, ...limit }) => {
  const { plan } = readPlan(planName, readFileSync(here(`plans/${planName}.json`), "utf8"));
  const context = contextFor(plan, planIndexOf(catalogueOf(plan), plan.title));
  const judged = askedIn(here(`tables/${set}.jsonl`)).map((asked) => judge(asked, context));
  const share = (...outcomes: string[]) => judged.filter(({ outcome }) => outcomes.includes(outcome)).length / judged.length;
  const missed = judged
    .filter(({ outcome }) => outcome !== "right")
    .map(({ asked, outcome, readings }) => `${asked.id} [${outcome}] ${asked.q}: ${JSON.stringify(readings).slice(0, 200)}`)
    .join("\n");

  it(`are right at once in ${100 * limit.right} of a hundred`, () => expect(share("right"), missed).toBeGreaterThanOrEqual(limit.right));
  it(`are right with one press in ${100 * limit.onePress} of a hundred`, () =>
    expect(share("right", "one press", "alternative"), missed).toBeGreaterThanOrEqual(limit.onePress));
  it(`are answered wrong in ${100 * limit.wrong} of a hundred at most`, () => expect(share("wrong"), missed).toBeLessThanOrEqual(limit.wrong));
});
