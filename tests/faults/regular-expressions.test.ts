/** No text that anybody sends can keep a regular expression busy: each one of the sources is looked at by a checker that searches for such texts. */
import { check } from "recheck";
import { describe, expect, test } from "vitest";
import { whole } from "../support/fault-scale.js";
import { type Regex, regexesIn, regexesOfSources } from "../support/regexes.js";

/** How long the checker may look for a slow text for one expression. What it has not finished by then counts as not found. */
const withinMs = whole ? 20_000 : 500;

const complexityOf = async ({ source, flags }: Regex): Promise<string> => {
  const found = await check(source, flags, { timeout: withinMs });
  return found.status === "vulnerable" ? found.complexity.type : found.status;
};

describe("the regular expressions of the sources", () => {
  const all = regexesOfSources();

  test(
    "none takes exponentially long for any text",
    async () => {
      const slow: string[] = [];
      const waiting = [...all];
      const look = async () => {
        for (let each = waiting.shift(); each; each = waiting.shift())
          if ((await complexityOf(each)) === "exponential") slow.push(`${each.place} /${each.source}/`);
      };
      await Promise.all([look(), look()]);
      expect(all.length).toBeGreaterThan(300);
      expect(slow).toEqual([]);
    },
    60_000 + all.length * withinMs,
  );

  test.each([
    ["(a+)+$", "exponential"],
    ["(?:a|b|ab)*c", "exponential"],
    ["^[a-z]+$", "safe"],
  ])("the checker takes /%s/ for %s", async (source, expected) => {
    expect(await complexityOf({ place: "", source, flags: "" })).toBe(expected);
  });

  test("each one in a source is found, and what only looks like one is not", () => {
    expect(regexesIn("a.ts", 'const a = /x\\/[/]y/giu.test("/no/"); // /no/\nconst b = 4 / 2 / 1;')).toEqual([
      { place: "a.ts:1", source: "x\\/[/]y", flags: "giu" },
    ]);
  });
});
