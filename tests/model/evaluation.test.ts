/** A question set scored with a model that always chooses rightly, and the table of it. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planIndexOf } from "../../src/nlu/index.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { askedIn } from "../questions/evaluation/asked.js";
import { contextFor, judge } from "../questions/evaluation/outcome.js";
import { tableOf, withModel } from "../questions/evaluation/with-model.js";
import { type ScriptedModel, startScriptedModel } from "../support/scripted-model.js";

const here = (path: string) => new URL(path, import.meta.url);
let server: ScriptedModel;
beforeAll(async () => {
  server = await startScriptedModel();
});
afterAll(() => server.stop());

test("more is right with it, and what it cost is counted", { timeout: 60_000 }, async () => {
  const { plan } = readPlan("dev2", readFileSync(here("../questions/plans/dev2.json"), "utf8"));
  const context = contextFor(plan, planIndexOf(catalogueOf(plan), plan.title));
  const asked = askedIn(here("../questions/tables/dev2.jsonl"));
  const lines = readFileSync(here("dev2-calls.jsonl"), "utf8").split("\n").filter(Boolean);
  const means = new Map(lines.map((line) => JSON.parse(line) as { id: string; calls: [string, unknown][] }).map(({ id, calls }) => [id, calls]));
  server.script = ({ asked: { message } }) => means.get(asked.find(({ q }) => q === message)?.id ?? "") ?? [];
  const before = { ...process.env };
  Object.assign(process.env, { OPENAI_MODEL: "small", OPENAI_BASE_URL: `${server.origin}/v1` });
  try {
    const helped = await withModel(asked, context);
    const alone = asked.map((one) => judge(one, context));
    const right = (all: typeof alone) => all.filter(({ outcome }) => outcome === "right").length / all.length;
    expect(right([...helped.judged])).toBeGreaterThan(0.9);
    expect(right([...helped.judged])).toBeGreaterThan(right(alone) + 0.1);
    expect(helped.calls?.length).toBe(server.requests.length);
    const [head, , first, second, ...more] = tableOf([
      { how: "alone", judged: alone, took: [1] },
      { how: "with", ...helped },
    ]).split("\n");
    expect(head).toContain("right at once | one press | asked amiss | refused | wrong | calls | tokens in / out | p50 | p99");
    expect(first).toMatch(/^\| alone \| [\d.]+ % .*\| 0 \| 0 \/ 0 \| 1\.0 ms \| 1\.0 ms \|$/);
    expect(second).toContain(`| ${server.requests.length} (`);
    expect(second).toContain(`| ${server.requests.length * 7_000} / ${server.requests.length * 40} |`);
    expect(more).toEqual([]);
  } finally {
    for (const name of ["OPENAI_MODEL", "OPENAI_BASE_URL"]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
});
