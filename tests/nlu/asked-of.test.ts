import { describe, expect, it } from "vitest";
import { askingOf, inShort } from "./understood.js";

const leisure = askingOf("leisure");
const housing = askingOf("housing");
const health = askingOf("health");
const fire = askingOf("fire");

describe("what is asked of a measure", () => {
  it.each([
    [leisure, "what is the vacancy rate meant to be", "figure target 4.1.m1"],
    [leisure, "what are we shooting for on carbon emissions", "figure target 1.3.m2"],
    [leisure, "what's the goal for live memberships", "figure target 1.2.m1"],
    [leisure, "what did the vacancy rate stand at before we started", "figure baseline 4.1.m1"],
    [leisure, "what were carbon emissions to begin with", "figure baseline 1.3.m2"],
    [health, "is the sickness absence rate getting higher or lower", "figure trend C1.m1"],
    [fire, "what % of firefighters are we hoping will be women", "figure target 4.1.m3"],
    [leisure, "all the old numbers for complaints received", "history 4.2.m3"],
    [leisure, "every figure we've had for live memberships", "history 1.2.m1"],
    [leisure, "show all reported values for volunteer hours", "history 4.1.m3"],
    [leisure, "who puts the volunteer hours numbers in", "leads 4.1.m3"],
    [fire, "who is giving the numbers for vehicles off the road", "leads 4.2.m1"],
  ])("%#: %2$s", (ask, text, wanted) => expect(inShort(ask(text))).toBe(wanted));
});

describe("what leans on the turn before", () => {
  it.each([
    [["what is the vacancy rate now", "and what's it meant to be"], "figure target 4.1.m1"],
    [["what is the vacancy rate now", "wat was it to start with"], "figure baseline 4.1.m1"],
    [["what is the vacancy rate now", "baseline as well"], "figure baseline 4.1.m1"],
    [["what is the vacancy rate now", "and what are we meant to get it down to?"], "figure target 4.1.m1"],
    [["what is the vacancy rate now", "is that any good?"], "figure-good 4.1.m1"],
    [["what is the vacancy rate now", "is it getting better or worse"], "figure trend 4.1.m1"],
    [["what is the vacancy rate now", "And before, how was it?"], "history 4.1.m1"],
    [["how is 2.1 doing", "how is it measured?"], "measures 2.1"],
    [["how is 2.1.2 doing", "and what is measured there?"], "measures 2.1"],
    [["who leads 2.1", "what else does she have?"], "held priya.raman@example.org"],
    [["who leads 2.1.3", "what else does he look after"], "held gordon.baird@example.org"],
    [["what does Gordon Baird lead", "is anything of his overdue"], "overdue gordon.baird@example.org"],
  ])("%s", (turns, wanted) => expect(inShort(leisure(...turns))).toBe(wanted));
});

describe("how late something is", () => {
  it.each([
    ["By how much did the footpaths at Abbey Fields miss their date?", "how-late 2.1.2"],
    ["how many days over are the footpaths at abbey fields", "how-late 2.1.2"],
    ["How far behind schedule is the filtration plant, exactly?", "how-late 1.1.1"],
    ["how late did the wildflower meadows limp over the line", "how-late 2.4.2"],
    ["how badly did the reserves policy slip", "how-late 4.2.2"],
    ["how late is 2.1.2", "how-late 2.1.2"],
  ])("%s", (text, wanted) => expect(inShort(leisure(text))).toBe(wanted));
});

describe("which does best or worst", () => {
  it.each([
    ["which priority's romping away ahead of the rest?", "ranking best priorities"],
    ["which theme is leading the pack", "ranking best themes"],
    ["which priority is bottom of the class", "ranking worst priorities"],
  ])("%s", (text, wanted) => expect(inShort(leisure(text))).toBe(wanted));
});

describe("stages by their labels", () => {
  it.each([
    [leisure, "when is the pilot of the reservations platform due", "deadline Pilot 4.2.1"],
    [leisure, "portal for organisers, what date was the design stage", "deadline Design 3.1.2"],
    [health, "when is the rollout of the electronic patient record", "deadline Roll-out C4.1"],
    [fire, "when does the new mobilising system go live", "deadline Go-live 2.1.2"],
  ])("%#: %2$s", (ask, text, wanted) => expect(inShort(ask(text))).toBe(wanted));

  it("are asked back where several actions have one, and each choice is a press from its date", () => {
    const asked = housing("when's the roll out");
    expect(inShort(asked)).toBe("choose Roll out When is the Roll out of 1.2.2 due?|When is the Roll out of 2.2.1 due?|When is the Roll out of 4.3.3 due?");
    expect(inShort(housing("When is the Roll out of 2.2.1 due?"))).toBe("deadline Roll out 2.2.1");
  });
});
