/** What is said of the plan as a whole, of two things side by side, and in a statement before the question. */
import { describe, expect, it, test } from "vitest";
import { planIndexOf } from "../../src/nlu/index.js";
import { questionsIn } from "../../src/nlu/questions-in.js";
import { wordNearness } from "../../src/nlu/word-nearness.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { askingOf, inShort } from "./understood.js";

const libraries = askingOf("libraries");

describe("of the plan as a whole", () => {
  it.each([
    "how is the plan doing",
    "status of the whole strategy?",
    "In a nutshell, is the strategy as a whole on course?",
    "Give me the headline: is the whole plan going well or badly?",
    "be honest, how's the whole thing going",
    "all in all, how are we doing",
  ])("%s", (text) => expect(inShort(libraries(text))).toMatch(/^standing (?:on-track )?plan$/));

  it("a strategy that is an item's own is no whole plan", () =>
    expect(inShort(askingOf("dev2")("how's the community energy fund going"))).toBe("standing 3.2.3"));
});

test("two things side by side are compared, each told by what stands on its side", () => {
  expect(inShort(askingOf("dev2")("cycling versus buses, which is doing better"))).toBe("compare 1.1|1.2");
});

test("a statement says what the question after it is about; one that can be answered by itself does not", () => {
  const parts = (text: string) => questionsIn(text.split(" ")).map((words) => words.join(" "));
  expect(parts("the flats were promised heating that is not gas . is that promise being kept ?")).toHaveLength(1);
  expect(parts("people tell me the bike stuff is going nowhere . true ?")).toHaveLength(1);
  expect(parts("how is 2.3 doing ? who leads it ?")).toHaveLength(2);
  expect(parts("the tram is off track . who leads it ?")).toHaveLength(2);
});

test("what is over is meant by since, in a season too; a figure that looks like an id is a figure", () => {
  expect(inShort(askingOf("dev2")("what has slipped since the summer"))).toMatch(/2026-06-01\.\.2026-11-24/);
  expect(inShort(askingOf("dev2")("can i correct the no2 reading for october its 45.1 not 46.3"))).not.toContain("unknown-id");
});

test("a word is near to its like: an item with one, or with a part that has one, is nearer than others", () => {
  const plan = {
    title: "Plan",
    starts: "2025-04-01",
    themes: [
      {
        id: "1",
        name: "Getting about",
        priorities: [
          { id: "1.1", title: "Fewer journeys alone", actions: [{ id: "1.1.1", text: "Buy electric vehicles" }], measures: [] },
          { id: "1.2", title: "Bread for all", actions: [{ id: "1.2.1", text: "Open a bakery" }], measures: [] },
        ],
      },
    ],
  };
  const catalogue = catalogueOf(readPlan("plan.json", JSON.stringify(plan)).plan);
  planIndexOf(catalogue, "Plan");
  const near = wordNearness(catalogue, [{ word: "cars", worth: 1 }]);
  const at = (id: string) => catalogue.items.findIndex((item) => item.id === id);
  expect(near.own(at("1.1.1"))).toBeGreaterThan(near.own(at("1.2.1")) + 0.1);
  expect(near.parts(at("1.1"))).toBeCloseTo(near.own(at("1.1.1")), 6);
  expect(near.parts(at("1.1.1"))).toBe(0);
});
