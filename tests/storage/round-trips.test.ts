/** How many round trips in a row to a MongoDB people wait for, and that what is begun ahead of its answer is never answered when it is old. */
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { importPlan } from "../../src/imports/index.js";
import type { Plan } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { openTalk, type Talk, today } from "../conversations/talk.js";
import { databaseOf } from "../support/database.js";
import { type Features, headOfService, openFeatures } from "../support/features.js";
import { type ShownCard, shown } from "../support/form.js";
import { planOfSize } from "../support/plans-of-size.js";
import { type Waves, wavesTo } from "../support/waves.js";

const lead = "somebody.else@example.org";
/** Until what a turn leaves behind, which nobody waits for, is written. */
const SETTLED_MS = 300;

const becomes = (source: Plan, target: Plan) => {
  for (const key of Object.keys(target)) delete (target as Partial<Plan>)[key as keyof Plan];
  Object.assign(target, source);
};

describe.skipIf(!process.env.MONGODB_URI)("people wait for MongoDB", () => {
  const database = databaseOf("mongodb");
  const open = async (size: number) => {
    const place = await database.place();
    const uri = new URL(place.mongodbUri ?? "");
    const relay = await wavesTo(Number(uri.port || 27_017), uri.hostname);
    uri.host = `127.0.0.1:${relay.port}`;
    const storage = await openStorage({ mongodbUri: uri.href });
    const talk = await openTalk(storage, { change: (plan) => becomes(planOfSize({ priorities: size, quarters: 6 }), plan) });
    return { relay, storage, talk, place };
  };

  describe.each([8, 240])("with a plan of %i priorities", (size) => {
    let relay: Waves;
    let storage: Storage;
    let talk: Talk;
    beforeAll(async () => {
      ({ relay, storage, talk } = await open(size));
      // Whoever is met for the first time is looked up in the roster.
      await say("hello");
    });
    afterAll(async () => {
      await talk.stop();
      await storage.close();
      relay.close();
    });

    /** As Teams sends it: the answer is posted, and it may come a second time. */
    const posted = (text: string) => talk.chat.post(headOfService, { type: "message", text, textFormat: "plain", deliveryMode: undefined }, { at: today });
    const say = async (text: string): Promise<{ card: ShownCard; trips: number }> => {
      const { result, waves } = await relay.count(() => posted(text));
      await pause(SETTLED_MS);
      return { card: shown(result.replies[0]?.attachments?.[0]?.content), trips: waves.length };
    };
    const press = async (verb: string, data: unknown): Promise<{ card: ShownCard; trips: number }> => {
      const { result, waves } = await relay.count(() => talk.chat.execute(headOfService, verb, data, { at: today }));
      await pause(SETTLED_MS);
      return { card: shown((result.body as { value: Record<string, unknown> }).value), trips: waves.length };
    };

    it.each([
      ["how is 1.2 doing", "1.2 Title 1.2"],
      ["what is overdue", "overdue"],
      ["what is the latest figure for 2.1.m1", "2026-27 Q2"],
      ["what is due next month", "due"],
      ["how many actions are there", "There are"],
      ["which figures are missing", "figure"],
    ])("once for a question: %s", async (text, expected) => {
      await say("how is 2.2 doing");
      const { card, trips } = await say(text);
      expect(card.text).toContain(expected);
      expect(trips).toBe(1);
    });

    it("once for the first question after minutes of silence, when nothing that was looked up a moment ago counts any more", async () => {
      await say("what is overdue");
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10 * 60_000 });
      try {
        const { card, trips } = await say("who leads 1.2");
        expect(card.text).toContain("1.2");
        expect(trips).toBe(1);
        vi.setSystemTime(Date.now() + 10 * 60_000);
        expect((await say("what is overdue")).trips).toBe(1);
      } finally {
        vi.useRealTimers();
      }
    });

    it("once for a form, twice for a figure that is saved, once for a card that is brought up to date", async () => {
      const opened = await say("correct the figure for 1.1.m1");
      expect(opened.card.text).toContain("Correct the figure for 1.1.m1");
      const { verb, data } = opened.card.press("Save", { value0: "7", why0: "A branch was left out" });
      const saved = await press(verb, data);
      expect(saved.card.text).toContain("7");
      const again = await press("figures.form", { measures: ["1.1.m1"] });
      expect(again.card.text).toContain("Reported: 7");
      const standing = await say("how is 1.2 doing");
      const { action } = standing.card.card.refresh as { action: { verb: string; data: unknown } };
      const refreshed = await press(action.verb, action.data);
      expect(refreshed.card.text).toContain("Title 1.2");
      expect({ form: opened.trips, saved: saved.trips, formByButton: again.trips, refresh: refreshed.trips }).toEqual({
        ...{ form: 1, saved: 2, formByButton: 1, refresh: 1 },
      });
    });
  });

  describe("and never hear what another process has changed meanwhile", () => {
    let relay: Waves;
    let storage: Storage;
    let beside: Storage;
    let talk: Talk;
    let other: Features;
    beforeAll(async () => {
      const opened = await open(8);
      ({ relay, storage, talk } = opened);
      beside = await openStorage(opened.place);
      other = await openFeatures(beside);
      await talk.card(headOfService, "how is 1.2 doing");
    });
    afterAll(async () => {
      await talk.stop();
      await Promise.all([storage.close(), beside.close()]);
      relay.close();
    });

    it("a plan that was put in force", async () => {
      const next = readPlan("next.json", JSON.stringify(planOfSize({ priorities: 8, quarters: 6, wording: "second" })));
      await importPlan(other, next, { by: headOfService, at: new Date("2026-11-01T09:00:00Z") });
      const cards = await Promise.all(["how is 1.2 doing", "how is 1.1 doing"].map((text, place) => talk.card(place ? lead : headOfService, text)));
      for (const { text } of cards) expect(text).toContain("of the second version");
      expect((await talk.card(headOfService, "report the figure for 1.1.m1")).text).toContain("Number of second visits 1");
    });

    it("who is a manager", async () => {
      const refused = "Only a manager";
      expect((await talk.card(lead, "freeze the plan")).text).toContain(refused);
      const [known] = await other.plans.all();
      const appoint = (manages: boolean) =>
        other.managers.appoint({
          ...{ id: randomUUID(), plan: known?.id ?? "", email: lead, manages, at: new Date(today), through: "test" },
          author: { email: headOfService, id: headOfService },
        });
      await appoint(true);
      expect((await talk.card(lead, "freeze the plan")).text).not.toContain(refused);
      await appoint(false);
      expect((await talk.card(lead, "freeze the plan")).text).toContain(refused);
    });

    it("what was said before in the same conversation", async () => {
      const twin = await openTalk(beside);
      try {
        await talk.card(headOfService, "how is 1.2 doing");
        await twin.card(headOfService, "how is 1.1 doing");
        await pause(SETTLED_MS);
        expect((await talk.card(headOfService, "who leads it?")).text).toContain("1.1");
      } finally {
        await twin.stop();
      }
    });

    it("a message that another process has answered is not answered again, nor counted", async () => {
      const twin = await openTalk(beside);
      try {
        const fields = { type: "message", text: "flurb the wibble quux", id: randomUUID(), deliveryMode: undefined };
        const first = await talk.chat.post(headOfService, fields, { at: today });
        expect(first.replies).toHaveLength(1);
        await pause(SETTLED_MS);
        const second = await twin.chat.post(headOfService, fields, { at: today });
        expect([second.status, second.replies.length]).toEqual([200, 0]);
        await pause(SETTLED_MS);
        const kept = await beside.collection<{ _id: string; text: string; times: number }>("unanswered").find({});
        expect(kept.filter(({ text }) => text.includes("flurb")).map(({ times }) => times)).toEqual([1]);
      } finally {
        await twin.stop();
      }
    });
  });
});
