/** A little of the soak, in one process and as fast as it goes: what its turns leave in memory after the collector has been. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importSample } from "../../src/imports/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { openTalk, type Talk } from "../conversations/talk.js";
import { openFeatures } from "../support/features.js";
import { shown } from "../support/form.js";
import { type SoakTurn, turnNumbered } from "./day.js";

/** Reports are kept and caches fill for a while: 1.2 MB. With replies that somebody holds on to it is 8. */
const turns = 600;
const mostMegabytes = 2;
/** What leaks does so in every round; what is loaded once, or is left of another file's tests in the same process, does not. */
const rounds = 3;
/** Until everybody was there once. */
const warmUp = 300;
const atOnce = 8;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const heap = async (): Promise<number> => {
  // What ends in a finaliser is gone only after another turn of the loop.
  for (let again = 0; again < 4; again++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

let storage: Storage;
let talk: Talk;
beforeAll(async () => {
  storage = await openStorage();
  // As `serve` does on an empty database.
  await importSample(await openFeatures(storage), new Date());
  talk = await openTalk(storage);
});
afterAll(async () => {
  await talk.stop();
  await storage.close();
});

async function take({ who: { email }, kind, text }: SoakTurn): Promise<void> {
  if (kind === "outsider") {
    expect((await fetch(talk.chat.bot, { method: "POST", body: '{"foo":1}' })).status).toBe(400);
    return;
  }
  const { status, replies } = await talk.chat.say(email, text);
  expect([status, replies.length]).toEqual([200, 1]);
  if (kind !== "form") return;
  const { verb, data } = shown(replies[0]?.attachments?.[0]?.content).press("Save", { value0: "101", why0: "Counted again." });
  expect((await talk.chat.execute(email, verb, data)).status).toBe(200);
}

async function run(from: number, count: number): Promise<void> {
  let next = from;
  const one = async () => {
    while (next < from + count) await take(turnNumbered(next++));
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  // The Teams side keeps what it was asked.
  talk.chat.calls.length = 0;
  talk.chat.log.length = 0;
}

test(`${turns} turns leave less than ${mostMegabytes} MB`, { timeout: 240_000 }, async () => {
  await run(0, warmUp);
  const left: number[] = [];
  for (let round = 0; round < rounds && !left.some((one) => one < mostMegabytes); round++) {
    const before = await heap();
    await run(warmUp + round * turns, turns);
    left.push((await heap()) - before);
  }
  expect(Math.min(...left), `${left.join(", ")} MB in the rounds`).toBeLessThan(mostMegabytes);
});
