import { describe, expect, it } from "vitest";
import { valueSaid } from "../../src/nlu/value-said.js";
import { askingOf, inShort } from "./understood.js";

const leisure = askingOf("leisure", { asker: "farid.nasser@example.org" });
const housing = askingOf("housing");
const health = askingOf("health");

describe("the figure that a text gives", () => {
  it.each([
    ["it is 428 not 431", "428"],
    ["not 431 but 428", "428"],
    ["from 431 to 428", "428"],
    ["should be 12.5 instead of 11.5", "12.5"],
    ["stick 500 in for charge points", "500"],
    ["⟦0⟧ bike count 1455", "1455"],
    ["energy bill of £19,400", "£19,400"],
    ["children over 65 came to 30", "30"],
    ["«0» : 45", "45"],
    ["in the last 3 months we ran 12", "12"],
    ["people over 65", undefined],
    ["nothing of the kind", undefined],
  ])("%s", (line, value) => expect(valueSaid(line)).toBe(value));
});

describe("figures in free words", () => {
  it.each([
    [leisure, "stick 4,120 in for trees planted to date", "report-figure 2.4.m1 4,120"],
    [leisure, "trees planted to date is 4,120, can you put that in", "report-figure 2.4.m1 4,120"],
    [leisure, "pop 38 in for complaints received", "report-figure 4.2.m3 38"],
    [leisure, "correct the vacancy rate, it is 8.2 not 9.1", "report-figure 4.1.m1 8.2"],
    [leisure, "October aquatic attendances 1455 stick it in", "report-figure 1.1.m1 1455 2026-10-01..2026-10-31"],
    [health, "the hand hygiene compliance figure is wrong, it was 92 not 29", "report-figure B4.m2 92"],
  ])("%#: %2$s", (ask, text, wanted) => expect(inShort(ask(text))).toBe(wanted));
});

describe("changes in free words", () => {
  it.each([
    [leisure, "put the abbey fields footpaths to amber", "change-status 2.1.2 at-risk"],
    [leisure, "1.3.1 to amber pls, panels are stuck at customs", "change-status 1.3.1 Panels are stuck at customs at-risk"],
    [leisure, "the reserves policy went in this morning, tick it off", "mark-done 4.2.2"],
    [leisure, "volunteering strategy has been adopted, mark it as done", "mark-done 4.1.3"],
    [leisure, "we opened the hoist at Marlow Road yesterday so thats finished", "mark-done 1.1.3"],
    [housing, "We've now signed the homelessness protocol, please tick it off.", "mark-done 3.2.3"],
  ])("%#: %2$s", (ask, text, wanted) => expect(inShort(ask(text))).toBe(wanted));
});
