/** A manager is made, or is one no more, in one instance: what every other instance says and lets do is the same from that moment on. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { headOfService } from "../support/features.js";
import { openTalk, type Talk } from "./talk.js";

const KIM = "kim@example.org";
const PAUSE = "pause reminders until 12 May 2027";

let storage: Storage;
const instances: Talk[] = [];
beforeAll(async () => {
  storage = await openStorage();
  for (const _ of [1, 2, 3]) instances.push(await openTalk(storage));
});
afterAll(async () => {
  for (const talk of instances) await talk.stop();
  await storage.close();
});

const pressed = async (words: string, title: string) => {
  const [here] = instances;
  if (!here) throw new Error("no instance");
  return (await here.press(headOfService, await here.card(headOfService, words), title)).text;
};
/** Which instances give Kim what only a manager is given. */
const giveKimTheForm = () => Promise.all(instances.map(async (talk) => (await talk.card(KIM, PAUSE)).names.length > 0));

test("whoever is made a manager is one everywhere at once, and is none everywhere at once", async () => {
  expect(await giveKimTheForm()).toEqual([false, false, false]);
  expect(await pressed(`make ${KIM} a manager`, "Make a manager")).toContain("Kim");
  expect(await giveKimTheForm()).toEqual([true, true, true]);
  expect(await pressed(`${KIM} is not a manager any more`, "Not a manager any more")).toContain("Kim");
  expect(await giveKimTheForm()).toEqual([false, false, false]);
});
