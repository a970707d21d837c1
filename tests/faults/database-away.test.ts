/** The database stalls, is cut off or lies dead behind open connections, under a bot that people talk to. */
import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { openTalk, type Talk, today } from "../conversations/talk.js";
import { databaseOf } from "../support/database.js";
import { whole } from "../support/fault-scale.js";
import { headOfService } from "../support/features.js";
import { patience } from "../support/pace.js";
import { type Relay, relayTo } from "../support/relay.js";
import { textOf } from "../support/teams.js";
import { answered, expectOnce, fill, press, receiptIn, type Sent, standing, untilAnswered } from "./ledger.js";

const rounds = 40;
const measures = ["1.1.m1", "1.2.m1", "1.4.m1", "2.3.m1", "2.3.m3", "3.1.m1", "3.3.m2"];

const LEAD = "business.lead@example.org";

describe.skipIf(!process.env.MONGODB_URI)("a database that does not answer", () => {
  const database = databaseOf("mongodb");
  let relay: Relay;
  let storage: Storage;
  let talk: Talk;

  beforeAll(async () => {
    const { mongodbUri = "" } = await database.place();
    const target = new URL(mongodbUri.replace("mongodb://", "http://"));
    relay = await relayTo(Number(target.port), target.hostname);
    target.host = `127.0.0.1:${relay.port}`;
    target.searchParams.set("directConnection", "true");
    storage = await openStorage({ mongodbUri: target.href.replace("http://", "mongodb://") });
    talk = await openTalk(storage);
    await ask();
  });
  afterAll(async () => {
    await talk.stop();
    await storage.close();
    relay.close();
  });
  beforeEach(() => {
    talk.chat.log.length = 0;
  });
  afterEach(() => {
    relay.thaw();
    relay.mend();
  });

  const ask = async () => {
    const from = performance.now();
    const { status, activityId, ...all } = await talk.chat.post(LEAD, { type: "message", text: "how is 2.3 doing", deliveryMode: undefined, timestamp: today });
    const replies = all.replies.filter(({ replyToId }) => replyToId === activityId);
    const text = replies.map(({ attachments = [] }) => attachments.map(({ content }) => textOf(content)).join("")).join("\n");
    return { status, text, replies: replies.length, ms: performance.now() - from };
  };
  const answeredAgain = async (): Promise<number> => {
    const from = performance.now();
    while (!(await ask()).text.includes("2.3 Deliver services")) if (performance.now() - from > 90_000) throw new Error("it does not come back");
    return performance.now() - from;
  };

  const away: [string, () => void, () => void][] = [
    ["stalls", () => relay.freeze(), () => relay.thaw()],
    ["is cut off", () => relay.cut(), () => relay.mend()],
  ];

  test.each(away)(
    "that %s: everybody is told within 2 seconds that nothing was saved, and answered within 5 seconds of its return",
    async (_, leave, comeBack) => {
      leave();
      const told = await Promise.all(Array.from({ length: 8 }, ask));
      for (const { status, text, replies, ms } of told) {
        expect([status, replies]).toEqual([200, 1]);
        expect(text).toContain("Nothing was saved");
        expect(ms).toBeLessThan(await patience(2_000));
      }
      comeBack();
      expect(await answeredAgain()).toBeLessThan(await patience(5_000));
      expect((await ask()).replies).toBe(1);
    },
  );

  test.each(away)("that %s under a press: an answer within 3 seconds, the card stays, and pressed again it is saved once", async (_, leave, comeBack) => {
    await answeredAgain();
    const [card] = await talk.ask(LEAD, "update 2.3.m1");
    if (!card) throw new Error("no form");
    const sent = fill(card);
    leave();
    const from = performance.now();
    const { sure, ...filled } = sent.typed;
    const { verb, data } = card.press("Save", filled);
    const outcome = await talk.chat.execute(LEAD, verb, { ...data, sure }, { at: today });
    expect(performance.now() - from).toBeLessThan(await patience(3_000));
    expect([outcome.status, answered(outcome)]).toEqual([200, undefined]);
    expect(JSON.stringify(outcome.body)).toContain("saved only once");
    comeBack();
    await answeredAgain();
    expect(await untilAnswered(() => press(talk.chat, LEAD, sent))).toContain("Saved");
    const { reports } = await standing(storage);
    expect(sent.values.map((value) => reports.get(value))).toEqual(sent.values.map(() => 1));
  });

  test("that stalls for 12 seconds while people go on asking: they are answered within 5 seconds of its return", async () => {
    await answeredAgain();
    relay.freeze();
    let frozen = true;
    const told: string[] = [];
    const asking = Array.from({ length: 3 }, async () => {
      while (frozen) {
        const { text } = await ask();
        if (frozen) told.push(text);
        await pause(60);
      }
    });
    await pause(12_000);
    frozen = false;
    relay.thaw();
    expect(await answeredAgain()).toBeLessThan(await patience(5_000));
    await Promise.all(asking);
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter((text) => !text.includes("Nothing was saved"))).toEqual([]);
  }, 60_000);

  test.skipIf(!whole)(
    `that goes and comes under presses, ${rounds} times: what has a receipt stands once, and pressed again everything does`,
    async () => {
      await answeredAgain();
      const sent: Sent[] = [];
      for (let round = 0; round < rounds; round++) {
        const forms = await Promise.all(measures.map(async (measure) => fill(await talk.card(headOfService, `update ${measure}`))));
        const presses = forms.map(async (one) => {
          await pause(randomInt(120));
          one.receipt = receiptIn(await press(talk.chat, headOfService, one));
        });
        await pause(randomInt(150));
        const [leave, comeBack] = (away[round % 2] as (typeof away)[number]).slice(1) as [() => void, () => void];
        leave();
        await pause(randomInt(round % 4 ? 400 : 3_500));
        comeBack();
        await Promise.all(presses);
        expect(await answeredAgain()).toBeLessThan(await patience(5_000));
        for (const one of forms) {
          const again = receiptIn(await press(talk.chat, headOfService, one));
          expect(again).toBeDefined();
          if (one.receipt) expect(again).toBe(one.receipt);
        }
        sent.push(...forms);
      }
      await expectOnce(storage, sent);
    },
    60_000 + rounds * 20_000,
  );

  test.each(["all", "but the watcher's"] as const)(
    "whose connections (%s) are dead but open: everybody is told in time, and it is found out by itself",
    async (which) => {
      await answeredAgain();
      relay.halfOpen(which);
      const { text, ms } = await ask();
      // A connection that nothing had come over yet is none of the dead: the database answers over it when it is asked whether it is there, so the turn waits for its own call.
      expect(text).toMatch(which === "all" ? /Nothing was saved/ : /Nothing was saved|2\.3 Deliver services/);
      expect(ms).toBeLessThan(await patience(which === "all" ? 2_000 : 4_500));
      expect(await answeredAgain()).toBeLessThan(await patience(5_000));
    },
  );
});
