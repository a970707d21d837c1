/** The first day with one's own plan in the chat client: a manager who has only another organisation's file imports it, settles leads, asks, hears what reminders will do, and takes a report. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { chromiumOrSkip } from "../support/browser.js";
import { driveOfSuite } from "../support/drive.js";
import { keepPicture } from "../support/render/render.js";
import type { Chat } from "./chat.js";
import { windowsOf } from "./windows.js";

const chromium = chromiumOrSkip();

describe.skipIf(!chromium)("a plan of another organisation in the chat client", () => {
  const windows = windowsOf(chromium);
  const drive = driveOfSuite();
  let manager: Chat;
  const asked = async (text: string, picture: string): Promise<string> => {
    const card = await manager.ask(text);
    await card.scrollIntoViewIfNeeded();
    await keepPicture(manager.page, `own-plan-${picture}`);
    return (await card.textContent()) ?? "";
  };

  beforeAll(async () => {
    manager = await windows.open("a manager");
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

  test("is reminded of and reported on", async () => {
    expect(await asked("what will you send next week", "reminders")).not.toContain("I have no answer");
    expect(await asked("report for 2026-27 Q2", "report")).toMatch(/Brackenford[\s\S]*Not yet reported|No status has been said/);
  });

  test("says nothing wrong", () => expect(windows.started.output()).not.toMatch(/"level":(40|50|60)/));
});
