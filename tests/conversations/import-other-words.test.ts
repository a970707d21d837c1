/** Items are matched by words and place as well as by number, and take nothing over from an item in other words. Over HTTP, as Teams would. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { faultsOf } from "../support/card-check.js";
import { driveOfSuite } from "../support/drive.js";
import { headOfService } from "../support/features.js";
import { send, sendAlone, settle, talkOverSample } from "./sent-files.js";
import type { Talk } from "./talk.js";

const staff = "sam.taylor@example.org";
const drive = driveOfSuite();
let talk: Talk;
beforeEach(async () => {
  talk = await talkOverSample();
});
afterEach(() => talk.stop());

const sent = (...rows: string[][]) => {
  drive.served = new TextEncoder().encode([["Objective", "Action", "By when", "KPI"], ...rows].map((row) => row.join(",")).join("\n"));
  return send(talk, headOfService, [drive.file("homes.csv")]);
};
const imported = async (...rows: string[][]) => {
  const card = await sent(...rows);
  return talk.press(headOfService, card, "Import", card.text.includes("When does Year 1 start?") ? { starts: "2026-04-01" } : {});
};
const SIGNS = ["1 Homes", "Review the signs on estates", "31/03/2027", "Number of signs"];
const DAMP = ["1 Homes", "Write to landlords about damp", "30/12/2027", ""];
const done = async (id: string) => talk.press(headOfService, await talk.card(headOfService, `${id} is complete`), `Save ${id}`);
const titled = (title: string, ...rows: string[][]) => {
  drive.served = new TextEncoder().encode(
    [title, "", "| Objective | Action | By when |", "|---|---|---|", ...rows.map((row) => `| ${row.slice(0, 3).join(" | ")} |`)].join("\n"),
  );
  return sendAlone(talk, headOfService, [drive.file("plan.txt")]);
};
const plansNow = async () => (await talk.features.plans.all()).map(({ plan }) => plan.title);
const statusOf = async (id: string) => (await talk.card(staff, `how is ${id} doing`)).text;

test("other words at the same number start afresh, with no status, lead or figure of the words before", async () => {
  await imported(SIGNS, DAMP);
  await done("1.1");
  const make = await talk.card(headOfService, `make ${staff} the lead of 1.1`);
  await talk.press(headOfService, make, "Save for 1.1", { role: "lead", email: staff });
  const other = ["1 Homes", "Train volunteers as energy advisers", "31/03/2028", "Households advised"];
  const card = await sent(other, DAMP);
  expect(card.text).toContain("Other words stood at this number before, so nothing of what was said of those is taken over.");
  await talk.press(headOfService, card, "Import");
  expect(await statusOf("1.1")).not.toMatch(/complete \(blue\)|sam\.taylor/i);
  const measures = (await talk.features.plans.current())?.catalogue.measures.map(({ id, measure }) => `${id} ${measure.text}`);
  expect(measures).toEqual(["1.m2 Households advised"]);
});

test("where a person says that it is the same one in new words, all that was said stays", async () => {
  await imported(SIGNS, DAMP);
  await done("1.1");
  await settle(talk, await sent(["1 Homes", "Wayfinding refresh", "31/03/2027", "Number of signs"], DAMP), { "Words of 1.1": "The same one" });
  expect(await statusOf("1.1")).toMatch(/complete \(blue\)/i);
});

test("words at another number bring along what was said of them", async () => {
  await imported(SIGNS, DAMP);
  await done("1.1");
  await imported(["1 Homes", "Insulate the oldest council homes", "31/03/2029", ""], SIGNS, DAMP);
  expect(await statusOf("1.1")).not.toMatch(/complete \(blue\)/i);
  expect(await statusOf("1.2")).toMatch(/complete \(blue\)/i);
  expect(await statusOf("1.3")).not.toMatch(/complete \(blue\)/i);
  expect((await talk.features.plans.current())?.catalogue.measures.map(({ id }) => id)).toEqual(["1.m1"]);
});

test("a file with another title is the next version or another plan beside, as is said, and its own alone", async () => {
  await talk.press(headOfService, await titled("# Warm Homes Plan", SIGNS, DAMP), "Import", { starts: "2026-04-01" });
  expect(await plansNow()).toEqual(["Warm Homes Plan"]);
  await done("1.1");
  const asked = await titled("# Parks Strategy", ["1 Parks", "Plant an orchard", "31/03/2029"]);
  expect(faultsOf(asked.card)).toEqual([]);
  expect(asked.text).toContain("None of the file's 1 action stand in the plan here");
  expect(asked.buttons).toEqual(["Update this plan", "Load it beside", "Do not import"]);
  const card = await talk.press(headOfService, asked, "Load it beside");
  expect(card.text).toContain("It is added next to Warm Homes plan, which stays as it is.");
  const receipt = await talk.press(headOfService, card, "Import", { starts: "2026-04-01" });
  expect(receipt.text).toContain("Imported: Parks Strategy");
  expect(await plansNow()).toEqual(["Warm Homes Plan", "Parks Strategy"]);
  expect((await talk.card(staff, "in Parks: how is 1.1 doing")).text).not.toMatch(/complete \(blue\)/i);
  // The same press again says the same, and the plan before is as it was.
  expect((await talk.press(headOfService, card, "Import", { starts: "2026-04-01" })).text).toMatch(/Imported: Parks Strategy[\s\S]*Plan: \nParks/);
  expect(await statusOf("1.1")).toMatch(/complete \(blue\)/i);
});

test("a file with another title and the same actions may be the plan's next version", async () => {
  await talk.press(headOfService, await titled("# Warm Homes Plan", SIGNS, DAMP), "Import", { starts: "2026-04-01" });
  const asked = await titled("# Warm Homes Plan 2027", SIGNS, DAMP);
  expect(asked.text).toContain("2 of the file's 2 actions stand in the plan here in the same or nearly the same words.");
  const card = await talk.press(headOfService, asked, "Update this plan");
  await talk.press(headOfService, card, "Import");
  expect(await plansNow()).toEqual(["Warm Homes Plan 2027"]);
});
