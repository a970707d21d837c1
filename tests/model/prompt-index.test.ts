/** What leaves for the model of a plan, and how much of it. */
import { readFileSync } from "node:fs";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, test } from "vitest";
import type { Unsure } from "../../src/assistant/assistant.js";
import { messagesFor } from "../../src/model/prompt.js";
import { promptIndex } from "../../src/model/prompt-index.js";
import { tokensAtMost } from "../../src/model/token-count.js";
import { planIndexOf } from "../../src/nlu/index.js";
import { catalogueOf, type KnownPlan, type Plan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";

const planNamed = (name: string): Plan => readPlan(name, readFileSync(new URL(`../questions/plans/${name}.json`, import.meta.url), "utf8")).plan;
const planIndexFor = (plan: Plan) => planIndexOf(catalogueOf(plan), plan.title);
const tokensIn = (text: string) => encode(text).length;
const lines = ({ themes, priorities, actions, measures }: ReturnType<typeof promptIndex>) => [...themes, ...priorities, ...actions, ...measures];

/** The same plan so many times over, each time with ids of its own. */
function timesAsLarge(plan: Plan, times: number): Plan {
  const themes = Array.from({ length: times }, (_, at) =>
    JSON.parse(
      JSON.stringify(plan.themes)
        .replace(/"id":"(\w)/g, `"id":"${at + 1}x$1`)
        .replace(/@example/g, `.${at}@example`),
    ),
  );
  return { ...plan, themes: themes.flat() };
}

describe.each(["dev2", "libraries", "school", "hospital", "fire", "health"])("the %s plan", (name) => {
  const plan = planNamed(name);

  test("goes whole, and under 6,000 tokens", () => {
    const index = promptIndex("anything at all", planIndexFor(plan));
    expect(lines(index)).toHaveLength(catalogueOf(plan).items.length);
    expect(tokensIn(JSON.stringify(index))).toBeLessThan(6_000);
  });

  test("tells no address, figure, note, status or date", () => {
    const text = JSON.stringify(promptIndex("anything at all", planIndexFor(plan)));
    expect(text).not.toMatch(/@|on-track|off-track|at-risk|not-started|\d{4}-\d\d-\d\d/);
    const actions = catalogueOf(plan).actions.flatMap(({ action: { note } }) => note ?? []);
    for (const note of actions) expect(text).not.toContain(note);
    for (const { measure } of catalogueOf(plan).measures) for (const { note } of measure.figures ?? []) if (note) expect(text).not.toContain(note);
  });
});

describe("a plan 100 times as large", () => {
  const plan = timesAsLarge(planNamed("dev2"), 100);
  const planIndex = planIndexFor(plan);

  test.each([
    "how is 7x2.2 doing",
    "are the wee plug posts for motors getting anywhere",
    "what has Yusuf got on his plate",
    "who do i bug about bin day stuff",
    "x",
    "the ".repeat(1_000),
  ])("is cut to what is near, under 6,000 tokens: %s", (message) => {
    const index = promptIndex(message, planIndex);
    const text = JSON.stringify(index);
    expect(tokensIn(text)).toBeLessThan(6_000);
    expect(tokensIn(text)).toBeLessThanOrEqual(tokensAtMost(text));
    expect(index.actions.length + index.measures.length).toBeLessThanOrEqual(60);
    expect(index.themes.length + index.priorities.length).toBeGreaterThan(100);
  });

  test("has what was named and what stands under it, what was spoken of before, and those whose names were said", () => {
    const index = promptIndex("how is 7x2.2 doing, ask Yusuf Demir", planIndex, ["9x1.1.2"]);
    expect(index.priorities.some((line) => line.startsWith("7x2.2 "))).toBe(true);
    expect(index.actions.filter((line) => line.startsWith("7x2.2."))).toHaveLength(3);
    expect(index.actions.some((line) => line.startsWith("9x1.1.2 "))).toBe(true);
    expect(index.people.some((name) => name.startsWith("Yusuf Demir"))).toBe(true);
  });
});

test("texts of any length are cut", () => {
  const plan = planNamed("dev2");
  for (const theme of plan.themes) for (const priority of theme.priorities) priority.title = `${priority.title} ${"very long ".repeat(300)}`;
  const known = { plan, catalogue: catalogueOf(plan) } as KnownPlan;
  const unsure: Unsure = { text: "word ".repeat(20_000), known, today: "2026-11-24", before: [], readings: [] };
  const messages = messagesFor(unsure, planIndexFor(plan));
  expect(tokensIn(messages.map(({ content }) => content).join("\n"))).toBeLessThan(8_000);
});

test("the last interpretation goes without what people wrote, and with names for addresses", () => {
  const plan = planNamed("dev2");
  const known = { plan, catalogue: catalogueOf(plan) } as KnownPlan;
  const before = [
    { question: "change-status", args: { action: "1.1.2", status: "at-risk", note: "the governors object" } },
    {
      question: "due",
      args: { window: { from: "2026-12-01", to: "2026-12-31", label: "December" }, person: "yusuf.demir@example.org", carried: "Still yours" },
    },
  ];
  const unsure: Unsure = { text: "and?", known, today: "2026-11-24", before: before as unknown as Unsure["before"], readings: [] };
  const last = messagesFor(unsure, planIndexFor(plan)).at(-1);
  expect(JSON.parse(String(last?.content)).asked_before).toEqual([
    { asked: "change-status", action: "1.1.2", status: "at-risk" },
    { asked: "due", window: { from: "2026-12-01", to: "2026-12-31" }, person: "Yusuf Demir" },
  ]);
});
