/** Which status is set, which end of a ranking is asked for, and values that are spelled out. */
import { describe, expect, it } from "vitest";
import { rankedBy } from "../../src/nlu/rules/count-rules.js";
import { readStates } from "../../src/nlu/states.js";
import { statusSaid } from "../../src/nlu/status-said.js";
import { spelledValue, valueSaid } from "../../src/nlu/value-said.js";
import { plainWords, withDigits } from "../../src/nlu/words.js";
import { askingOf, inShort } from "./understood.js";

const plain = (text: string) => withDigits(plainWords(text).join(" "));

describe("what a status is set to", () => {
  it.each([
    ["the meadow is struggling, amber like", "at-risk"],
    ["put the concert series to red, two acts dropped out", "off-track"],
    ["the app is in trouble, put it to off track", "off-track"],
    ["turn that amber, the supplier is stuck", "at-risk"],
    ["back to green, it was at risk", "on-track"],
    ["scrap it", "cancelled"],
    ["scrap the concert series, no money", "cancelled"],
    ["the refit is dead", "cancelled"],
    ["the orchestra folded, kill that one off", "cancelled"],
    ["I want the car park charges struck out", "cancelled"],
    ["it is not done after all", undefined],
    ["add a note: waiting for the builders", undefined],
  ])("%s: %s", (text, wanted) => {
    const ask = plain(text);
    expect(statusSaid({ ask, ...readStates(ask) })).toBe(wanted);
  });
});

describe("which statuses a list is of", () => {
  it.each([
    ["actions yet to commence", ["not-started"]],
    ["what nobody began", ["not-started"]],
    ["still on the starting line", ["not-started"]],
    ["which are badly off course", ["red"]],
    ["offtrack ones", ["red"]],
    ["the shaky ones", ["amber"]],
    ["how many are put to bed", ["complete"]],
    ["which are past their date", ["overdue"]],
    ["the ones not on time", ["overdue"]],
  ])("%s", (text, wanted) => expect(readStates(plain(text)).states).toEqual(wanted));
});

describe("which end of a ranking", () => {
  it.each([
    ["who is the star pupil", "best"],
    ["top performing priority", "best"],
    ["the most successful priority is which", "best"],
    ["which theme is in front", "best"],
    ["who gets the gold medal among the priorities", "best"],
    ["what is the top worry among the priorities", "worst"],
    ["laggards on top", "worst"],
    ["which priority is furthest behind", "worst"],
  ])("%s: %s", (text, wanted) => expect(rankedBy(plain(text)).end).toBe(wanted));
});

describe("values in words", () => {
  it.each([
    ["twenty six thousand three hundred downloads", "26300"],
    ["sixty four per cent online", "64"],
    ["I wish to enter seven leaks", "7"],
    ["one hundred and twelve visits", "112"],
    ["one more thing", undefined],
    ["two visits and three loans", undefined],
    ["three months ago", undefined],
  ])("%s: %s", (text, wanted) => expect(spelledValue(plain(text))).toBe(wanted));
  it("stays as it was typed", () => expect(valueSaid(plain("3,450 trees in the ground"))).toBe("3,450"));
});

describe("what is wanted of an action of a leisure trust's plan", () => {
  const ask = askingOf("leisure");
  it.each([
    ["scrap the wildflower meadows", "change-status 2.4.2 cancelled"],
    ["put 2.4.2 to red, the seed supplier dropped out", "change-status 2.4.2 The seed supplier dropped out off-track"],
  ])("%s", (text, wanted) => expect(inShort(ask(text))).toBe(wanted));
});
