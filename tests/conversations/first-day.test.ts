/** The first day with one's own plan: what is left to do after an import, and how a plan comes in. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { driveOfSuite } from "../support/drive.js";
import { headOfService } from "../support/features.js";
import { send, talkOverSample } from "./sent-files.js";
import type { Talk } from "./talk.js";

const csv = `Priority,Ref,Action,Lead,By when,KPI
Priority 1: Open spaces,1.1,Mend the bandstand,parks.lead@example.org,March 2026,Number of concerts
Priority 1: Open spaces,1.2,Draw up a map of paths,Parks Manager,March 2027,
Priority 2: Play areas,2.1,Check every swing,,May 2027,
Priority 2: Play areas,2.2,Open a splash pad,Parks Manager,TBC,
`;

const drive = driveOfSuite();
let talk: Talk;
let receipt: string;
beforeAll(async () => {
  talk = await talkOverSample();
  drive.served = Buffer.from(csv);
  const card = await send(talk, headOfService, [drive.file("parks-plan.csv")]);
  receipt = (await talk.press(headOfService, card, "Import", { starts: "2025-04-01" })).text;
});
afterAll(() => talk.stop());

test("the receipt of an import is a checklist", () => {
  expect(receipt).toContain("What is left to do (nothing is urgent):");
  expect(receipt).toMatch(/1 lead or reporter is named only by job title or team/);
  expect(receipt).toMatch(/1 action without a lead: 2\.1/);
  expect(receipt).toMatch(/1 action not yet reported: 1\.1/);
  expect(receipt).toMatch(/1 action has no clear date/);
  expect(receipt).toMatch(/1 measure to set up: 1\.m1/);
  expect(receipt).toMatch(/1 person is named who has not opened Waymark: Parks Lead[\s\S]*say hello/);
  expect(receipt).toMatch(/They start on the next working day\. Leads hear 28 and 7 days before a date/);
});

test("it can be asked for at any time, and gets shorter", async () => {
  const before = await talk.card(headOfService, "What is left to set up?");
  expect(before.text).toMatch(/What is left to set up: Action plan[\s\S]*1 action not yet reported: 1\.1/);
  await talk.card("parks.lead@example.org", "hello");
  const form = await talk.card(headOfService, "1.1 is complete");
  await talk.press(headOfService, form, "Save 1.1", { status: "complete", note: "" });
  const after = (await talk.card(headOfService, "what do i still have to do after the import")).text;
  expect(after).not.toContain("not yet reported");
  expect(after).not.toContain("has not opened Waymark");
  expect(after).toContain("1 action without a lead: 2.1");
});

test("others hear whose it is", async () => {
  expect((await talk.card("parks.lead@example.org", "What is left to set up?")).text).toContain("They are for ");
});

test.each(["how do I import a plan", "upload", "replace the plan", "can you read a PDF of our plan"])("%s: the way, in a sentence", async (text) => {
  expect((await talk.card(headOfService, text)).text).toMatch(/Send me the file in our own chat: Word, Excel, PDF, CSV or text/);
});

test("why a file in a channel was not opened", async () => {
  expect((await talk.card(headOfService, "I posted the file in the channel and nothing happened")).text).toContain(
    "I do not open files posted in a channel or a group chat",
  );
});
