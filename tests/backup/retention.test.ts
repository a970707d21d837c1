/** What is kept for a time is gone after it. */
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { startSweeping, sweep } from "../../src/backup/index.js";
import { createLogger } from "../../src/shared/logger.js";
import { openStorage } from "../../src/storage/index.js";
import { openTalk, today } from "../conversations/talk.js";
import { person } from "../support/teams.js";

const lead = "business.lead@example.org";
const later = (minutes: number) => new Date(Date.parse(today) + minutes * 60_000);
const at = (minutes: number) => ({ at: later(minutes).toISOString() });

test("the words of a conversation are dropped after an hour, what it was about after half a day", async () => {
  const storage = await openStorage();
  const talk = await openTalk(storage);
  const kept = async () => JSON.stringify(await storage.collection("conversations").find({}));
  await talk.card(lead, "2.3.1 is at risk because the zebra adviser left");
  await pause(50);
  await talk.features.assistant.forgetOld(later(59));
  expect(await kept()).toContain("zebra");
  await talk.features.assistant.forgetOld(later(61));
  expect(await kept()).not.toContain("zebra");
  expect(await kept()).toContain('"action":"2.3.1"');
  // What it was about still helps.
  expect((await talk.card(lead, "who leads it?", at(90))).text).toContain("2.3.1");
  await pause(50);
  await talk.features.assistant.forgetOld(later(90 + 13 * 60));
  expect(await storage.collection("conversations").count({})).toBe(0);
  await talk.stop();
});

test("whoever removes the bot leaves nothing behind that is no record", async () => {
  const storage = await openStorage();
  const talk = await openTalk(storage);
  await talk.card(lead, "hello");
  await talk.card(lead, "2.3.1 is at risk because the zebra adviser left");
  const own = async () => {
    const found = await Promise.all(["people", "whereabouts", "conversations"].map((name) => storage.collection(name).count({})));
    return found.join(" ");
  };
  await pause(50);
  expect(await own()).toBe("1 1 1");
  await talk.chat.post(lead, { type: "installationUpdate", action: "remove" }, { at: today });
  expect(await own()).toBe("0 0 0");
  await talk.stop();
});

test("somebody who takes the bot out of a team can still be written to in their own chat", async () => {
  const storage = await openStorage();
  const talk = await openTalk(storage);
  await talk.card(lead, "hello");
  const conversation = { id: "19:channel@thread.tacv2", conversationType: "channel", isGroup: true };
  await talk.chat.post(lead, { type: "installationUpdate", action: "remove", conversation }, { at: today });
  expect((await talk.features.messages.places([lead])).size).toBe(1);
  await talk.stop();
});

test("what somebody said in a team goes when they leave it", async () => {
  const storage = await openStorage();
  const talk = await openTalk(storage);
  await talk.card(lead, "how is 2.3 doing");
  await pause(50);
  const left = { type: "conversationUpdate", membersRemoved: [{ id: person(lead).id, aadObjectId: person(lead).aadObjectId }] };
  const conversation = { id: "19:channel@thread.tacv2", conversationType: "channel", isGroup: true };
  await talk.chat.post("owner@example.org", { ...left, conversation }, { at: today });
  expect(await storage.collection("conversations").count({})).toBe(0);
  await talk.stop();
});

test("who has not used the bot for as long as is set, and what went to whom before that, is dropped; what the next message hangs on stays", async () => {
  const storage = await openStorage();
  const now = new Date("2026-11-24T10:00:00Z");
  const put = (name: string, documents: object[]) => storage.collection(name).insertMissing(documents as never);
  await put("people", [
    { _id: "old", email: "old@example.org", checkedAt: "2026-08-01T00:00:00.000Z" },
    { _id: "new", email: "new@example.org", checkedAt: "2026-11-01T00:00:00.000Z" },
  ]);
  await put("reminderLog", [
    { _id: "plan/a/2024-01-01/digest", day: "2024-01-01" },
    { _id: "plan/a/2024-01-02/digest", day: "2024-01-02", newestOf: "plan/a" },
    { _id: "plan/b/2024-01-02/digest", day: "2024-01-02", troubleIn: "plan" },
    { _id: "plan/c/2024-01-02/digest", day: "2024-01-02", openIn: "plan" },
    { _id: "plan/a/2026-01-01/digest", day: "2026-01-01" },
  ]);
  await put("reminderDays", [{ _id: "a@example.org/2024-01-01" }, { _id: "a@example.org/2026-11-23" }]);
  await sweep(storage, { sent: 730, people: 90 }, now);
  const left = async (name: string) => (await storage.collection(name).find({}, { sort: { _id: 1 } })).map(({ _id }) => _id);
  expect(await left("people")).toEqual(["new"]);
  expect(await left("reminderLog")).toEqual(["plan/a/2024-01-02/digest", "plan/a/2026-01-01/digest", "plan/b/2024-01-02/digest", "plan/c/2024-01-02/digest"]);
  expect(await left("reminderDays")).toEqual(["a@example.org/2026-11-23"]);
});

test("a sweep that fails is made up for by the next, and none begins after the end", async () => {
  let runs = 0;
  const stop = startSweeping(
    async () => {
      if (++runs === 1) throw new Error("the database is away");
    },
    createLogger("silent"),
    { firstAfterMs: 1, everyMs: 1 },
  );
  while (runs < 2) await pause(5);
  await stop();
  const ended = runs;
  await pause(20);
  expect(runs).toBe(ended);
});
