/** What a model chose, held against the plan and the message. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Unsure } from "../../src/assistant/assistant.js";
import { CHOOSABLE } from "../../src/model/argument-schemas.js";
import { chosenIn } from "../../src/model/parse.js";
import { windowOf } from "../../src/model/windows.js";
import { planIndexOf } from "../../src/nlu/index.js";
import { catalogueOf, type KnownPlan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";

const { plan } = readPlan("dev2.json", readFileSync(new URL("../questions/plans/dev2.json", import.meta.url), "utf8"));
const catalogue = catalogueOf(plan);
const planIndex = planIndexOf(catalogue, plan.title);
const text = "Log 97 for October, Grace.Obi@example.org says: the crew  is back";
const unsure: Unsure = { text, known: { plan, catalogue } as KnownPlan, today: "2026-11-24", asker: "mo.farouk@example.org", before: [], readings: [] };
const read = (name: string, args: unknown) => {
  const chosen = chosenIn([{ name, arguments: JSON.stringify(args) }], unsure, planIndex);
  return chosen.chose === "readings" ? chosen.readings[0]?.args : chosen.chose;
};

describe("ids", () => {
  test("are written as the plan writes them, whatever their case", () => {
    expect(read("figure", { measure: "2.2.M1" })).toEqual({ measure: "2.2.m1" });
    expect(read("standing", { scope: " 1.1 " })).toEqual({ scope: "1.1" });
  });

  test("of a part stand for the whole where only that can be asked for", () => {
    expect(read("measures", { scope: "2.2.m1" })).toEqual({ scope: "2.2" });
    expect(read("actions", { scope: "2.2.3" })).toEqual({ scope: "2.2" });
  });

  test("of several things stay what they are", () => {
    expect(read("compare", { scopes: ["2.2.1", "2.2.3"] })).toEqual({ scopes: ["2.2.1", "2.2.3"] });
    expect(read("compare", { scopes: ["1", "2.2.m1"] })).toEqual({ scopes: ["1", "2.2"] });
    expect(read("compare", { scopes: ["1", "9"] })).toBe("nothing valid");
  });

  test("of another kind are none", () => {
    expect(read("figure", { measure: "2.2.3" })).toBe("nothing valid");
    expect(read("mark-done", { action: "2.2" })).toBe("nothing valid");
    expect(read("figure", { measure: "plan" })).toBe("nothing valid");
  });
});

describe("people", () => {
  test.each([
    ["me", "mo.farouk@example.org"],
    ["Yusuf Demir", "yusuf.demir@example.org"],
    ["yusuf", "yusuf.demir@example.org"],
    ["grace.obi@example.org", "grace.obi@example.org"],
  ])("%s", (person, address) => expect(read("held", { person })).toEqual({ person: address }));

  test.each(["Elvis", "", "elvis@example.org"])("nobody: %j", (person) => expect(read("held", { person })).toBe("nothing valid"));
});

describe("words", () => {
  test("stay where they stand in the message, and are left out where they do not", () => {
    expect(read("report-figure", { measure: "2.2.m1", value: "97", note: "the crew is back" })).toEqual({
      measure: "2.2.m1",
      value: "97",
      note: "the crew is back",
    });
    expect(read("report-figure", { measure: "2.2.m1", value: 97, note: "the crew left" })).toEqual({ measure: "2.2.m1", value: "97" });
    expect(read("report-figure", { measure: "2.2.m1", value: 98 })).toEqual({ measure: "2.2.m1" });
  });

  test.each([
    ["it was 45.1 in all", "45.1", true],
    ["it was 45.1 in all", "45", false],
    ["it was 45.1 in all", "1", false],
    ["it was 1,204.", "1,204", true],
    ["it was 1,204.", "204", false],
    ["it was £97", "97", true],
    ["97%", "97", true],
    ["97", "9", false],
    ["9 of 97", "9", true],
    ["the crew is back", "crew is", true],
    ["the crew is back", "crew i", false],
    ["all in", "", false],
  ])("of %j: %j is one: %j", (said, value, isOne) => {
    const call = { name: "report-figure", arguments: JSON.stringify({ measure: "2.2.m1", value }) };
    const chosen = chosenIn([call], { ...unsure, text: said }, planIndex);
    expect(chosen.chose === "readings" && "value" in (chosen.readings[0]?.args ?? {})).toBe(isOne);
  });

  test("for a stage are those of the plan", () => {
    expect(read("deadline", { scope: "1.1.1", label: "build" })).toEqual({ scope: "1.1.1", label: "Build" });
    expect(read("deadline", { scope: "1.1.1", label: "Party" })).toBe("nothing valid");
  });
});

test("nothing, null, an empty text and an empty list say nothing", () => {
  expect(read("actions", { scope: "1", states: [], person: null })).toEqual({ scope: "1" });
  expect(read("overdue", { scope: "", person: "" })).toEqual({});
});

test("what is said twice is answered once", () => {
  const call = { name: "standing", arguments: '{"scope":"1.1"}' };
  expect(chosenIn([call, call], unsure, planIndex)).toEqual({ chose: "readings", readings: [{ question: "standing", args: { scope: "1.1" } }] });
});

/** Its years begin in October. */
test.each([
  ["2026-12-01", "2026-12-31", "December 2026"],
  ["2027-01-01", "2027-03-31", "Q2 of 2026-27 (1 January 2027 to 31 March 2027)"],
  ["2026-10-01", "2027-09-30", "Year 3 (2026-27)"],
  ["2026-11-24", "2026-11-24", "24 November 2026"],
  ["2026-11-24", "2026-12-08", "24 November 2026 to 8 December 2026"],
  ["0001-01-01", "2026-12-08", "up to 8 December 2026"],
  ["2026-12-08", "9999-12-31", "from 8 December 2026 on"],
])("%s to %s is called %s", (from, to, label) => expect(windowOf({ from, to }, plan)).toEqual({ from, to, label }));

test.each([null, {}, { from: "2026-12-01" }, { from: "soon", to: "later" }, { from: "2027-01-02", to: "2027-01-01" }, "2026"])(
  "%j is no stretch of days",
  (value) => expect(windowOf(value, plan)).toBeUndefined(),
);

/** Values that a server, or whoever speaks through it, might send. */
const ODD: unknown[] = [
  null,
  true,
  -1,
  1e308,
  "",
  "plan",
  "1.1",
  "2.2.m1",
  "me",
  "__proto__",
  "x".repeat(5_000),
  "\u0000\ud800",
  [],
  [[["1"]]],
  ["1", "2", null, 3],
  {},
  { from: "2026-12-01", to: "2026-12-31" },
  { from: {}, to: [] },
  { name: "97" },
  { toString: null },
];

test("whatever is sent as arguments is read or dropped, and never thrown at", () => {
  let read = 0;
  for (const [name, { properties, intent }] of CHOOSABLE)
    for (let at = 0; at < ODD.length * 3; at++) {
      const args = Object.keys(properties).map((key, place) => `${JSON.stringify(key)}:${JSON.stringify(ODD[(at * (place + 1) + place) % ODD.length])}`);
      const json = `{${[...args, '"__proto__":{"scope":"1"}', '"constructor":1'].join(",")}}`;
      const chosen = chosenIn([{ name, arguments: json }], unsure, planIndex);
      if (chosen.chose !== "readings") continue;
      read++;
      for (const reading of chosen.readings) expect(intent.args.safeParse(reading.args).success).toBe(true);
    }
  expect(read).toBeGreaterThan(500);
});

test.each(["", "null", "7", '"text"', "[1]", "{", `{"scope":"${"1".repeat(30_000)}"}`])("arguments that are no object: %.20j", (json) =>
  expect(chosenIn([{ name: "standing", arguments: json }], unsure, planIndex)).toEqual({ chose: "nothing valid" }),
);
