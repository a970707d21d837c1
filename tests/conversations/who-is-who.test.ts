/** Leads that a plan names in words: shown as printed, said once who they are, and held at every later import. Over HTTP, as Teams would. */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { chromiumOrSkip, openBrowser } from "../support/browser.js";
import { faultsOf } from "../support/card-check.js";
import { driveOfSuite } from "../support/drive.js";
import { headOfService } from "../support/features.js";
import type { ShownCard } from "../support/form.js";
import { keepPicture, overflowOf, showCards } from "../support/render/render.js";
import { person } from "../support/teams.js";
import { inputsOf, send, talkOverSample } from "./sent-files.js";
import type { Talk } from "./talk.js";

const staff = "sam.taylor@example.org";
const kofi = "kofi.osei@example.org";
const HEADING = ["Objective", "Action", "Lead", "By when"];

const drive = driveOfSuite();
let talk: Talk;
beforeEach(async () => {
  talk = await talkOverSample();
});
afterEach(() => talk.stop());

const csv = (rows: string[][]): Uint8Array => new TextEncoder().encode([HEADING, ...rows].map((row) => row.join(",")).join("\n"));

const FIRST = [
  ["1 Homes", "Insulate the council's own homes", "Head of Property", "31/03/2027"],
  ["1 Homes", "Write to landlords about damp", "Schools team / K. Osei", "30/12/2026"],
  ["2 Streets", "Plant trees in the high street", "Head of Property", "31/12/2027"],
];

async function imported(rows: string[][], name = "homes.csv"): Promise<ShownCard> {
  drive.served = csv(rows);
  const card = await send(talk, headOfService, [drive.file(name)]);
  const starts = inputsOf(card).has("First day of Year 1") ? { starts: "2026-04-01" } : {};
  return talk.press(headOfService, card, "Import", starts);
}

/** Inputs of one name on the form, by the words that it is about. */
function inputsFor(card: ShownCard, words: string): { person: string; email: string } {
  const inputs = inputsOf(card);
  return { person: inputs.get(`Who is ${words}`)?.name ?? "", email: inputs.get(`E-mail address of ${words}`)?.name ?? "" };
}

const leadsNow = async () => (await talk.features.plans.current())?.catalogue.actions.map(({ action }) => action.lead ?? "");

test("leads stand as printed until a manager has said who they are, and what was said holds for new actions and later imports", async () => {
  const receipt = await imported(FIRST);
  expect(receipt.text).toContain("2 leads and reporters are named only by job title or team");
  expect((await talk.card(staff, "who leads 1.1")).text).toContain("led by Head of Property");

  const form = await talk.card(headOfService, String(receipt.press("Who is who?").data.says));
  expect(faultsOf(form.card)).toEqual([]);
  expect(form.text).toMatch(/2 names in the plan still need a person.*Head of Property.*Leads 1\.1 and 2\.1.*Schools team \/ K\. Osei/s);
  const saved = await talk.press(headOfService, form, "Save", { [inputsFor(form, "Head of Property").email]: kofi });
  expect(saved.text).toContain("Named: 1 person for 2 items");
  expect(saved.text).toContain("1 name still needs a person.");
  expect(await leadsNow()).toEqual([kofi, "", kofi]);
  // The same press again says the same and writes nothing.
  expect((await talk.press(headOfService, form, "Save", { [inputsFor(form, "Head of Property").email]: staff })).text).toBe(saved.text);

  await imported([...FIRST, ["2 Streets", "Mend the benches", "head of  property", "31/12/2026"]]);
  expect(await leadsNow()).toEqual([kofi, "", kofi, kofi]);
  // Another lead is printed for an action now: it is theirs no more.
  await imported([["1 Homes", "Insulate the council's own homes", "Director of Place", "31/03/2027"], ...FIRST.slice(1)]);
  expect((await leadsNow())?.[0]).toBe("");
  expect((await talk.card(staff, "who leads 1.1")).text).toContain("led by Director of Place");
});

test("whoever is picked from Teams is known by the id that Teams gives, once the bot has met them; otherwise the address is asked for", async () => {
  await imported(FIRST);
  const form = await talk.card(headOfService, "name the leads");
  const { person: picker } = inputsFor(form, "Head of Property");
  const stranger = await talk.press(headOfService, form, "Save", { [picker]: person(kofi).aadObjectId });
  expect(stranger.text).toContain("I do not know this person's e-mail address yet");
  expect(await leadsNow()).toEqual(["", "", ""]);
  await talk.card(kofi, "hello");
  expect((await talk.press(headOfService, stranger, "Save", { [picker]: person(kofi).aadObjectId })).text).toContain("Named: 1 person for 2 items");
  expect(await leadsNow()).toEqual([kofi, "", kofi]);
});

test("who was named can be changed, and goes with all that is handed over", async () => {
  await imported(FIRST);
  const form = await talk.card(headOfService, "who is who");
  await talk.press(headOfService, form, "Save", {
    [inputsFor(form, "Head of Property").email]: kofi,
    [inputsFor(form, "Schools team / K. Osei").email]: kofi,
  });
  const named = await talk.card(headOfService, "who is who");
  expect(named.text).toContain("Now: Kofi Osei");
  await talk.press(headOfService, named, "Save", { [inputsFor(named, "Schools team / K. Osei").email]: staff });
  expect(await leadsNow()).toEqual([kofi, staff, kofi]);
  const handOver = await talk.card(headOfService, `hand over everything of ${kofi} to ${headOfService}`);
  await talk.press(headOfService, handOver, "Hand over all 2", { email: headOfService });
  await imported([...FIRST, ["2 Streets", "Mend the benches", "Head of Property", "31/12/2026"]]);
  expect(await leadsNow()).toEqual([headOfService, staff, headOfService, headOfService]);
});

test("others see who is who and cannot change it", async () => {
  await imported(FIRST);
  const list = await talk.card(staff, "who is who");
  expect(list.buttons).not.toContain("Save");
  expect(list.text).toMatch(/Head of Property.*Not named yet/s);
});

test("a plan of real size is named a page at a time", async () => {
  drive.served = readFileSync("tests/fixtures/published/housing-strategy.docx");
  const card = await send(talk, headOfService, [drive.file("housing-strategy.docx")]);
  await talk.press(headOfService, card, "Import", { starts: "2025-04-01" });
  const form = await talk.card(headOfService, "who is who");
  expect(faultsOf(form.card)).toEqual([]);
  expect(form.text).toMatch(/These are 1 to 6 of \d\d\./);
  const next = await talk.press(headOfService, form, "Skip these");
  expect(next.text).toMatch(/These are 7 to 12 of \d\d\./);
  expect(next.buttons).toEqual(["Save", "Back", "Skip these"]);
  const empty = await talk.press(headOfService, next, "Save");
  expect(empty.text).toContain("Nothing is filled in yet");
});

const chromium = chromiumOrSkip();

describe.skipIf(!chromium)("the card", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(() => browser?.close());

  test.each([
    ["light", 700],
    ["light", 320],
    ["dark", 700],
    ["dark", 320],
  ] as const)("stays within a window of its width (%s, %i)", async (theme, width) => {
    await imported(FIRST);
    const form = await talk.card(headOfService, "who is who");
    const { person: picker } = inputsFor(form, "Head of Property");
    const marked = await talk.press(headOfService, form, "Save", { [picker]: person(kofi).aadObjectId });
    const saved = await talk.press(headOfService, form, "Save", { [inputsFor(form, "Head of Property").email]: kofi });
    const page = await browser.newPage();
    await showCards(page, [form.card, marked.card, saved.card], theme, width);
    await keepPicture(page, `who-is-who-${theme}-${width}`);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await page.close();
  });
});
