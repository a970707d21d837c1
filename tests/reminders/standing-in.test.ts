/** What a deputy hears in somebody's place, also where the channel did not answer clearly. */
import { expect, test } from "vitest";
import type { KeptSettings } from "../../src/reminders/settings.js";
import { describeEachDatabase } from "../support/database.js";
import { planFile } from "../support/plan-files.js";
import { openReminderHarness } from "./reminder-harness.js";

const [lead, deputy] = ["lead@example.org", "deputy@example.org"];
const away = { from: "2027-02-25", to: "2027-03-05", deputy, by: lead, at: "2027-02-20T09:00:00.000Z" };
const plan = planFile({
  priority: {
    actions: [
      { id: "1.1.1", text: "Open late", lead, milestones: [{ due: "2027-02-01" }] },
      { id: "1.1.2", text: "Open early", lead: deputy, milestones: [{ due: "2027-04-12" }] },
    ],
    measures: [],
  },
});

describeEachDatabase("a deputy", (database) => {
  test.each([
    ["may not have reached them", { sent: true, code: "ECONNRESET" }],
    ["was refused", { statusCode: 403, code: "ConversationBlockedByUser" }],
  ])("hears it again when the message %s, also when the holiday is over by then", async (_, fault) => {
    const storage = await database.open();
    let fails = true;
    const channel = async () => {
      if (fails) throw Object.assign(new Error("as scripted"), fault);
    };
    const { reminders, heard, features } = await openReminderHarness(storage, { plan, managers: [], met: [lead, deputy], channel });
    await storage
      .collection<KeptSettings>("reminderSettings")
      .insert({ _id: `plan/${lead}`, plan: "plan", who: lead, revision: 1, recorded: true, holidays: [away] });
    for (const day of ["2027-02-26", "2027-03-01", "2027-03-08", "2027-03-10"]) await reminders.pass({ at: new Date(`${day}T09:31:00Z`) });
    expect(heard).toEqual([]);
    fails = false;
    await features.messages.met({ id: `id of ${deputy}`, email: deputy }, { person: deputy }, true);
    for (const day of ["2027-03-12", "2027-03-15"]) await reminders.pass({ at: new Date(`${day}T09:31:00Z`) });
    const theirs = heard.filter(({ to }) => to === deputy).map(({ text }) => text);
    expect(theirs.join("\n")).toMatch(/1\.1\.1[\s\S]*Of lead@example\.org, /);
    expect(theirs.join("\n").match(/1\.1\.1 /g)).toHaveLength(1);
  });
});
