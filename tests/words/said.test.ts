/** What the bot says over three plans: people by their names, and sentences for a reader of 14 at most. */
import { beforeAll, describe, expect, test } from "vitest";
import type { KnownPlan } from "../../src/plan/index.js";
import { everythingSaid, type Said, shownIn } from "./everything-said.js";
import { withoutPlanWords } from "./plan-words.js";
import { counted, readingAge } from "./readability.js";

const plans = [
  ["libraries", ["libraries", "commands", "reminders"]],
  ["hospital", ["hospital"]],
  ["museum", ["museum"]],
] as const;

const OLDEST = 14;
const FEWEST_WORDS = 10;
/** What may stand in a plan file is listed as it has to be written there; a title that was cut is the words of a file that was sent. */
const hasToBeHard = /^one of [\w-]+, .* was expected$|^[\d.]+ [A-Z].*…$/;

const all: { known: KnownPlan; said: Said[] }[] = [];
beforeAll(async () => {
  for (const [file, tables] of plans) all.push(await everythingSaid(file, tables, file === "libraries"));
}, 300_000);

test("answers, forms, receipts, refusals, errors and messages are among it", () => {
  const said = all.flatMap((one) => one.said);
  expect(said.length).toBeGreaterThan(5_000);
  expect(new Set(said.map(({ answer }) => answer.view))).toEqual(
    new Set(["standing", "rows", "measure", "choice", "notice", "form", "receipt", "picture", "digest"]),
  );
  const texts = said.map(({ answer }) => answer.text);
  for (const words of ["Only ", "Nothing was saved", "cannot be read as a plan", "Saved:", "made for somebody else"])
    expect(
      texts.some((text) => text.includes(words)),
      words,
    ).toBe(true);
});

describe("whatever is shown", () => {
  test("has no address in it", () => {
    const found = all.flatMap(({ said }) =>
      said.flatMap(({ to, answer }) => shownIn(answer).flatMap((text) => (text.match(/\S+@\S+/g) ?? []).map((address) => `${to}: ${address} in "${text}"`))),
    );
    expect([...new Set(found)].slice(0, 20)).toEqual([]);
  });

  test("is for a reader of 14 at most, without the plan's own words", () => {
    const hard = new Set<string>();
    for (const { known, said } of all) {
      const withoutPlan = withoutPlanWords(known);
      const sentences = new Set(said.flatMap(({ answer }) => shownIn(answer)).flatMap((text) => text.split(/ · |\n|; /)));
      for (const sentence of sentences) {
        const own = withoutPlan(sentence);
        const counts = counted(own);
        if (counts.word >= FEWEST_WORDS && readingAge(counts) > OLDEST && !hasToBeHard.test(sentence)) hard.add(`${readingAge(counts).toFixed(1)} ${sentence}`);
      }
    }
    expect([...hard].sort()).toEqual([]);
  });
});
