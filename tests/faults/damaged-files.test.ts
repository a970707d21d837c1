/** Waymark started on an embedded database whose files are damaged: a plain refusal and a way out, never an empty plan and never the sample in its place. */
import { cp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { openTalk } from "../conversations/talk.js";
import { commandLine } from "../support/command-line.js";
import { headOfService } from "../support/features.js";
import { fill, press } from "./ledger.js";

const waymark = commandLine();
let sound: string;
let backup: string;
/** The figure that somebody reported, as answers show it. */
let reported: string;

beforeAll(async () => {
  sound = join(await waymark.folder(), "data");
  const storage = await openStorage({ folder: sound });
  const talk = await openTalk(storage);
  const form = fill(await talk.card(headOfService, "update 1.1.m1"));
  reported = new Intl.NumberFormat("en-GB").format(form.values[0] ?? 0);
  expect(await press(talk.chat, headOfService, form)).toContain("Saved");
  await talk.stop();
  await storage.close();
  backup = join(await waymark.folder(), "backup.jsonl");
  await writeFile(backup, (await waymark.run(["data", "export"], { DATA_DIR: sound })).out);
}, 60_000);

const copy = async () => {
  const place = join(await waymark.folder(), "data");
  await cp(sound, place, { recursive: true });
  return place;
};
const ask = (place: string) => waymark.run(["ask", "what is 1.1.m1", "--as", headOfService, "--at", "2026-11-24T10:00:00Z"], { DATA_DIR: place });
/** As a server; nothing is asked of it, so that it ends by itself only when it refuses to start. */
const served = (place: string, ...options: string[]) => waymark.run(["serve", ...options], { DATA_DIR: place, PORT: "0", REMINDERS: "off" });

describe("damaged figures", () => {
  test("stop every command, by file and line, without a stack", async () => {
    const place = await copy();
    await truncate(join(place, "figures.jsonl"), 0);
    for (const { code, out, err } of [await served(place), await waymark.run(["plan", "export"], { DATA_DIR: place })]) {
      expect([code, out]).toEqual([1, ""]);
      expect(err).toContain("figures.jsonl, line 1, ends too early");
      expect(err).not.toMatch(/ at .*:\d+:\d+/);
    }
  });

  test("are replaced by a backup, and kept under another name", async () => {
    const place = await copy();
    const garbage = Buffer.alloc(4_000, 0xff);
    await writeFile(join(place, "figures.jsonl"), garbage);
    expect((await ask(place)).code).toBe(1);
    expect(await waymark.run(["data", "import", backup, "--replace"], { DATA_DIR: place })).toMatchObject({ code: 0 });
    expect((await ask(place)).out).toContain(reported);
    const aside = (await readdir(place)).filter((name) => name.startsWith("figures.jsonl.damaged-"));
    expect(aside).toHaveLength(1);
    expect(await readFile(join(place, aside[0] ?? ""))).toEqual(garbage);
  });
});

describe("a lost plan over real figures", () => {
  test("is never replaced by the sample", async () => {
    const place = await copy();
    // As an earlier Waymark left it: nothing tells that there was more.
    await rm(join(place, "collections.json"));
    await truncate(join(place, "plans.jsonl"), 0);
    for (const { code, err } of [await served(place), await served(place, "--set-damaged-aside")]) {
      expect(code).toBe(1);
      expect(err).toContain("There is no plan in this database, but there are figures");
      expect(err).not.toMatch(/ at .*:\d+:\d+/);
    }
    await cp(join(sound, "plans.jsonl"), join(place, "plans.jsonl"));
    expect((await ask(place)).out).toContain(reported);
  });

  test("is told in plain words where only the plan's parts are gone", async () => {
    const place = await copy();
    await rm(join(place, "collections.json"));
    await rm(join(place, "planParts.jsonl"));
    const { code, err } = await served(place);
    expect(code).toBe(1);
    expect(err).toContain("The plan in this database is not whole");
    expect(err).not.toMatch(/ at .*:\d+:\d+/);
  });
});
