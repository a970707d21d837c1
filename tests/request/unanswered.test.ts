/** Questions without an answer: kept as words alone, for 90 days, for managers. */
import { describe, expect, test } from "vitest";
import { openUnanswered } from "../../src/request/unanswered.js";
import { openStorage } from "../../src/storage/index.js";
import { talkOfEachTest } from "../conversations/talk.js";
import { headOfService } from "../support/features.js";

const sam = "sam.taylor@example.org";
const day = (date: string) => ({ at: `${date}T10:00:00.000Z` });

const talk = talkOfEachTest();

describe("a manager who asks what had no answer", () => {
  test("reads the words, how often and when, the last first, and not who asked", async () => {
    await talk.ask(sam, "frobnicate the zorgle?", day("2026-11-01"));
    await talk.ask(sam, "frobnicate the wibble", day("2026-11-02"));
    await talk.ask("tom.evans@example.org", "Frobnicate the ZORGLE?", day("2026-11-03"));
    await talk.ask(sam, "how is 2.3 doing", day("2026-11-03"));
    const { text } = await talk.card(headOfService, "what could you not answer?", day("2026-11-24"));
    expect(text).toContain("2 questions of the last 90 days had no answer.");
    expect(text).toMatch(/"Frobnicate the ZORGLE\?"\s+Asked 2 times, last on 3 November 2026[\s\S]*"frobnicate the wibble"\s+Asked once on 2 November 2026/);
    expect(text).not.toMatch(/sam|tom/i);
    expect(text).toContain("not who asked them");
  });

  test("no longer reads what is more than 90 days old, and it is removed", async () => {
    await talk.ask(sam, "frobnicate the zorgle?", day("2026-08-26"));
    await talk.ask(sam, "frobnicate the wibble", day("2026-08-25"));
    const { text } = await talk.card(headOfService, "unanswered questions", day("2026-11-24"));
    expect(text).toContain("zorgle");
    expect(text).not.toContain("wibble");
  });

  test("reads that all had an answer when none was kept", async () => {
    expect((await talk.card(headOfService, "which questions could you not answer")).text).toContain("Every question of the last 90 days had an answer.");
  });
});

test("anybody else is told who may see them", async () => {
  await talk.ask(sam, "frobnicate the zorgle?");
  const { text } = await talk.card(sam, "what could you not answer?");
  expect(text).toContain(`Only a manager (Head of Service) can see what had no answer.`);
  expect(text).not.toContain("zorgle");
});

test("whoever had no answer is told that the words are kept, and for how long", async () => {
  expect((await talk.card(sam, "frobnicate the zorgle?")).text).toContain("I keep the words of this question for ninety days, without your name");
});

test("the same words at the same moment count twice in one entry; long ones are cut", async () => {
  const unanswered = openUnanswered(await openStorage());
  const at = new Date("2026-11-24T10:00:00Z");
  await Promise.all([unanswered.keep("a  lot", at), unanswered.keep("A lot ", at), unanswered.keep("x".repeat(5_000), at), unanswered.keep("   ", at)]);
  const all = await unanswered.all(at);
  expect(all.map(({ text, times }) => [text.toLowerCase().slice(0, 5), text.length, times]).sort()).toEqual([
    ["a lot", 5, 2],
    ["xxxxx", 300, 1],
  ]);
});
