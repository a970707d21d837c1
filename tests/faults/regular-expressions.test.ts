/** No text that anybody sends can keep a regular expression busy: each one of the sources is looked at by a checker that searches for such texts. */
import { check, type Diagnostics } from "recheck";
import { describe, expect, test } from "vitest";
import { readLength } from "../../src/questions/understanding/words.js";
import { nastyTexts } from "../bench/nasty-texts.js";
import { whole } from "../support/fault-scale.js";
import { type Regex, regexesIn, regexesOfSources } from "../support/regexes.js";

/** Where expressions see the beginning of a text only, and how much of it. What is slow for long texts may stand here, if it is quick for these. */
const bounded = [
  { under: "src/shared/logger.ts", characters: 300, why: "what is logged is cut before it is searched" },
  { under: "src/plan/import/json-text.ts", characters: 10_000, why: "tried at one place, where the piece before ended; the checker is not always sure" },
  { under: "src/plan/import/measure-words.ts", characters: 10_000, why: "each try looks 200 characters ahead at most" },
  { under: "src/questions/understanding/words.ts", characters: 4 * readLength, why: "so much is read of a message before its words are counted" },
  { under: "src/questions/understanding/", characters: 2 * readLength, why: "the rules see the plain words, with contractions written out" },
];
const mostMs = 3;

/** How long the checker may look for a slow text. What it has not finished by then counts as slow. */
const withinMs = (bound: unknown) => (bound ? (whole ? 5_000 : 500) : 20_000);

const boundOf = ({ place }: Regex) => bounded.find(({ under }) => place.startsWith(under));

/** The slow text that was found, in the length that the expression sees. */
const attackOf = (found: Diagnostics, characters: number): string[] => {
  if (found.status !== "vulnerable") return [];
  const { pumps, suffix } = found.attack;
  const once = pumps.map(({ prefix, pump }) => prefix + pump).join("").length + suffix.length;
  const times = Math.max(1, Math.floor((characters - once) / pumps.reduce((sum, { pump }) => sum + pump.length, 0)));
  return [pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + suffix];
};

/** A sticky one is tried at one place; the checker takes it for one that is looked for everywhere. */
const asSearched = ({ source, flags }: Regex): [string, string] => (flags.includes("y") ? [`^(?:${source})`, flags.replace("y", "")] : [source, flags]);

/** The best of three: other work on the machine is none of its. */
const msFor = (regex: Regex, text: string): number => {
  const times = [1, 2, 3].map(() => {
    const from = performance.now();
    text.replace(new RegExp(...asSearched(regex)), "");
    return performance.now() - from;
  });
  return Math.min(...times);
};

const complaintOf = async (regex: Regex): Promise<string | undefined> => {
  const bound = boundOf(regex);
  const found = await check(...asSearched(regex), { timeout: withinMs(bound) });
  if (found.status === "safe") return undefined;
  const complexity = found.status === "vulnerable" ? found.complexity.type : "not looked at to the end";
  if (!bound || complexity === "exponential") return `${regex.place} /${regex.source}/: ${complexity}`;
  const texts = [...attackOf(found, bound.characters), ...Object.values(nastyTexts).map((text) => text.slice(0, bound.characters))];
  const slowest = Math.max(...texts.map((text) => msFor(regex, text)));
  return slowest < mostMs ? undefined : `${regex.place} /${regex.source}/: ${slowest.toFixed(1)} ms for ${bound.characters} characters`;
};

describe("the regular expressions of the sources", () => {
  const all = regexesOfSources();

  test(
    `each takes time in proportion to the text, or sees a short one and is done with any within ${mostMs} ms`,
    async () => {
      const slow: string[] = [];
      const waiting = [...all];
      const look = async () => {
        for (let each = waiting.shift(); each; each = waiting.shift()) slow.push((await complaintOf(each)) ?? "");
      };
      await Promise.all([look(), look()]);
      expect(all.length).toBeGreaterThan(300);
      expect(slow.filter(Boolean)).toEqual([]);
    },
    60_000 + all.length * withinMs(true),
  );

  test.each([
    ["(a+)+$", "", "exponential"],
    ["(?:a|b|ab)*c", "src/shared/logger.ts:1", "exponential"],
    ["\\s+$", "src/shared/words.ts:1", "polynomial"],
    ["x.*x.*y", "src/shared/logger.ts:1", "ms for 300 characters"],
  ])("/%s/ in %s is complained of", async (source, place, expected) => {
    expect(await complaintOf({ place, source, flags: "" })).toContain(expected);
  });

  test.each([
    ["^[a-z]+$", ""],
    ["\\s+$", "src/questions/understanding/rules/x.ts:1"],
  ])("/%s/ in %s is not", async (source, place) => {
    expect(await complaintOf({ place, source, flags: "" })).toBeUndefined();
  });

  test("each one in a source is found, and what only looks like one is not", () => {
    expect(regexesIn("a.ts", 'const a = /x\\/[/]y/giu.test("/no/"); // /no/\nconst b = 4 / 2 / 1;')).toEqual([
      { place: "a.ts:1", source: "x\\/[/]y", flags: "giu" },
    ]);
  });
});
