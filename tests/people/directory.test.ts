/** Who somebody is holds for a day at most: people become guests, marry and move. */
import { beforeEach, expect, test } from "vitest";
import { type Directory, openDirectory, type RosterEntry } from "../../src/people/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";

const hour = 3_600_000;
const jane = { id: "jane", name: "Jane Smith" };

let storage: Storage;
let now: number;
let lookUps: number;
let roster: RosterEntry | undefined;
let directory: Directory;

beforeEach(async () => {
  storage = await openStorage();
  now = Date.parse("2026-11-24T10:00:00Z");
  lookUps = 0;
  roster = { email: "Jane.Smith@example.org", outsider: false };
  directory = openDirectory(storage, () => now);
});

const who = (person: { id: string; name?: string; account?: string } = jane, by = directory) =>
  by.whoIs(person, async () => {
    lookUps++;
    if (!roster) throw new Error("no roster");
    return roster;
  });

test("is asked once within a day, by all processes together", async () => {
  expect(await who()).toEqual({ ...jane, email: "jane.smith@example.org" });
  now += 23 * hour;
  expect(await who()).toMatchObject({ email: "jane.smith@example.org" });
  expect(
    await who(
      jane,
      openDirectory(storage, () => now),
    ),
  ).toMatchObject({ email: "jane.smith@example.org" });
  expect(lookUps).toBe(1);
});

test("a changed address is picked up the next day, by processes that knew the old one too", async () => {
  const other = openDirectory(storage, () => now);
  await who();
  await who(jane, other);
  roster = { email: "jane.jones@example.org", outsider: false };
  now += 24 * hour;
  expect(await who()).toMatchObject({ email: "jane.jones@example.org" });
  expect(await who(jane, other)).toMatchObject({ email: "jane.jones@example.org" });
  expect(lookUps).toBe(2);
  expect(await directory.addressOf("jane")).toBe("jane.jones@example.org");
});

test("a changed name is a reason to ask at once, once", async () => {
  await who();
  roster = { email: "jane.jones@example.org", outsider: false };
  const renamed = { id: "jane", name: "Jane Jones" };
  expect(await who(renamed)).toEqual({ ...renamed, email: "jane.jones@example.org" });
  expect(await who(renamed)).toEqual({ ...renamed, email: "jane.jones@example.org" });
  expect(await who({ id: "jane" })).toEqual({ id: "jane", email: "jane.jones@example.org", name: undefined });
  expect(lookUps).toBe(2);
});

test("two clients that spell a name in two ways do not have the roster asked for each message", async () => {
  for (let turn = 0; turn < 20; turn++) await who({ id: "jane", name: turn % 2 ? "Jane Smith" : "Smith, Jane" });
  expect(lookUps).toBeLessThanOrEqual(3);
});

test("another account of the same person is a reason to ask at once: they may come as a guest", async () => {
  await who({ ...jane, account: "29:staff" });
  expect(await who({ ...jane, account: "29:staff" })).toMatchObject({ email: "jane.smith@example.org" });
  expect(lookUps).toBe(1);
  roster = { outsider: true };
  const other = openDirectory(storage, () => now);
  expect(await who({ ...jane, account: "29:guest" }, other)).toMatchObject({ outsider: true });
  expect(lookUps).toBe(2);
});

test("who is a guest by then has no address, and what was kept of them is gone", async () => {
  await who();
  roster = { email: "jane.smith@example.org", outsider: true };
  now += 25 * hour;
  expect(await who()).toEqual({ ...jane, outsider: true });
  expect(await storage.collection("people").get("jane")).toBeUndefined();
  expect(await directory.addressOf("jane")).toBeUndefined();
});

test("without an answer the address of today holds, and that of yesterday does not", async () => {
  await who();
  roster = undefined;
  expect(await who({ id: "jane", name: "Jane Jones" })).toMatchObject({ email: "jane.smith@example.org" });
  now += 25 * hour;
  expect((await who()).email).toBeUndefined();
});

test("an address that was kept without its day is looked up anew", async () => {
  await storage.collection<{ _id: string; email: string }>("people").insert({ _id: "jane", email: "by.mail@example.org" });
  expect(await who()).toMatchObject({ email: "jane.smith@example.org" });
});
