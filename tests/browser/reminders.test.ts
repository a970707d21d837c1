/** A reminder in the chat client: a manager looks at what will go and has it sent, the lead gets it and marks the action done in it. */
import type { Locator } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, dayInWords, dayOf } from "../../src/plan/index.js";
import { calendarOf } from "../../src/reminders/index.js";
import { chromiumOrSkip } from "../support/browser.js";
import { keepPicture } from "../support/render/render.js";
import type { Chat } from "./chat.js";
import { windowsOf } from "./windows.js";

const chromium = chromiumOrSkip();
const today = dayOf(new Date(), "Europe/London");
const nextWeek = addDays(today, 7);
/** On other days nothing goes by itself, and a manager asks for an update instead. */
const isWorking = calendarOf({ nation: "england" }).isWorking(today);

describe.skipIf(!chromium)("a reminder in the chat client", () => {
  const windows = windowsOf(chromium, { REMINDERS: "off" });
  let manager: Chat;
  let lead: Chat;
  let reminder: Locator;

  beforeAll(async () => {
    manager = await windows.open("a manager");
    lead = await windows.open("a lead");
  });

  test("comes to the lead when it is due, as one card with what to say of it", async () => {
    const naming = await manager.ask("make business.lead@example.org the lead of 3.3.1");
    await manager.submit(naming, "Save for 3.3.1");
    const form = await lead.ask(`more time for 3.3.1 until ${dayInWords(nextWeek)} because one partner signs next week`);
    const request = await manager.gets(() => lead.submit(form, "Ask for more time"));
    await lead.gets(() => manager.submit(request, `Agree to ${dayInWords(nextWeek)}`));
    const ahead = await manager.ask("what will you send today");
    await keepPicture(manager.page, "reminders-ahead");
    if (isWorking) expect(await ahead.textContent()).toMatch(/Business Lead.*3\.3\.1.*Due in 7 days/s);
    const card = await manager.ask(isWorking ? "send reminders now" : "ask the lead of 3.3.1 for an update");
    await keepPicture(manager.page, "reminders-send");
    reminder = await lead.gets(() => manager.submit(card, isWorking ? "Send" : "Ask for an update"));
    expect(await card.textContent()).toMatch(isWorking ? /Sent: \d+ message/ : /Asked: Business Lead/);
    expect(await reminder.textContent()).toMatch(/3\.3\.1.*Review and update all community partnership agreements/s);
    await reminder.scrollIntoViewIfNeeded();
    await keepPicture(lead.page, "reminders-arrived");
  });

  test("is acted on where it stands: the action named in full, then who did what and when", async () => {
    await lead.submit(reminder, "Done");
    expect(await reminder.textContent()).toContain("3.3.1 Review and update all community partnership agreements");
    await keepPicture(lead.page, "reminders-done-card");
    await lead.submit(reminder, "Mark as done");
    expect(await reminder.textContent()).toMatch(/Saved: 3\.3\.1.*Business Lead/s);
    await keepPicture(lead.page, "reminders-done");
    await lead.submit(reminder, "Back to my list");
    expect(await reminder.textContent()).toMatch(/Said today.*3\.3\.1.*By Business Lead/s);
    await keepPicture(lead.page, "reminders-list");
  });

  test("their own days are ticked on a card, and saved", async () => {
    const card = await lead.ask("remind me on Mondays and Thursdays at 8");
    expect(await card.getByRole("checkbox", { name: "Thursday" }).isChecked()).toBe(true);
    expect(await card.getByRole("checkbox", { name: "Friday" }).isChecked()).toBe(false);
    await card.getByRole("checkbox", { name: "Friday" }).check();
    await keepPicture(lead.page, "reminders-own");
    await lead.submit(card, "Save");
    expect(await card.textContent()).toContain("Saved: your reminders come at 08:00 on Mondays, Thursdays and Fridays");
  });

  test("says nothing wrong", () => expect(windows.started.output()).not.toMatch(/"level":"error"/));
});
