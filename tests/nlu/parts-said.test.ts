import { describe, expect, it } from "vitest";
import { askingOf, inShort } from "./understood.js";

const leisure = askingOf("leisure");
const housing = askingOf("housing");
const health = askingOf("health");
const fire = askingOf("fire");
const libraries = askingOf("libraries");

describe("a theme by what it is called and what it is about", () => {
  it.each([
    [leisure, "how is the buildings theme doing", "standing 1"],
    [leisure, "which bits of the buildings theme havent been started", "actions 1 not-started"],
    [leisure, "anything overdue in the communities strand", "overdue 3"],
    [leisure, "the trust theme, how are we getting on", "standing 4"],
    [leisure, "how is the parks and trees theme doing", "standing 2"],
    [leisure, "what's due in the green theme before Christmas", "due 2 2026-11-24..2026-12-24"],
    [housing, "how's the safety side of things", "standing 2"],
    [housing, "status of the affordable strand", "standing 3"],
    [housing, "who leads the homes theme", "leads 1"],
    [health, "People, places and digital... how is it going", "standing C"],
    [health, "list amber actions under timely access", "actions A amber"],
    [health, "anything late in the safe care theme", "overdue B"],
    [health, "the mental health theme, how's it going", "standing B"],
    [fire, "how are things in the buildings workstream", "standing 3"],
    [fire, "how is the theme about prevention going", "standing 1"],
    [fire, "whats overdue on the kit side of things", "overdue 4"],
  ])("%#: %2$s", (ask, text, wanted) => expect(inShort(ask(text))).toBe(wanted));
});

describe("a priority by its whole name", () => {
  it.each([
    [housing, "how is the Colleagues priority doing", "standing 4.4"],
    [leisure, "how is the inclusion priority doing", "standing 3.3"],
    [leisure, "how is the wet side doing", "standing 1.1"],
    [leisure, "how is the events programme doing", "standing 3.1"],
  ])("%#: %2$s", (ask, text, wanted) => expect(inShort(ask(text))).toBe(wanted));
});

describe("two themes or priorities by their names", () => {
  it.each([
    [housing, "Is Safe and secure in better shape than Fair and affordable, or the other way about?", "compare 2|3"],
    [housing, "Give me Safe and secure against Growing and listening, side by side", "compare 2|4"],
    [health, "compare Timely access to care and People, places and digital", "compare A|C"],
    [leisure, "is park quality doing better than trees and biodiversity", "compare 2.1|2.4"],
  ])("%#: %2$s", (ask, text, wanted) => expect(inShort(ask(text))).toBe(wanted));
});

describe("statuses in everyday words", () => {
  it.each([
    ["which ones got canned", "actions plan cancelled"],
    ["what's been binned", "actions plan cancelled"],
    ["what've we chucked out altogether?", "actions plan cancelled"],
    ["What has been dropped altogether?", "actions plan cancelled"],
    ["which actions have we given up on", "actions plan cancelled"],
    ["any actions gone completely off the rails", "actions plan red"],
    ["show me everything thats red", "actions plan red"],
    ["what hasnt anyone even started on", "actions plan not-started"],
    ["which ones has nobody begun yet", "actions plan not-started"],
    ["how many's been binned", "count cancelled actions"],
    ["how many have been finished already", "count false complete actions"],
  ])("%s", (text, wanted) => expect(inShort(libraries(text))).toBe(wanted));

  it.each([
    ["kwame boatengs ambers", "actions kwame.boateng@example.org plan amber"],
    ["Farid's reds", "actions farid.nasser@example.org plan red"],
    ["which of Sheila's are at risk", "actions sheila.mccabe@example.org plan amber"],
  ])("of a person: %s", (text, wanted) => expect(inShort(leisure(text))).toBe(wanted));
});
