/** What the built-in understanding is sure of, and what another reader may be asked about. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Context, planIndexOf, understood } from "../../src/nlu/index.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";

const { plan } = readPlan("dev2.json", readFileSync(new URL("../questions/plans/dev2.json", import.meta.url), "utf8"));
const context: Context = { plan, planIndex: planIndexOf(catalogueOf(plan), plan.title), today: "2026-11-24", asker: "mo.farouk@example.org", before: [] };
const isSure = (text: string, ...history: string[]) => {
  let before: Context["before"] = [];
  for (const said of history) before = understood(said, { ...context, before }).readings;
  return understood(text, { ...context, before }).isSure();
};

describe("sure", () => {
  test.each(["2.3?", "how is 2.3 doing", "what is overdue", "who leads 1.2", "what is due in March 2027", "mark 1.1.2 as done", "help", "where is 5.2 now"])(
    "%s",
    (text) => expect(isSure(text)).toBe(true),
  );
  test("a follow-up that its rule reads", () => expect(isSure("and 2.2?", "how is 2.3 doing")).toBe(true));
});

describe("not sure", () => {
  test.each(["what about the schools", "frobnicate the wibble", "how's the heatwave stuff comin along", "wear have we got to"])("%s", (text) =>
    expect(isSure(text)).toBe(false),
  );
  test("a name of the plan that nothing read is about", () => expect(isSure("Which works are not begun in Getting Around?")).toBe(false));
  test("what leans on the turn before and was read by itself", () => expect(isSure("And in September?", "What share of buses ran on time?")).toBe(false));
  test("a command that says of nothing what is to be done with it", () => expect(isSure("snooze till monday")).toBe(false));
  test("one of two questions", () => expect(isSure("how is 2.3 doing, and who do i bug about bin day stuff")).toBe(false));
});
