/** The database's server killed while forms are being saved through the front door, and started again: what was answered is there, once. */
import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { openTalk, type Talk } from "../conversations/talk.js";
import { whole } from "../support/fault-scale.js";
import { headOfService } from "../support/features.js";
import { documentdbOrSkip, type OwnServer, ownServer } from "../support/own-documentdb.js";
import { patience } from "../support/pace.js";
import { expectOnce, fill, press, receiptIn, type Sent, untilAnswered } from "./ledger.js";

const kills = whole ? 20 : 2;
/** Somebody for each, who reports one figure after the other. */
const measures = ["1.1.m1", "1.2.m1", "1.4.m1", "1.4.m2", "2.3.m1", "2.3.m3", "3.1.m1", "3.3.m2"];

const programs = documentdbOrSkip();

describe.skipIf(!programs)("a database that is killed under load", () => {
  let server: OwnServer;
  let storage: Storage;
  let talk: Talk;
  let over = false;
  const sent: Sent[] = [];
  const slowest = { press: 0, back: 0 };

  beforeAll(async () => {
    server = await ownServer(programs ?? "");
    storage = await openStorage({ mongodbUri: server.mongodbUri });
    talk = await openTalk(storage);
  });
  afterAll(async () => {
    await talk.stop();
    await storage.close();
    await server.drop();
  });

  /** Pressed again, as people are told to, until there is a receipt. */
  const report = async (one: Sent): Promise<void> => {
    while (!one.receipt) {
      const from = performance.now();
      one.receipt = receiptIn(await press(talk.chat, headOfService, one));
      slowest.press = Math.max(slowest.press, performance.now() - from);
      if (!one.receipt) await pause(100);
    }
  };
  const work = async (measure: string): Promise<void> => {
    while (!over) {
      const card = await talk.card(headOfService, `update ${measure}`).catch(() => undefined);
      if (!card?.names.length) {
        await pause(100);
        continue;
      }
      const one = fill(card);
      sent.push(one);
      await report(one);
    }
  };
  const answeredAgain = async (): Promise<number> => {
    const from = performance.now();
    const count = () => sent.filter(({ receipt }) => receipt).length;
    const before = count();
    while (count() === before) {
      if (performance.now() - from > 90_000) throw new Error("it does not come back");
      await pause(20);
    }
    return performance.now() - from;
  };

  test(
    `${kills} times: every receipt has its row, what had none is saved once when it is pressed again, and all is back within 5 seconds`,
    async () => {
      const workers = measures.map(work);
      for (let kill = 0; kill < kills; kill++) {
        await answeredAgain();
        await pause(randomInt(1_000));
        await server.kill();
        await pause(randomInt(kill % 4 ? 500 : 4_000));
        await server.start();
        slowest.back = Math.max(slowest.back, await answeredAgain());
      }
      over = true;
      await Promise.all(workers);
      process.stderr.write(`${kills} kills: ${sent.length} forms, slowest press ${slowest.press.toFixed(0)} ms, back after ${slowest.back.toFixed(0)} ms\n`);
      expect(slowest.press).toBeLessThan(await patience(3_000));
      expect(slowest.back).toBeLessThan(await patience(5_000));
      for (const one of sent) expect(receiptIn(await untilAnswered(() => press(talk.chat, headOfService, one)))).toBe(one.receipt);
      await expectOnce(storage, sent);
    },
    60_000 + kills * 30_000,
  );
});
