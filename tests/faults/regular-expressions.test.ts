/** No text that anybody sends can keep a regular expression busy: each one of the sources is looked at by a checker that searches for such texts. */
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { check, type Diagnostics } from "recheck";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readLength } from "../../src/nlu/words.js";
import { nastyTexts } from "../bench/nasty-texts.js";
import { type Checked, knownAsQuick, writeAsQuick } from "../support/checked-expressions.js";
import { whole } from "../support/fault-scale.js";
import { processorMs, slowness } from "../support/pace.js";
import { makersIn, makersOfSources, modulesOfSources, type Regex, regexesIn, regexesMade, regexesOfSources } from "../support/regexes.js";

/** Where expressions see the beginning of a text only, and how much of it. What is slow for long texts may stand here, if it is quick for these. */
const bounded = [
  { under: "src/shared/logger.ts", characters: 300, why: "what is logged is cut before it is searched" },
  { under: "src/shared/addresses.ts", characters: 4_000, why: "sentences, labels and fields of one answer" },
  { under: "src/plan-import/json-text.ts", characters: 10_000, why: "tried at one place, where the piece before ended; the checker is not always sure" },
  { under: "src/plan-import/published/", characters: 500, why: "headings, lines and short cells are cut or passed over where they are longer" },
  { under: "src/plan-import/measure-words.ts", characters: 10_000, why: "each try looks 200 characters ahead at most" },
  { under: "src/nlu/words.ts", characters: 4 * readLength, why: "so much is read of a message before its words are counted" },
  { under: "src/nlu/", characters: 2 * readLength, why: "the rules see the plain words, with contractions written out" },
];
/** A square of such lengths takes 1 to 4 ms, a cube seconds. */
const mostMs = 10;

/** How long the checker may look for a slow text. What it has not finished by then counts as slow. */
const withinMs = (bound: unknown) => (bound ? (whole ? 5_000 : 200) : 120_000);

/** Each time at the whole size, and when the list of quick ones is made anew (`npm run expressions`). */
const everyOne = whole || process.env.WAYMARK_EXPRESSIONS === "write";
const isKnown = everyOne ? () => false : knownAsQuick();
const quick: Checked[] = [];

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

const timeOf = (regex: Regex, text: string): number => processorMs(() => text.replace(new RegExp(...asSearched(regex)), ""), 3);

/** Below `enoughMs` at once, or at any of later tries: a collection of garbage counts for a while as this process's time, a slow expression is slow each time. */
async function msFor(regex: Regex, text: string, enoughMs: number): Promise<number> {
  let least = timeOf(regex, text);
  for (let again = 0; again < 10 && least >= enoughMs; again++) {
    await pause(50);
    least = Math.min(least, timeOf(regex, text));
  }
  return least;
}

/** Without any repetition each place of a text is looked at once for each alternative. */
const repeats = ({ source }: Regex) => /[*+{]/.test(source);

const complaintOf = async (regex: Regex): Promise<string | undefined> => {
  if (!repeats(regex)) return undefined;
  const bound = boundOf(regex);
  const checked: Checked = { source: regex.source, flags: regex.flags, characters: bound?.characters };
  if (isKnown(checked)) return undefined;
  const complaint = await searched(regex, bound);
  if (!complaint) quick.push(checked);
  return complaint;
};

async function searched(regex: Regex, bound: ReturnType<typeof boundOf>): Promise<string | undefined> {
  const found = await check(...asSearched(regex), { timeout: withinMs(bound), randomSeed: 7 });
  if (found.status === "safe") return undefined;
  const complexity = found.status === "vulnerable" ? found.complexity.type : "not looked at to the end";
  if (!bound || complexity === "exponential") return `${regex.place} /${regex.source}/: ${complexity}`;
  const texts = [...attackOf(found, bound.characters), ...Object.values(nastyTexts).map((text) => text.slice(0, bound.characters))];
  for (const text of texts) {
    const ms = await msFor(regex, text, mostMs);
    if (ms >= mostMs * slowness()) return `${regex.place} /${regex.source}/: ${ms.toFixed(1)} ms for ${bound.characters} characters`;
  }
  return undefined;
}

/** What is wrong with these, two at a time. */
const complaintsOf = async (all: readonly Regex[]): Promise<string[]> => {
  const slow: string[] = [];
  const waiting = [...new Map(all.map((each) => [`${boundOf(each)?.under} ${each.flags} ${each.source}`, each])).values()];
  const look = async () => {
    for (let each = waiting.shift(); each; each = waiting.shift()) slow.push((await complaintOf(each)) ?? "");
  };
  await Promise.all([look(), look()]);
  return slow.filter(Boolean);
};

afterAll(() => {
  if (process.env.WAYMARK_EXPRESSIONS === "write") writeAsQuick(quick);
});

const longEnough = (count: number) => 300_000 + count * withinMs(true);

describe("the regular expressions of the sources", () => {
  const all = regexesOfSources();

  test(
    `each takes time in proportion to the text, or sees a short one and is done with any within ${mostMs} ms`,
    async () => {
      expect(all.length).toBeGreaterThan(300);
      expect(await complaintsOf(all)).toEqual([]);
    },
    longEnough(all.length),
  );

  test.each([
    ["(a+)+$", "", "exponential"],
    ["(?:a|b|ab)*c", "src/shared/logger.ts:1", "exponential"],
    ["\\s+$", "src/shared/words.ts:1", "polynomial"],
    ["x.*x.*x.*y", "src/shared/logger.ts:1", "ms for 300 characters"],
  ])("/%s/ in %s is complained of", async (source, place, expected) => {
    expect(await complaintOf({ place, source, flags: "" })).toContain(expected);
  });

  test.each([
    ["^[a-z]+$", ""],
    ["\\s+$", "src/nlu/rules/x.ts:1"],
  ])("/%s/ in %s is not", async (source, place) => {
    expect(await complaintOf({ place, source, flags: "" })).toBeUndefined();
  });

  test("each one in a source is found, and what only looks like one is not", () => {
    expect(regexesIn("a.ts", 'const a = /x\\/[/]y/giu.test("/no/"); // /no/\nconst b = 4 / 2 / 1;')).toEqual([
      { place: "a.ts:1", source: "x\\/[/]y", flags: "giu" },
    ]);
  });
});

/** Words that a plan may have and that mean something in an expression. */
const hostileWords = ["a a a a a a", "(x+x+)+y", "visits|visitors", ".*.*.*=", "[^ ]*$ \\", "s".repeat(50)];
const hostilePlan = { title: "Plan", starts: "2025-04-01", themes: hostileWords.map((name, at) => ({ id: `${at + 1}`, name, priorities: [] })) };

/** Loads every module, and has done what puts expressions together out of a plan's or a person's words: questions of each kind, a plan of hostile words, figures of every kind. */
async function workOfExpressions(): Promise<void> {
  for (const path of modulesOfSources()) await import(new URL(`../../${path}`, import.meta.url).pathname);
  const { readPlan } = await import("../../src/plan-import/index.js");
  const { catalogueOf } = await import("../../src/plan/index.js");
  const { planIndexOf } = await import("../../src/nlu/plan-index.js");
  const { understand } = await import("../../src/nlu/understand.js");
  const { readValue } = await import("../../src/figures/index.js");
  const fileOf = (path: string) => readFileSync(new URL(`../questions/${path}`, import.meta.url), "utf8");
  const contextOf = (text: string) => {
    const { plan } = readPlan("plan.json", text);
    return { plan, planIndex: planIndexOf(catalogueOf(plan), plan.title), today: "2026-11-24", before: [] };
  };
  const libraries = contextOf(fileOf("plans/libraries.json"));
  for (const set of ["libraries", "reminders"])
    for (const line of fileOf(`sets/${set}.jsonl`).split("\n").filter(Boolean)) understand(JSON.parse(line).q, libraries);
  understand(`how is the ${hostileWords[0]} theme doing`, contextOf(JSON.stringify(hostilePlan)));
  for (const kind of ["number", "rating"] as const) for (const unit of hostileWords) readValue({ kind, unit, text: "x" }, "5 visits");
}

describe("the regular expressions that the sources put together", () => {
  const makers = makersOfSources();
  let made: Regex[];
  beforeAll(async () => {
    // What was loaded before has made its own already.
    vi.resetModules();
    made = await regexesMade(workOfExpressions);
  });

  test("are all known: each place that makes one has made one", () => {
    const places = new Set(made.map(({ place }) => place));
    expect(makers.length).toBeGreaterThan(50);
    expect(makers.filter((place) => !places.has(place))).toEqual([]);
  });

  test(
    "take as little time as those that stand there",
    async () => {
      expect(await complaintsOf(made)).toEqual([]);
    },
    // More than one of a place: there are about so many patterns of times.
    longEnough(5 * makers.length),
  );

  test("a place that makes one is found in a source, and by whom it was called", async () => {
    expect(makersIn("a.ts", 'const a = [new RegExp("x"), RegExp(`y`), new globalThis.RegExp("z"), /RegExp/, "RegExp()"];\nnew RegExp(a)')).toEqual([
      "a.ts:1",
      "a.ts:1",
      "a.ts:1",
      "a.ts:2",
    ]);
    expect(await regexesMade(async () => void /of a test/)).toEqual([]);
  });
});
