/** A real model behind the API: requests, tools and replies fit a server that was not written for these tests. It is too small to be good at it. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Unsure } from "../../src/assistant/assistant.js";
import { type Completion, openClient } from "../../src/model/client.js";
import { chosenIn } from "../../src/model/parse.js";
import { messagesFor } from "../../src/model/prompt.js";
import { TOOLS } from "../../src/model/tools.js";
import { planIndexOf } from "../../src/nlu/index.js";
import { catalogueOf, type KnownPlan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";

/** Address of its API. Weights are not everywhere to be had, so this is never a failure, only a line. */
const baseUrl = process.env.WAYMARK_REAL_MODEL;
if (!baseUrl)
  process.stderr.write(
    "\nThere is no real model, so its test is skipped. To have it: tests/support/real-model/real-model up FOLDER PORT, then WAYMARK_REAL_MODEL=…\n",
  );

const QUESTIONS: [text: string, intent: string][] = [
  ["how is 1.2 doing", "standing"],
  ["who leads 3.3", "leads"],
  ["hello", "hello"],
];

const { plan } = readPlan("dev2.json", readFileSync(new URL("../questions/plans/dev2.json", import.meta.url), "utf8"));
const catalogue = catalogueOf(plan);
const planIndex = planIndexOf(catalogue, plan.title);
const unsure = (text: string): Unsure => ({ text, known: { plan, catalogue } as KnownPlan, today: "2026-11-24", before: [], readings: [] });

describe.skipIf(!baseUrl)("a real model", () => {
  const completions: Completion[] = [];
  beforeAll(async () => {
    const complete = openClient({ kind: "openai", baseUrl, model: "real", callsADay: 1 });
    for (const [text] of QUESTIONS) completions.push(await complete({ messages: messagesFor(unsure(text), planIndex), tools: [...TOOLS] }, 280_000));
  }, 900_000);

  test("calls tools that there are, with arguments in their schemas", () => {
    for (const { calls, tokens } of completions) {
      expect(calls).toHaveLength(1);
      const tool = TOOLS.find(({ function: { name } }) => name === calls[0]?.name);
      const { properties = {} } = (tool?.function.parameters ?? {}) as { properties?: object };
      expect(Object.keys(JSON.parse(calls[0]?.arguments ?? ""))).toEqual(Object.keys(properties));
      expect(tokens.in).toBeGreaterThan(1_000);
      expect(tokens.out).toBeGreaterThan(0);
    }
  });

  test("is read or dropped, and says what it scored", () => {
    const chosen = completions.map(({ calls }, at) => chosenIn(calls, unsure(QUESTIONS[at]?.[0] ?? ""), planIndex));
    const right = chosen.filter((one, at) => one.chose === "readings" && one.readings[0]?.question === QUESTIONS[at]?.[1]);
    for (const { chose } of chosen) expect(["readings", "none", "nothing valid"]).toContain(chose);
    const valid = chosen.filter(({ chose }) => chose === "readings").length;
    process.stderr.write(
      `\nThe real model: ${valid} of ${chosen.length} valid, ${right.length} right: ${completions.map(({ calls }) => calls[0]?.name).join(", ")}\n`,
    );
  });
});
