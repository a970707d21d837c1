import { describe, expect, test } from "vitest";
import { type Kind, misfit } from "../../src/plan/index.js";
import { directionInWords, kindInWords } from "../../src/plan-import/measure-words.js";

describe("a measure's words", () => {
  test.each([
    ["Number of visits", "number", "increase"],
    ["Increased number of/new partnerships", "number", "increase"],
    ["Increased number/delivery of initiatives", "number", "increase"],
    ["Increased number of volunteers/no. of volunteer hours", "number", "increase"],
    ["Reduced number of complaints", "number", "decrease"],
    ["Fewer falls", "narrative", "decrease"],
    ["% of patients seen in four hours", "percentage", "increase"],
    ["Percentage of pupils in school", "percentage", "increase"],
    ["Lower percentage of missed appointments", "percentage", "decrease"],
    ["Improved customer satisfaction ratings", "rating", "improve"],
    ["Increased capital investment in the network", "currency", "increase"],
    ["Increased level of external funding (or in-kind contribution) generated", "currency", "increase"],
    ["Improved opportunities to bid for funding", "narrative", "improve"],
    ["Completion of the first assessment", "yesno", "complete"],
    ["Complete updated set of agreements", "yesno", "complete"],
    ["Creation of a marketing strategy", "yesno", "complete"],
    ["Greater diversity of volunteers", "narrative", "increase"],
    ["Key partners contribute expertise", "narrative", "improve"],
    ["", "narrative", "improve"],
  ] as [string, Kind, string][])("%j are a %s, to %s", (text, kind, direction) => {
    expect(kindInWords(text)).toBe(kind);
    expect(directionInWords(text, kind)).toBe(direction);
  });
});

describe("a figure", () => {
  test.each([
    ["number", 42, undefined],
    ["number", -3, undefined],
    ["number", "42", "must be a number"],
    ["number", true, "must be a number"],
    ["percentage", 0, undefined],
    ["percentage", 100, undefined],
    ["percentage", 100.5, "must be from 0 to 100"],
    ["percentage", -1, "must be from 0 to 100"],
    ["rating", 5, undefined],
    ["rating", 5.1, "must be from 0 to 5"],
    ["currency", 1250.5, undefined],
    ["currency", 0.07, undefined],
    ["currency", 1234567.89, undefined],
    ["currency", 10.555, "must have at most two decimals"],
    ["yesno", false, undefined],
    ["yesno", "yes", "must be true or false"],
    ["narrative", "All done", undefined],
    ["narrative", 3, "must be text"],
  ] as [Kind, number | boolean | string, string | undefined][])("of the kind %s that is %j", (kind, value, wrong) => {
    expect(misfit({ kind, text: "A measure" }, value)).toBe(wrong);
  });

  test.each([
    ["a percentage of change", { kind: "percentage", text: "% change in visits" }, -20],
    ["a percentage of change by its unit", { kind: "percentage", text: "Visits", unit: "% change" }, 140],
    ["a rating on another scale", { kind: "rating", text: "Rating", unit: "out of 10" }, 9.5],
  ] as const)("may go further as %s", (_, measure, value) => {
    expect(misfit(measure, value)).toBeUndefined();
  });
});
