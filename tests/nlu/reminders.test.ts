/** What is asked of reminders, and wanting them otherwise. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Interpretation } from "../../src/assistant/assistant.js";
import { hourIn, lengthIn, weekdaysIn } from "../../src/nlu/clock-words.js";
import { planIndexOf } from "../../src/nlu/plan-index.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { understood } from "./understood.js";

const { plan } = readPlan("libraries", readFileSync(new URL("../questions/plans/libraries.json", import.meta.url), "utf8"));
const business = "business.lead@example.org";
const context = { plan, planIndex: planIndexOf(catalogueOf(plan), plan.title), today: "2026-11-24", asker: business };
const ask = (text: string, before: Interpretation[] = []): Interpretation[] => understood(text, { ...context, before });
const one = (text: string, before: Interpretation[] = []) => {
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

describe("said in people's own words", () => {
  it.each<[string, string]>([
    ["whats lined up to go out tomorrow morning", "reminders-ahead"],
    ["who's on your list for tomorrow", "reminders-ahead"],
    ["give me a heads up on tomorrow's nudges", "reminders-ahead"],
    ["what are people going to get from you next monday", "reminders-ahead"],
    ["when is my next reminder", "reminders-ahead"],
    ["is early.years@example.org going to be reminded this week", "reminders-ahead"],
    ["will anyone be nudged on friday", "reminders-ahead"],
    ["did anything go out to early.years@example.org last week", "reminders-sent"],
    ["show the reminders you sent to early.years@example.org", "reminders-sent"],
    ["has the history centre been told about 1.2.2", "reminders-sent"],
    ["how many times have you reminded me", "reminders-sent"],
    ["list of everything you sent out yesterday", "reminders-sent"],
    ["did my reminder go out", "reminders-sent"],
    ["who hasn't got the bot yet", "reminders-unreachable"],
    ["which leads can you not message", "reminders-unreachable"],
    ["what failed to send", "reminders-unreachable"],
    ["we're shut over christmas, don't remind anybody until 4 january", "reminders-pause"],
    ["election period: silence all reminders until 7 May", "reminders-pause"],
    ["pls put the nudges on ice until the new year", "reminders-pause"],
    ["early.years@example.org is off sick, stop chasing her until march", "reminders-pause"],
    ["give everyone a break from reminders for two weeks", "reminders-pause"],
    ["reminders can start again", "reminders-resume"],
    ["lift the pause", "reminders-resume"],
    ["switch the nudges back on please", "reminders-resume"],
    ["could you ping me after lunch instead, say 1:30", "reminders-own"],
    ["make my reminders come first thing at 7", "reminders-own"],
    ["i only work tuesday to thursday", "reminders-own"],
    ["mondays are bad for me, remind me on tuesdays", "reminders-own"],
    ["what time do my reminders come", "reminders-own"],
    ["weekly is enough, only remind me on Mondays", "reminders-own"],
    ["im away next week", "reminders-away"],
    ["on annual leave 3-14 august, anna.smith@example.org is standing in", "reminders-away"],
    ["going on maternity leave until march 2027", "reminders-away"],
    ["i won't be in from 1 to 12 december", "reminders-away"],
    ["my deputy while I'm off is anna.smith@example.org", "reminders-away"],
    ["back at work today", "reminders-own"],
    ["give it a rest", "reminders-stop"],
    ["these messages are annoying, make them stop", "reminders-stop"],
    ["how do i opt out", "reminders-stop"],
    ["i dont want you to remind me any more", "reminders-stop"],
    ["park 2.3.1 till june, the survey isn't back", "reminders-snooze"],
    ["bring 2.3.1 up again in a month", "reminders-snooze"],
    ["don't bug me about 2.3.1 before easter", "reminders-snooze"],
    ["2.3.1 can wait until march", "reminders-snooze"],
    ["hold 2.3.1 for 3 weeks because the room is flooded", "reminders-snooze"],
    ["2.3.1 has nothing to do with me", "reminders-not-mine"],
    ["i was never the lead for 2.3.1", "reminders-not-mine"],
    ["wrong person for 2.3.1", "reminders-not-mine"],
    ["pass 2.3.1 on to someone else, I left that team", "reminders-not-mine"],
    ["let the managers know 2.3.1 is late because of the builders", "reminders-answer"],
    ["push out today's reminders right away", "reminders-now"],
    ["can you get the reminders out now", "reminders-now"],
    ["give early.years@example.org a nudge", "reminders-ask"],
    ["get an update from the lead of 2.3.1", "reminders-ask"],
    ["poke early.years@example.org about 1.1.2", "reminders-ask"],
    ["what do i need to answer", "my-reminders"],
    ["show my to do from you", "my-reminders"],

    ["anything scheduled to be sent on monday?", "reminders-ahead"],
    ["run me through what you'll be sending people tomorrow", "reminders-ahead"],
    ["who hears from the bot tomorrow", "reminders-ahead"],
    ["is anybody due a nudge on friday", "reminders-ahead"],
    ["will early.years@example.org hear from you tomorrow", "reminders-ahead"],
    ["what's in my digest on monday", "reminders-ahead"],
    ["and have they been reminded", "reminders-sent"],
    ["when did early.years@example.org last hear from you", "reminders-sent"],
    ["did you nag me last week", "reminders-sent"],
    ["what was in the message you sent me yesterday", "reminders-sent"],
    ["who has had a reminder so far this month", "reminders-sent"],
    ["anyone you can't get hold of?", "reminders-unreachable"],
    ["who has not said hello to you yet", "reminders-unreachable"],
    ["which reminders didn't get through", "reminders-unreachable"],
    ["no messages to anyone over christmas until 4 january please", "reminders-pause"],
    ["can you shut up until the 12th of may, there's an election", "reminders-pause"],
    ["suspend reminders for early.years@example.org, she's on jury service until 10 january", "reminders-pause"],
    ["freeze all nudges until we reopen on 4 january", "reminders-pause"],
    ["carry on reminding people", "reminders-resume"],
    ["undo the pause", "reminders-resume"],
    ["early mornings suit me better, remind me at half seven", "reminders-own"],
    ["could you do my reminders at 16:00", "reminders-own"],
    ["only bother me on wednesdays", "reminders-own"],
    ["never on a friday please, reminders i mean", "reminders-own"],
    ["which days do you remind me", "reminders-own"],
    ["off until monday", "reminders-away"],
    ["hols until 20 august, anna.smith@example.org has got it", "reminders-away"],
    ["i'm out from tomorrow until friday", "reminders-away"],
    ["on secondment until june", "reminders-away"],
    ["i've returned from leave", "reminders-own"],
    ["no more of these please", "reminders-stop"],
    ["i want out of these reminders", "reminders-stop"],
    ["can you leave me in peace", "reminders-stop"],
    ["nudge me on 2.3.1 in three weeks", "reminders-snooze"],
    ["shush about 2.3.1 until easter", "reminders-snooze"],
    ["remind me of 2.3.1 after the summer", "reminders-snooze"],
    ["snooze that one until june", "reminders-snooze"],
    ["that's someone else's, 2.3.1 isn't my action", "reminders-not-mine"],
    ["I've handed 2.3.1 over to someone else", "reminders-not-mine"],
    ["reassign 2.3.1 please, not me", "reminders-not-mine"],
    ["fire off the reminders straight away", "reminders-now"],
    ["send everyone their reminders this minute", "reminders-now"],
    ["can you chivvy early.years@example.org", "reminders-ask"],
    ["ask whoever leads 2.3.1 how it's going", "reminders-ask"],
    ["chase up 1.1.2", "reminders-ask"],
    ["what are you waiting on me for", "my-reminders"],
    ["what have i got outstanding with you", "my-reminders"],
  ])("%s", (text, question) => expect(ask(text)[0]?.question).toBe(question));
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
    ["who sends in the MECC numbers", "leads"],
    ["report figures", "report-figure"],
    ["what is on my plate", "held"],
  ])("%s", (text, question) => expect(ask(text).map((it) => it.question)).toContain(question));
  it.each(["what have you got on 2.3", "stop 2.3.1", "put 2.3.1 on hold"])("%s is about the item", (text) =>
    expect(JSON.stringify(ask(text)[0]?.args)).toContain("2.3"),
  );
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
