/** With one plan loaded nothing is looked up or written for the sake of others. */
import { expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { noting } from "../support/noting.js";
import { planFile } from "../support/plan-files.js";
import { openReminderHarness } from "./reminder-harness.js";

const lead = "lead@example.org";
const looks = "plans.get reminderLog.find plans.get reminderSettings.find managers.get reminderState.get reminderLog.find progress.find";
const writes = [
  "progress.find reminderLog.find whereabouts.find reminderLog.insert",
  "plans.get plans.get reminderSettings.find progress.find whereabouts.find plans.get managers.get progress.find",
  "conversationPace.get reminderPace.get reminderPace.insert conversationPace.get conversationPace.insert reminderLog.updateWhere reminderLog.updateWhere",
].join(" ");

test("a pass that writes to somebody, and one that has nothing to say", async () => {
  const { storage, calls } = noting(await openStorage());
  const plan = planFile({ action: { lead, timescale: "Year 2" }, priority: { measures: [] } });
  const { reminders } = await openReminderHarness(storage, { plan, managers: [], met: [lead] });
  const during = async (instant: string) => {
    calls.length = 0;
    const { sent } = await reminders.pass({ at: new Date(instant) });
    return [sent.length, calls.filter((call) => !call.endsWith("ensureIndex")).join(" ")];
  };
  expect(await during("2027-03-03T09:30:00Z")).toEqual([1, `${looks} ${writes} reminderState.get reminderState.insert`]);
  expect(await during("2027-03-03T09:31:00Z")).toEqual([0, `${looks} reminderState.get`]);
});
