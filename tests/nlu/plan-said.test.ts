import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { planIndexOf } from "../../src/nlu/plan-index.js";
import { namesOf } from "../../src/nlu/plan-names.js";
import { planSaid } from "../../src/nlu/plan-said.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";

const planOf = (file: string) => readPlan(file, readFileSync(new URL(`../questions/plans/${file}.json`, import.meta.url), "utf8")).plan;
const libraries = planOf("libraries");
const plans = [
  { id: "libraries", name: "Libraries and Heritage", plan: libraries },
  { id: "museum", name: "Museums", plan: planOf("museum") },
  { id: "police", name: "CSP", plan: planOf("police") },
];
const planIndex = planIndexOf(catalogueOf(libraries), libraries.title);

describe("a text that names a plan", () => {
  test.each([
    ["how is 2.3 doing in the Museums plan?", "museum", "how is 2.3 doing?"],
    ["in Museums: what is overdue", "museum", "what is overdue"],
    ["and in the museum plan?", "museum", "and?"],
    ["how is the Museums plan doing", "museum", "how is the plan doing"],
    ["musuems plan: what is due", "museum", "what is due"],
    ["in the museum plan, what is due", "museum", "what is due"],
    ["what is late in the CSP plan", "police", "what is late"],
    ["report on the community safety plan", "police", "report on the plan"],
    ["how is 2.3 doing in the libraries and heritage strategy action plan", "libraries", "how is 2.3 doing"],
    ["use the Libraries plan here", "libraries", "use the plan here"],
    ["switch to museums", "museum", "use the plan"],
  ])("%s", (text, id, rest) => expect(planSaid(text, plans, planIndex)).toEqual({ ids: [id], rest }));

  test("is looked for by names that are read once, and again when another version of a plan has come in", () => {
    const names = namesOf(plans);
    expect(namesOf([...plans])).toBe(names);
    const renamed = plans.map((one) => (one.id === "museum" ? { ...one, name: "Galleries" } : one));
    expect(planSaid("in Galleries: what is overdue", renamed, planIndex)?.ids).toEqual(["museum"]);
    expect(namesOf(plans.slice(0, 2)).plans).toHaveLength(2);
    expect(planSaid("in Galleries: what is overdue", plans, planIndex)).toBeUndefined();
  });

  test("that fits several names them all", () =>
    expect(planSaid("compare the museums plan and the libraries plan", plans, planIndex)?.ids).toEqual(["museum", "libraries"]));

  test.each([
    ["what is due in the Parks plan", "Parks"],
    ["use the roads plan here", "roads"],
    ["how is the crocodile plan", "crocodile"],
  ])("that is not loaded: %s", (text, unknown) => expect(planSaid(text, plans, planIndex)).toMatchObject({ ids: [], unknown }));
});

test.each([
  "how is 2.3 doing",
  "what is overdue in the plan",
  "how is the whole plan doing",
  "how are museums doing",
  "who leads the action plan",
  "how is the improvement plan going",
  "how is the communications plan going",
  "which plan is this",
  "2.3.1 is at risk: the plan slipped",
  "2.3: on track",
  "what do the libraries do for museums",
])("no plan is named: %s", (text) => expect(planSaid(text, plans, planIndex)).toBeUndefined());
