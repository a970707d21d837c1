import { expect, test } from "vitest";
import { whyNothing } from "../../src/reminders/commands/why-nothing.js";
import { calendarOf, type ReminderSettings } from "../../src/reminders/index.js";

const by = { by: "x@example.org", at: "2026-12-01T09:00:00.000Z" };
const [me, other] = ["me@example.org", "other@example.org"];
const calendar = calendarOf({ nation: "england", closed: ["2026-12-29"] });
const settings = new Map<string, ReminderSettings>([
  ["everyone", { pauses: [{ from: "2027-05-03", until: "2027-05-10", why: "election", ...by }] }],
  [
    me,
    {
      rhythms: [{ from: "2026-12-01", days: [4], ...by }],
      holidays: [{ from: "2027-02-01", to: "2027-02-07", ...by }],
      snoozes: [{ key: "1.1.1/0", from: "2027-01-01", until: "2027-01-08", why: "waits", ...by }],
    },
  ],
  [other, { pauses: [{ from: "2027-02-01", until: "2027-02-08", why: "ill", ...by }] }],
]);

test.each<[string, string[], string | undefined, string]>([
  ["a weekend", ["2026-12-26"], me, "reminders go on working days only."],
  ["a bank holiday", ["2026-12-28"], undefined, "that is Boxing Day, and reminders go on working days only."],
  ["a closure", ["2026-12-29"], me, "that is a day on which the organisation is closed, and reminders go on working days only."],
  ["days off in a row", ["2026-12-25", "2026-12-26", "2026-12-27"], me, "reminders go on working days only."],
  ["a pause of everyone", ["2027-05-04"], me, "all reminders are paused then."],
  ["one's own holiday", ["2027-02-04"], me, "you are away then."],
  ["somebody's pause", ["2027-02-04"], other, "theirs are paused then."],
  ["none of one's days", ["2027-03-02"], me, "yours come on Thursdays only."],
  ["a snooze", ["2027-01-07"], me, "nothing is due then that is not snoozed."],
  ["nothing due", ["2027-03-04"], me, "nothing is due then."],
  ["nothing due, some of the days being off", ["2027-03-04", "2027-03-05", "2027-03-06"], other, "nothing is due then."],
  ["nothing due to anybody", ["2027-03-04"], undefined, "nothing is due then."],
  ["somebody away", ["2027-02-04"], undefined, "nothing is due then that is not held back."],
])("%s", (_, days, to, why) => {
  expect(whyNothing({ calendar, settings }, days, to, me)).toBe(why);
});
