/** The first day with one's own plan in the chat client: a manager who has only another organisation's file imports it, settles leads, asks, hears what reminders will do, and takes a report. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { chromiumOrSkip } from "../support/browser.js";
import { driveOfSuite } from "../support/drive.js";
import { patienceOfWaiting } from "../support/pace.js";
import { keepPicture } from "../support/render/render.js";
import { type Chat, keepCard } from "./chat.js";
import { windowsOf } from "./windows.js";

const chromium = chromiumOrSkip();

describe.skipIf(!chromium)("a plan of another organisation in the chat client", () => {
  const windows = windowsOf(chromium, { REMINDERS: "off" });
  const drive = driveOfSuite();
  let manager: Chat;
  let lead: Chat;
  const asked = async (text: string, picture: string): Promise<string> => {
    const card = await manager.ask(text);
    await card.scrollIntoViewIfNeeded();
    await keepPicture(manager.page, `own-plan-${picture}`);
    return (await card.textContent()) ?? "";
  };

  beforeAll(async () => {
    manager = await windows.open("a manager");
    lead = await windows.open("a lead");
  });

  test("is imported from its file, and the receipt is a checklist", async () => {
    drive.served = readFileSync(new URL("../fixtures/published/housing-strategy.docx", import.meta.url));
    const card = await manager.gets(() => manager.send({ type: "message", attachments: [drive.file("housing-strategy.docx")] }));
    expect(await card.textContent()).toContain("49 actions");
    await card.getByLabel("First day of Year 1").fill("2025-04-01");
    await manager.submit(card, /^Import$/);
    const receipt = (await card.textContent()) ?? "";
    expect(receipt).toMatch(/Imported: Brackenford Housing Strategy[\s\S]*What is left to do \(nothing is urgent\):/);
    expect(receipt).toMatch(/\d+ leads and reporters are named only by job title or team[\s\S]*\d+ actions have no clear date/);
    await card.scrollIntoViewIfNeeded();
    await keepPicture(manager.page, "own-plan-imported");
  });

  test("its leads are settled on one form", async () => {
    const people = await manager.ask("who is who");
    expect(await people.textContent()).toMatch(/Who is who/);
    await keepPicture(manager.page, "own-plan-who-is-who");
    expect(await asked("what does Chief Nurse lead", "role")).toMatch(/Chief Nurse leads \d+ actions?/);
  });

  test("is asked about: nothing that fell due before it came in is overdue", async () => {
    const overdue = await asked("what is overdue in the whole plan", "overdue");
    expect(overdue).toMatch(/of 49 actions have no clear date/);
    expect(overdue).not.toMatch(/overdue by \d+ days/);
    expect(await asked("how is A1.2", "action")).toMatch(/A1\.2 Give better guidance/);
    expect(await asked("What is left to set up?", "to-do")).toMatch(/What is left to set up[\s\S]*Reminders/);
  });

  test("its lead gets a reminder and says in it how the action stands", async () => {
    const naming = await manager.ask("make business.lead@example.org the lead of A1.2");
    await manager.submit(naming, "Save for A1.2");
    expect(await asked("what will you send next week", "reminders")).toMatch(/Reminders? (?:for|in|of|from)/);
    const asking = await manager.ask("ask the lead of A1.2 for an update");
    const reminder = await lead.gets(() => manager.submit(asking, "Ask for an update"));
    expect(await asking.textContent()).toMatch(/Asked: Business Lead/);
    expect(await reminder.textContent()).toMatch(/A1\.2.*Give better guidance/s);
    await reminder.scrollIntoViewIfNeeded();
    await keepPicture(lead.page, "own-plan-reminder");
    await lead.submit(reminder, "On track");
    await lead.submit(reminder, "Save A1.2");
    await expect.poll(() => reminder.textContent(), patienceOfWaiting).toMatch(/Saved: A1\.2.*On track \(green\)/s);
    expect(await asked("how is A1.2", "said")).toMatch(/On track \(green\)Action under 1A1\.2/);
  });

  test("is reported on: what is not yet reported, how many actions there are, and what was said since", async () => {
    const report = await asked("report for 2026-27 Q2", "report");
    expect(report).toContain("Report for Q2 of 2026-27 (1 July 2026 to 30 September 2026)The Brackenford Housing Strategy");
    const [, onTrack, notStarted, notReported] = /49 actions: (\d+) on track \(green\), (\d+) not started, (\d+) not yet reported\./.exec(report) ?? [];
    // What the lead said counts, and the numbers add up.
    expect(Number(onTrack)).toBe(1);
    expect(Number(onTrack) + Number(notStarted) + Number(notReported)).toBe(49);
    // Now that something was said of it, its date counts; nothing else is overdue.
    expect(report).toContain("1 milestone is overdue.");
    expect(report).toContain("0 of 22 figures asked for are in; 22 are missing");
    expect(report).not.toContain("@");
    await keepCard(manager, manager.page.locator(".ac-adaptiveCard").last(), "own-plan-report");
  });

  test("says nothing wrong", () => expect(windows.started.output()).not.toMatch(/"level":"error"/));
});
