/** What is asked of reminders, and wanting them otherwise. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPlan } from "../../../src/plan/import/index.js";
import { catalogueOf } from "../../../src/plan/index.js";
import type { Reading } from "../../../src/questions/desk.js";
import { hourIn, lengthIn, weekdaysIn } from "../../../src/questions/understanding/clock-words.js";
import { guideTo } from "../../../src/questions/understanding/guide.js";
import { understand } from "../../../src/questions/understanding/understand.js";

const { plan } = readPlan("libraries", readFileSync(new URL("../plans/libraries.json", import.meta.url), "utf8"));
const business = "business.lead@example.org";
const context = { plan, guide: guideTo(catalogueOf(plan), plan.title), today: "2026-11-24", asker: business };
const ask = (text: string, before: Reading[] = []): Reading[] => understand(text, { ...context, before });
const one = (text: string, before: Reading[] = []) => {
  const readings = ask(text, before);
  expect(readings.map(({ question }) => question)).toHaveLength(1);
  return [readings[0]?.question, readings[0]?.args];
};

const early = "early.years@example.org";
const tomorrow = { from: "2026-11-25", to: "2026-11-25", label: "tomorrow, 25 November 2026" };
type Rows = [string, string, Record<string, unknown>][];

describe("what goes out and went out", () => {
  const rows: Rows = [
    ["what will you send tomorrow", "reminders-ahead", { window: tomorrow }],
    ["What will you send tomorrow?", "reminders-ahead", { window: tomorrow }],
    ["who gets a reminder tomorrow", "reminders-ahead", { window: tomorrow }],
    ["which reminders go out tomorrow?", "reminders-ahead", { window: tomorrow }],
    ["will I get a reminder tomorrow", "reminders-ahead", { person: business, window: tomorrow }],
    [`what will you send ${early} tomorrow`, "reminders-ahead", { person: early, window: tomorrow }],
    ["what's going out tomorrow", "reminders-ahead", { window: tomorrow }],
    ["tomorrow's reminders", "reminders-ahead", { window: tomorrow }],
    ["who are you going to chase tomorrow", "reminders-ahead", { window: tomorrow }],
    ["what have you sent me", "reminders-sent", { person: business }],
    ["was Jo reminded", "reminders-sent", { name: "jo" }],
    ["have you reminded Jo yet?", "reminders-sent", { name: "jo" }],
    [`did ${early} get a reminder`, "reminders-sent", { person: early }],
    ["who was reminded of 2.3.1", "reminders-sent", { scope: "2.3.1" }],
    ["when did you last remind me", "reminders-sent", { person: business }],
    ["who cannot be reached", "reminders-unreachable", {}],
    ["who can't you reach?", "reminders-unreachable", {}],
    ["which messages could not be delivered", "reminders-unreachable", {}],
    ["my reminders", "my-reminders", {}],
    ["send reminders now", "reminders-now", {}],
    ["remind everyone now", "reminders-now", {}],
  ];
  it.each(rows)("%s", (text, question, args) => expect(one(text)).toEqual([question, args]));
});

describe("wanting reminders otherwise", () => {
  const rows: Rows = [
    ["pause reminders until 12 May because of the election", "reminders-pause", { until: "2027-05-12", note: "The election" }],
    ["pause reminders for Jo until 12 May", "reminders-pause", { name: "jo", until: "2027-05-12" }],
    [
      `pause reminders for ${early} until 12 May because she is on secondment`,
      "reminders-pause",
      { person: early, until: "2027-05-12", note: "She is on secondment" },
    ],
    ["no reminders for anyone until 4 January please", "reminders-pause", { until: "2027-01-04" }],
    ["put all reminders on hold until Monday", "reminders-pause", { until: "2026-11-30" }],
    ["resume reminders", "reminders-resume", {}],
    [`resume reminders for ${early}`, "reminders-resume", { person: early }],
    ["start the reminders again", "reminders-resume", {}],
    ["unpause", "reminders-resume", {}],
    ["remind me at 8", "reminders-own", { hour: "08:00" }],
    ["remind me at 4pm please", "reminders-own", { hour: "16:00" }],
    ["can you send my reminders at half past eight", "reminders-own", { hour: "08:30" }],
    ["remind me on Mondays only", "reminders-own", { days: [1] }],
    ["only remind me on Tuesdays and Thursdays", "reminders-own", { days: [2, 4] }],
    ["don't remind me on Fridays", "reminders-own", { days: [1, 2, 3, 4] }],
    ["no reminders on Fridays", "reminders-own", { days: [1, 2, 3, 4] }],
    ["I don't work Wednesdays", "reminders-own", { days: [1, 2, 4, 5] }],
    ["remind me on Mondays at 8", "reminders-own", { hour: "08:00", days: [1] }],
    ["my reminder settings", "reminders-own", {}],
    ["I am back from holiday", "reminders-own", { back: true }],
    ["I am on holiday until 20 August, Sam covers for me", "reminders-away", { until: "2027-08-20", name: "sam" }],
    ["I'm on leave from 3 to 14 August", "reminders-away", { from: "2027-08-03", until: "2027-08-14" }],
    [`I am away until 20 August, ${early} stands in for me`, "reminders-away", { until: "2027-08-20", deputy: early }],
    ["stop reminding me", "reminders-stop", {}],
    ["leave me alone", "reminders-stop", {}],
    ["unsubscribe", "reminders-stop", {}],
    ["snooze 2.3.1 until 1 June because the survey is late", "reminders-snooze", { action: "2.3.1", until: "2027-06-01", note: "The survey is late" }],
    ["snooze 2.3.1 for two weeks", "reminders-snooze", { action: "2.3.1", until: "2026-12-08" }],
    ["remind me about 2.3.1 in two weeks", "reminders-snooze", { action: "2.3.1", until: "2026-12-08" }],
    ["don't remind me about 2.3.1 until June", "reminders-snooze", { action: "2.3.1", until: "2027-06-30" }],
    ["2.3.1 is not mine", "reminders-not-mine", { action: "2.3.1" }],
    ["2.3.1 isn't mine because I moved to another team", "reminders-not-mine", { action: "2.3.1", note: "I moved to another team" }],
    ["I don't lead 2.3.1 any more", "reminders-not-mine", { action: "2.3.1" }],
    ["tell the managers about 2.3.1 because the builders are late", "reminders-answer", { action: "2.3.1", note: "The builders are late" }],
  ];
  it.each(rows)("%s", (text, question, args) => expect(one(text)).toEqual([question, args]));
});

describe("what is no reminder", () => {
  it.each([
    ["remind me who leads 2.3", "leads"],
    ["remind me what is due next month", "due"],
    ["remind me how 2.3 is doing", "standing"],
    ["what was due last month", "due"],
    ["who do I chase about carbon", "leads"],
    ["what's overdue and who do I chase for each?", "overdue"],
    ["i need to send in my staff retention number", "report-figure"],
    ["put 2.3.1 on hold", "standing"],
    ["who sends in the MECC numbers", "leads"],
    ["what have you got on 2.3", "standing"],
    ["report figures", "report-figure"],
    ["what is on my plate", "held"],
    ["stop 2.3.1", "standing"],
  ])("%s", (text, question) => expect(ask(text).map((it) => it.question)).toContain(question));
});

describe("clock words", () => {
  it.each([
    ["at 8", "08:00"],
    ["at 8:30", "08:30"],
    ["at 08.30", "08:30"],
    ["at 4", "16:00"],
    ["at 4 in the morning", "04:00"],
    ["at 6 pm", "18:00"],
    ["at 12 am", "00:00"],
    ["at noon", "12:00"],
    ["half past seven", "07:30"],
    ["quarter to nine", "08:45"],
    ["at 10 o clock", "10:00"],
    ["at nine", "09:00"],
    ["in 2 weeks", undefined],
    ["by 31 march", undefined],
    ["at 25:00", undefined],
  ])("%s is %s", (said, hour) => expect(hourIn(said)).toBe(hour));
  it.each([
    ["on mondays", [1]],
    ["monday to wednesday", [1, 2, 3]],
    ["not on fridays", [1, 2, 3, 4]],
    ["every working day", [1, 2, 3, 4, 5]],
    ["fridays are my day off", [1, 2, 3, 4]],
    ["at 8", undefined],
  ])("%s is %o", (said, days) => expect(weekdaysIn(said)).toEqual(days));
  it.each([
    ["for two weeks", "2026-12-08"],
    ["for a fortnight", "2026-12-08"],
    ["for 3 months", "2027-02-24"],
    ["for ever", undefined],
  ])("%s leads to %s", (said, day) => expect(lengthIn(said, "2026-11-24")).toBe(day));
});
