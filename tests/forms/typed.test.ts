import { describe, expect, test } from "vitest";
import { typed } from "../../src/forms/index.js";

const read = (value: unknown, lines = false) => typed({ it: value }, "it", { most: 20, lines });

describe("what was typed", () => {
  test.each<[unknown, string]>([
    [undefined, ""],
    ["", ""],
    ["  45 ", "45"],
    ["\t45\n", "45"],
    ["one\ntwo", "one two"],
    ["e\u0301", "é"],
    ["👩‍👧 came", "👩‍👧 came"],
    ["**bold** _it_ [x](y)", "**bold** _it_ [x](y)"],
    ["5 < 6 > 4", "5 < 6 > 4"],
    ["x".repeat(20), "x".repeat(20)],
  ])("%j is taken as %j", (given, text) => {
    expect(read(given)).toEqual({ text });
  });

  test("keeps its lines where lines are wanted", () => {
    expect(read("one\r\n\r\ntwo\rthree", true)).toEqual({ text: "one\n\ntwo\nthree" });
  });

  test("of an input that is not there is empty, whatever objects have by nature", () => {
    expect(typed({}, "constructor", { most: 20 })).toEqual({ text: "" });
    expect(typed({}, "__proto__", { most: 20 })).toEqual({ text: "" });
  });

  test.each<[unknown, string, RegExp]>([
    [45, "", /could not be read/],
    [Number.POSITIVE_INFINITY, "", /could not be read/],
    [true, "", /could not be read/],
    [{ $ne: null }, "", /could not be read/],
    [["45"], "", /could not be read/],
    ["4\u00005", "45", /hidden characters/],
    ["\u202e54", "54", /hidden characters/],
    ["4\u20665", "45", /hidden characters/],
    ["4\ud8005", "45", /hidden characters/],
    ["<at>Priya</at> 45", "<at>Priya</at> 45", /take out <at>/],
    ["<AT id=1>x", "<AT id=1>x", /take out <at>/],
    ["x".repeat(100_000), "x".repeat(20), /at most 20 characters/],
    [`${"x".repeat(19)}😀`, "x".repeat(19), /at most 20 characters/],
  ])("%j is not taken, and %j stays to be looked at", (given, text, problem) => {
    expect(read(given)).toEqual({ text, problem: expect.stringMatching(problem) });
  });
});
