/** What repeats in a file is asked once, before its rows, and what was chosen holds at later imports of that plan. Over HTTP, as Teams would. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { driveOfSuite } from "../support/drive.js";
import { headOfService } from "../support/features.js";
import type { ShownCard } from "../support/form.js";
import { inputsOf, send, settle, talkOverSample } from "./sent-files.js";
import type { Talk } from "./talk.js";

const drive = driveOfSuite();
let talk: Talk;
beforeEach(async () => {
  talk = await talkOverSample();
});
afterEach(() => talk.stop());

const HEADING = ["Objective", "Action", "Lead", "By when", "Status", "Comments"];
const ROWS = [
  ["1 Homes", "Insulate the council's own homes", "Head of Property", "by July", "On hold", "Waiting for the grant"],
  ["1 Homes", "Write to landlords about damp", "Head of Housing", "by March", "In progress", "Letter agreed"],
  ["2 Streets", "Plant trees in the high street", "Head of Property", "Medium term", "On hold", ""],
  ["2 Streets", "Mend the benches in the parks", "Head of Property", "Medium term", "Completed", ""],
];

const sent = (rows: string[][]): Promise<ShownCard> => {
  drive.served = new TextEncoder().encode([HEADING, ...rows].map((row) => row.join(",")).join("\n"));
  return send(talk, headOfService, [drive.file("homes.csv")]);
};
const actions = async () => (await talk.features.plans.current())?.catalogue.actions.map(({ action }) => action) ?? [];

test("a status word, an open year and words that are no date are asked once each, and hold", async () => {
  const card = await sent(ROWS);
  expect([...inputsOf(card).keys()].slice(0, 4)).toEqual([
    "First day of Year 1",
    'What "On hold" means',
    "Which year they belong to",
    'What "Medium term" means',
  ]);
  expect(card.text).toMatch(/"On hold" stands as the status of 1\.1 and 2\.1/);
  await settle(talk, card, {
    "First day of Year 1": "2026-04-01",
    'What "On hold" means': "Off track",
    "Which year they belong to": "1 year later",
    'What "Medium term" means': "End of Year 3",
  });
  expect((await actions()).map(({ status, milestones }) => [status, milestones?.[0]?.due])).toEqual([
    ["off-track", "2027-07-31"],
    ["on-track", "2028-03-31"],
    ["off-track", "2029-03-31"],
    ["complete", "2029-03-31"],
  ]);
  const again = await sent([...ROWS, ["2 Streets", "Paint the railings by the river", "Head of Property", "by May", "On hold", ""]]);
  await talk.press(headOfService, again, "Import");
  expect((await actions()).at(-1)).toMatchObject({ status: "off-track", milestones: [{ due: "2027-05-31" }] });
});

test("one by one brings a row for each", async () => {
  const card = await sent(ROWS);
  expect(inputsOf(card).has("Date of 1.1")).toBe(false);
  const name = inputsOf(card).get("Which year they belong to")?.name ?? "";
  const next = card.buttons.includes("Next rows")
    ? await talk.press(headOfService, card, "Next rows", { [name]: "each" })
    : await talk.press(headOfService, card, "Import", { [name]: "each" });
  expect([...inputsOf(next).keys()]).toContain("Date of 1.1");
});
