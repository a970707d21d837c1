/** A plan of real size, as another organisation publishes it: imported, settled, asked about, reminded of and reported on by a manager who has only the file. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { driveOfSuite } from "../support/drive.js";
import { headOfService } from "../support/features.js";
import { inputsOf, send, talkOverSample } from "./sent-files.js";
import type { Talk } from "./talk.js";

const kofi = "kofi.osei@example.org";
const drive = driveOfSuite();
let talk: Talk;
beforeAll(async () => {
  talk = await talkOverSample();
});
afterAll(() => talk.stop());

test("from the file to a report", async () => {
  drive.served = readFileSync("tests/fixtures/published/housing-strategy.docx");
  const card = await send(talk, headOfService, [drive.file("housing-strategy.docx")]);
  expect(card.text).toContain("49 actions");
  expect([...inputsOf(card).keys()]).toEqual(
    expect.arrayContaining(["Which year they belong to", "Date for what has none", "Figures of what is printed twice"]),
  );
  expect(card.text).toMatch(/[1-9]\d* actions under \d+ priorities have no date/);
  const receipt = await talk.press(headOfService, card, "Import", { starts: "2025-04-01" });
  expect(receipt.text).toContain("Imported: Brackenford Housing Strategy 2025-2028: Delivery Plan");

  const people = await talk.card(headOfService, "who is who");
  const [first = ""] = [...inputsOf(people).keys()].filter((label) => label.startsWith("E-mail address of "));
  await talk.card(kofi, "hello");
  const named = await talk.press(headOfService, people, "Save", { [inputsOf(people).get(first)?.name ?? ""]: kofi });
  expect(named.text).toMatch(/Named: 1 person for \d+ items/);

  expect((await talk.card(headOfService, `what does ${kofi} lead`)).text).toMatch(/leads \d+ actions?/);
  expect((await talk.card(headOfService, "how is A1.2")).text).toMatch(/A1\.2[\s\S]*Lead/);
  expect((await talk.card(headOfService, "what is overdue in the whole plan")).text).toMatch(
    /overdue[\s\S]*\d+ of 49 actions have no clear date[\s\S]*no status has been reported/i,
  );
  expect((await talk.card(headOfService, "who has no lead")).text).toContain("are named only by job title or team");

  const digests = await talk.features.reminders.preview(new Date("2026-11-30T09:30:00.000Z"), { dayOf: "whole" });
  const forManager = digests.find(({ to }) => to === headOfService)?.items.map(({ why }) => why) ?? [];
  expect(forManager.join("\n")).toMatch(/\d+ actions have leads that are only a job title: please name them/);
  expect((await talk.card(headOfService, "report for 2026-27 Q2")).text).toContain("Brackenford");
});
