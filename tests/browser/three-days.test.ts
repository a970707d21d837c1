/**
 * Three people's day in the chat client: a manager before a committee, a lead with an overdue action, a reporter with two figures and a mistake.
 * What each presses and types until the goal is counted, and may not grow.
 */
import type { Locator } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { chromiumOrSkip } from "../support/browser.js";
import { patienceOfWaiting } from "../support/pace.js";
import { type Chat, keepCard } from "./chat.js";
import { windowsOf } from "./windows.js";

const chromium = chromiumOrSkip();

interface Effort {
  presses: number;
  characters: number;
}

/** Less is better, and what it takes today is the most that it may take. */
function expectAtMost({ presses, characters }: Effort, most: Effort): void {
  expect(presses).toBeLessThanOrEqual(most.presses);
  expect(characters).toBeLessThanOrEqual(most.characters);
}

/** A chat that counts: sending a message is a press too. */
function counting(chat: Chat) {
  const effort: Effort = { presses: 0, characters: 0 };
  return {
    effort,
    page: chat.page,
    ask(text: string): Promise<Locator> {
      effort.presses += 1;
      effort.characters += text.length;
      return chat.ask(text);
    },
    press(card: Locator, button: string): Promise<Locator> {
      effort.presses += 1;
      return chat.press(card, button);
    },
    submit(form: Locator, button: string | RegExp): Promise<void> {
      effort.presses += 1;
      return chat.submit(form, button);
    },
    /** Presses what brings no card, by the keyboard: the window may still be scrolling to the end of a long card, and a click would miss. */
    async push(card: Locator, button: string): Promise<void> {
      effort.presses += 1;
      await card.getByRole("button", { name: button }).press("Enter");
    },
    async type(form: Locator, label: string | RegExp, text: string): Promise<void> {
      effort.characters += text.length;
      await form.getByLabel(label).fill(text);
    },
  };
}

async function reads(card: Locator, pattern: RegExp): Promise<void> {
  await expect.poll(() => card.textContent(), patienceOfWaiting).toMatch(pattern);
}

describe.skipIf(!chromium)("three people's day in the chat client", () => {
  const windows = windowsOf(chromium, { REMINDERS: "off" });
  let manager: Chat;
  let lead: Chat;
  let staff: Chat;

  beforeAll(async () => {
    // One after the other: the client starts slowly when it is asked three times at once.
    manager = await windows.open("a manager");
    lead = await windows.open("a lead");
    staff = await windows.open("a member of staff");
    const naming = await manager.ask("make business.lead@example.org the lead of 3.3.1");
    await manager.submit(naming, "Save for 3.3.1");
  });
  test("a manager before a committee: what to say, what may be asked, the report, and whoever owes figures is asked", async () => {
    const day = counting(manager);
    const briefing = await day.ask("brief me for committee on Thursday");
    await reads(briefing, /Briefing on the plan for the committee on .*What matters/s);
    await day.push(briefing, "Show likely questions");
    await reads(briefing, /You may be asked.*Why is .* behind\?/s);
    await keepCard(manager, briefing, "days-manager-briefing");
    // The file itself is offered, taken and declined in files.test.ts.
    expect(await briefing.getByRole("button", { name: "Report as a Word file" }).isEnabled()).toBe(true);
    const owing = await day.ask("chase everyone who is late");
    await reads(owing, /Ask \d+ pe(?:rson|ople).*Nothing is sent until you press the button\./s);
    await keepCard(manager, owing, "days-manager-chase");
    const arrived = lead.gets(() => day.submit(owing, /^Ask (?:them|all)/));
    await reads(owing, /Asked: \d+ pe(?:rson|ople)/);
    await arrived;
    expectAtMost(day.effort, { presses: 4, characters: 60 });
  });

  test("a lead with an overdue action: asks for more time where it stands in the list, and a manager hears of it", async () => {
    const day = counting(lead);
    const yours = await day.ask("what is mine?");
    await reads(yours, /3\.3\.1.*overdue by \d+ days/s);
    await keepCard(lead, yours, "days-lead-yours");
    // The form takes the list's place.
    await day.submit(yours, "3.3.1 needs more time");
    await keepCard(lead, yours, "days-lead-more-time");
    await day.type(yours, "New date", `${new Date().getFullYear() + 1}-12-18`);
    await day.type(yours, "Why", "Two partners sign in spring.");
    await manager.gets(() => day.submit(yours, "Ask for more time"));
    await reads(yours, /Asked: more time for 3\.3\.1/);
    expectAtMost(day.effort, { presses: 3, characters: 51 });
  });

  test("a reporter with two figures and a mistake: both on one form, the wrong one put right after", async () => {
    const day = counting(staff);
    const form = await day.ask("learning activities were 160 and Bookstart engagement was 45");
    await reads(form, /Report 2 figures|Correct 2 figures/);
    await keepCard(staff, form, "days-reporter-form");
    await day.submit(form, "Save");
    await reads(form, /Saved: 2 figures/);
    const again = await day.ask("no, learning activities were 165");
    await reads(again, /Correct/);
    await keepCard(staff, again, "days-reporter-correction");
    await day.type(again, "Why is it changed?", "A typing slip.");
    await day.submit(again, "Save");
    await reads(again, /Saved: .*165/s);
    expectAtMost(day.effort, { presses: 4, characters: 106 });
  });

  test("says nothing wrong", () => expect(windows.started.output()).not.toMatch(/"level":"error"/));
});
