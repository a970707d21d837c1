/** Which period a form is for, and what is said when there is none, as the year goes on. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { openTalk, type Talk } from "./talk.js";

const ict = "ict.staff@example.org";
const health = "health.staff@example.org";

let talk: Talk;
beforeAll(async () => {
  talk = await openTalk(await openStorage());
});
afterAll(() => talk.stop());

describe("when a figure can be reported", () => {
  test.each<[string, string, string, string]>([
    [
      "before the plan began",
      "2025-03-01",
      "report figures",
      "No figure can be reported yet: the first is for 2025-26 Q1 (April to June 2025), from 1 July 2025.",
    ],
    [
      "in its first quarter",
      "2025-06-30",
      "update 1.4.m1",
      "No figure can be reported yet: the first is for 2025-26 Q1 (April to June 2025), from 1 July 2025.",
    ],
    ["in a month of a quarter that goes on", "2026-11-24", "report figures for October", "2026-27 Q3 (October to December 2026) is not over yet"],
    [
      "for years gone by",
      "2027-04-01",
      "report figures for 2.3 for 2025-26",
      "2025-26 (year to 31 March 2026) is closed: it could be reported until 31 March 2027.",
    ],
  ])("nothing can %s", async (_, day, says, words) => {
    const { text, names } = await talk.card(ict, says, { at: `${day}T10:00:00.000Z` });
    expect(text).toContain(words);
    expect(text).not.toMatch(/(?:is|are) in for now|are in\./);
    expect(names).toEqual([]);
  });

  test("on the first day after the first quarter the form comes up", async () => {
    expect((await talk.card("finance.staff@example.org", "update 3.2.m4 for Q1 of 2025-26", { at: "2025-07-01T10:00:00.000Z" })).text).toContain(
      "For 2025-26 Q1",
    );
  });
});

describe("a figure that was said for", () => {
  test.each<[string, string, string, string, string]>([
    [
      "a quarter of what is reported every month is not that of a month",
      health,
      "1.3.m1 was 1,700 in Q2",
      "1.3.m1 is reported every month. This form is for September 2026.",
      "566",
    ],
    [
      "a year of what is reported every quarter is not that of a quarter",
      ict,
      "1.4.m1 was 1,300 last year",
      "1.4.m1 is reported every quarter. This form is for 2025-26 Q4",
      "340",
    ],
    [
      "a month of what is reported every quarter stands in the quarter's form",
      ict,
      "1.4.m1 was 300 in September",
      "1.4.m1 is reported every quarter. This form is for 2026-27 Q2",
      "300",
    ],
    ["its own period says nothing of it", ict, "1.4.m1 was 300 in Q2", "For 2026-27 Q2", "300"],
  ])("%s", async (_, who, says, words, value) => {
    const { text, inputs } = await talk.card(who, says);
    expect(text).toContain(words);
    if (words.startsWith("For")) expect(text).not.toContain("is reported every");
    expect(inputs.value0).toBe(value);
  });
});

describe("months", () => {
  test("are called by their names, not by their numbers", async () => {
    const form = await talk.card(health, "1.3.m1 was 5,000 in September");
    expect(form.text).toContain("Last figure: 541 interventions in August 2026");
    const asked = await talk.press(health, form, "Save", { why0: "Counted again." });
    expect(asked.text).toContain("9.2 times the last figure (541 interventions in August 2026)");
    await talk.press(health, asked, "Save all the same");
    const history = await talk.card(health, "history of 1.3.m1");
    expect(history.text).toContain("The last correction: September 2026 from 566 interventions to 5,000 interventions");
    expect(history.text).not.toContain("2026-09");
    expect((await talk.card(health, "recent changes")).text).toContain("September 2026: figure 5,000 interventions, before: 566 interventions");
    expect((await talk.card(health, "what is missing from me for Q3?", { at: "2026-12-02T10:00:00.000Z" })).text).toContain(
      "November 2026 and October 2026 · 1 late; the newest is open until 28 December 2026",
    );
  });
});
