import { expect, test } from "vitest";
import { openSentLog } from "../../src/reminders/commands/sent-log.js";
import { openReminderLog } from "../../src/reminders/reminder-log.js";
import { openStorage } from "../../src/storage/index.js";

test("what may not have arrived is found on the day itself, however many messages went", async () => {
  const storage = await openStorage();
  await openReminderLog(storage);
  const sentLog = await openSentLog(storage);
  const entry = (n: number, more: object) => ({
    _id: `plan/p${n}@example.org/2027-01-04/digest`,
    plan: "plan",
    person: `p${n}@example.org`,
    day: "2027-01-04",
    at: "",
    ...more,
  });
  const sent = Array.from({ length: 700 }, (_, n) => entry(n, { state: "delivered" }));
  await storage.collection("reminderLog").insertMissing([...sent, entry(700, { state: "unknown", troubleIn: "plan" })]);
  expect((await sentLog.troubled("plan", "2027-01-04")).map(({ person }) => person)).toEqual(["p700@example.org"]);
  expect(await sentLog.troubled("plan", "2027-01-05")).toEqual([]);
  await storage.close();
});
