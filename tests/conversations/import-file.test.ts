/** A plan that a manager sends the bot as a file. Over HTTP, as Teams would; tests/browser/files.test.ts does it in the chat client. */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { chromiumOrSkip, openBrowser } from "../support/browser.js";
import { faultsOf } from "../support/card-check.js";
import { driveOfSuite } from "../support/drive.js";
import { headOfService } from "../support/features.js";
import type { ShownCard } from "../support/form.js";
import { sheet } from "../support/office-files.js";
import { keepPicture, overflowOf, showCards } from "../support/render/render.js";
import { send as sendFiles, settle, talkOverSample } from "./sent-files.js";
import { openTalk, type Talk } from "./talk.js";

const staff = "sam.taylor@example.org";

const drive = driveOfSuite();
let talk: Talk;
beforeEach(async () => {
  talk = await openTalk(await openStorage(), { file: "museum" });
});
afterEach(() => talk.stop());

const send = (as: string, attachments: unknown[], fields?: Record<string, unknown>) => sendFiles(talk, as, attachments, fields);

const sendFixture = (format: string, as = headOfService) => {
  drive.served = readFileSync(`tests/fixtures/office/appendix.${format}`);
  return send(as, [drive.file(`appendix.${format}`)]);
};

const planNow = async () => (await talk.features.plans.current())?.plan;

async function overSample(): Promise<void> {
  await talk.stop();
  talk = await talkOverSample();
}

describe("a file with a plan", () => {
  test.each(["docx", "xlsx"])("is read, compared and shown, and put in force by the button (.%s)", async (format) => {
    await overSample();
    const card = await sendFixture(format);
    expect(faultsOf(card.card)).toEqual([]);
    expect(card.text).toContain("3 themes, 13 priorities, 34 actions, 32 milestones, 59 measures.");
    expect(card.text).toContain("It replaces the sample plan");
    // What is printed under several priorities is asked once for all of it.
    expect(card.buttons).toEqual(["Import", "Do not import"]);
    // When Year 1 starts is nowhere said, so nothing is imported without it.
    const asked = await talk.press(headOfService, card, "Import");
    expect(asked.text).toContain("Please give the first day of Year 1");
    expect((await talk.features.plans.current())?.sample).toBe(true);
    const receipt = await talk.press(headOfService, asked, "Import", { starts: "2026-04-01" });
    expect(receipt.text).toContain("Imported: Libraries and Heritage Strategy Action Plan");
    const known = await talk.features.plans.current();
    expect([known?.sample, known?.plan.starts, known?.importedBy, known?.plan.themes[0]?.priorities[0]?.actions[0]?.milestones]).toEqual([
      false,
      "2026-04-01",
      headOfService,
      [{ due: "2027-03-31" }],
    ]);
    // The very same card once more says the same and imports nothing.
    const again = await talk.press(headOfService, asked, "Import", { starts: "2026-04-01" });
    expect(again.text).toBe(receipt.text);
    expect((await talk.features.plans.current())?.revision).toBe(known?.revision);
    expect(drive.fetched).toBe(1);
  });

  test("has its rows settled: dates, a measure among the actions, words that stay, a theme's name", async () => {
    await overSample();
    const card = await sendFixture("docx");
    await settle(talk, card, {
      "First day of Year 1": "2025-04-01",
      "Name of theme 3": "Partners",
      "Date for what has none under 2.1": "End of Year 3",
      "What 3.3.4 is": "A measure",
    });
    const plan = await planNow();
    const priorities = plan?.themes.flatMap((theme) => theme.priorities) ?? [];
    expect(plan?.themes[2]).toMatchObject({ name: "Partners" });
    expect(plan?.themes[2]?.inferred).toBeUndefined();
    expect(priorities.find(({ id }) => id === "2.1")?.actions[2]).toMatchObject({ milestones: [{ due: "2028-03-31" }] });
    const last = priorities.find(({ id }) => id === "3.3");
    expect([last?.actions.length, last?.measures.at(-1)?.text]).toEqual([3, "Increased diversity across the volunteer community"]);
  });

  test("over a plan of one's own says what is new, changed and gone, and keeps what is chosen to stay", async () => {
    const rows = (late: string) => [["Museum Plan"], ["Priority", "Actions", "Timescale", "Measures"], ["1.1 Welcome", late, "Year 1", "Visits"]];
    const first = [...rows("Open late"), ["", "Open early", "Year 2", "Loans"]];
    drive.served = await sheet(first);
    const names = (await send(headOfService, [drive.file("plan.xlsx")])) as ShownCard;
    await talk.press(headOfService, names, "Import");
    drive.served = await sheet([...rows("Open later"), ["1.9 Teach", "Run classes", "Year 3", "Classes"]]);
    const card = await send(headOfService, [drive.file("plan.xlsx")]);
    expect(card.text).toMatch(/New \(3\): 1\.9, 1\.9\.1 and 1\.9\.m1/);
    expect(card.text).toContain('Was: "Open late"');
    expect(card.text).toContain('Is: "Open later"');
    await settle(talk, card, { "Words of 1.1.1": "Keep", "What should happen to 1.1.2": "Keep" });
    const welcome = (await planNow())?.themes[0]?.priorities[0];
    expect(welcome?.actions.flatMap(({ text, retired }) => (retired ? [] : [text]))).toEqual(["Open late", "Open early"]);
  });

  test("is not imported over what somebody else imported meanwhile", async () => {
    await overSample();
    const mine = await sendFixture("docx");
    const theirs = await sendFixture("xlsx");
    await talk.press(headOfService, theirs, "Import", { starts: "2025-04-01" });
    const late = await talk.press(headOfService, mine, "Import", { starts: "2026-04-01" });
    expect(late.text).toMatch(/^Nothing was imported\n.*another import/);
    expect((await planNow())?.starts).toBe("2025-04-01");
  });

  test("pressed twice at once is imported once", async () => {
    await overSample();
    const card = await sendFixture("docx");
    const pressed = await Promise.all([1, 2, 3].map(() => talk.press(headOfService, card, "Import", { starts: "2025-04-01" })));
    for (const one of pressed) expect(one.text).toContain("Imported: Libraries");
    expect((await talk.features.auditLog.changes({ plan: "plan" })).filter(({ through }) => through === "plan.import")).toHaveLength(1);
  });

  test("may be left alone, and then its card does nothing more", async () => {
    const before = await planNow();
    const card = await sendFixture("docx");
    expect((await talk.press(headOfService, card, "Do not import")).text).toContain("appendix.docx is thrown away");
    expect((await talk.press(headOfService, card, "Import", { starts: "2025-04-01" })).text).toContain("this one has gone");
    expect(await planNow()).toEqual(before);
  });

  test("of somebody who is no manager is not opened", async () => {
    const card = await sendFixture("docx", staff);
    expect(card.text).toContain("Thank you, but I cannot take this file");
    expect(card.text).toContain("Head of Service");
    expect(drive.fetched).toBe(0);
  });
});

describe("a file that is no plan, or cannot be had, gets a clear no:", () => {
  const nothing = "Nothing was saved";

  test("a picture", async () => {
    drive.served = readFileSync("docs/pictures/status.png");
    expect((await send(headOfService, [drive.file("chat.png")])).text).toContain("chat.png: this is a picture.");
  });

  test("100 MB, by what its place says of it, before it comes", async () => {
    drive.served = new Uint8Array(10);
    drive.answer = { status: 200, headers: { "content-length": String(100 * 1024 * 1024) } };
    const card = await send(headOfService, [drive.file("big.docx")]);
    expect(card.text).toContain("big.docx has more than 10 MB; a plan has at most that.");
    expect(card.text).toContain(nothing);
  });

  test("more than 10 MB, while it comes", async () => {
    drive.served = new Uint8Array(12 * 1024 * 1024);
    drive.answer = { status: 200, headers: { "transfer-encoding": "chunked" } };
    expect((await send(headOfService, [drive.file("big.docx")])).text).toContain("big.docx has more than 10 MB");
  });

  test.each([
    ["another host", "https://files.example.com/x", "is kept in a place that I am not allowed to open"],
    ["a name that only ends alike", "https://evilsharepoint.com/x", "is kept in a place that I am not allowed to open"],
    ["no address", "x", "Teams did not say where this file is"],
  ])("%s", async (_, address, expected) => {
    expect((await send(headOfService, [drive.file("plan.docx", address)])).text).toContain(expected);
    expect(drive.fetched).toBe(0);
  });

  test("a place that says no, or sends elsewhere", async () => {
    drive.served = new Uint8Array();
    drive.answer = { status: 404 };
    expect((await send(headOfService, [drive.file("plan.docx")])).text).toContain("could not be opened where it is kept (404)");
    drive.answer = { status: 302, headers: { location: "http://127.0.0.1:1/" } };
    expect((await send(headOfService, [drive.file("plan.docx")])).text).toContain("(302)");
  });

  test("two at once, or one among others", async () => {
    expect((await send(headOfService, [drive.file("a.docx"), drive.file("b.docx")])).text).toContain("one file at a time");
    const conversation = { id: "19:channel@thread.tacv2", conversationType: "channel", isGroup: true };
    expect((await send(headOfService, [drive.file("a.docx")], { conversation })).text).toContain("Please send it to me there.");
    expect(drive.fetched).toBe(0);
  });
});

const chromium = chromiumOrSkip();

describe.skipIf(!chromium)("the card of a file with a plan", () => {
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
  ] as const)("stays within a window of its width (%s, %i), and each of its inputs has a label", async (theme, width) => {
    await overSample();
    const { card } = await sendFixture("docx");
    const page = await browser.newPage();
    await showCards(page, [card], theme, width);
    await keepPicture(page, `import-file-${theme}-${width}`);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    const inputs = page.locator("input, select, textarea");
    expect(await inputs.count()).toBeGreaterThan(5);
    for (const input of await inputs.all()) expect(await input.evaluate((it) => (it as unknown as { labels: unknown[] }).labels.length)).toBeGreaterThan(0);
    await page.close();
  });
});
