/** A lead and two of a manager's days in the chat client: naming, more time, a milestone done, a reason that is missing. */
import { beforeAll, describe, expect, test } from "vitest";
import { dayInWords } from "../../src/plan/index.js";
import { chromiumOrSkip } from "../support/browser.js";
import { keepPicture } from "../support/render/render.js";
import type { Chat } from "./chat.js";
import { windowsOf } from "./windows.js";

const chromium = chromiumOrSkip();
const business = "business.lead@example.org";
/** Two years on, whenever this is run. */
const later = `${new Date().getFullYear() + 2}-06-30`;

describe.skipIf(!chromium)("progress in the chat client", () => {
  const windows = windowsOf(chromium);
  let manager: Chat;
  let lead: Chat;

  beforeAll(async () => {
    manager = await windows.open("a manager");
    lead = await windows.open("a lead");
  });

  test("a manager names a lead; the card turns into a receipt in place", async () => {
    const card = await manager.ask(`make ${business} the lead of 2.5.1`);
    expect(await card.textContent()).toContain("Communities Lead");
    await keepPicture(manager.page, "progress-name");
    await manager.submit(card, "Save for 2.5.1");
    expect(await card.textContent()).toMatch(/Saved: 2\.5\.1.*Lead: Business Lead/s);
  });

  test("the lead asks for more time, and a manager agrees", async () => {
    const form = await lead.ask(`more time for 2.5.1 until ${dayInWords(later)} because the survey runs in spring`);
    expect(await form.getByLabel("New date").inputValue()).toContain(later.slice(0, 4));
    expect(await form.getByLabel("Why").inputValue()).toBe("The survey runs in spring");
    await keepPicture(lead.page, "progress-more-time");
    const request = await manager.gets(() => lead.submit(form, "Ask for more time"));
    expect(await form.textContent()).toContain("Asked: more time for 2.5.1");
    expect(await request.textContent()).toContain(`Business Lead asks for ${dayInWords(later)} instead of 31 March 2027.`);
    await keepPicture(manager.page, "progress-request");
    const heard = await lead.gets(() => manager.submit(request, `Agree to ${dayInWords(later)}`));
    expect(await request.textContent()).toContain(`Agreed: 2.5.1 is due on ${dayInWords(later)}`);
    expect(await heard.textContent()).toContain(`Head of Service agreed: 2.5.1 is now due on ${dayInWords(later)}`);
    await keepPicture(manager.page, "progress-agreed");
    const answer = await lead.ask("when is 2.5.1 due");
    expect(await answer.textContent()).toContain(`${dayInWords(later)} (printed: 31 March 2027; moved once)`);
  });

  test("at risk without a reason brings the card back with what was typed; with one it is saved", async () => {
    const form = await lead.ask("mark 2.5.1 as at risk");
    await form.getByLabel(/^Note/).fill("late");
    await lead.submit(form, "Save 2.5.1");
    expect(await form.textContent()).toContain("Please say in a sentence why it is at risk (amber).");
    expect(await form.getByLabel(/^Note/).inputValue()).toBe("late");
    await keepPicture(lead.page, "progress-reason");
    await form.getByLabel(/^Note/).fill("The survey is late by two months.");
    await lead.submit(form, "Save 2.5.1");
    expect(await form.textContent()).toMatch(/Saved: 2\.5\.1.*At risk \(amber\).*on track \(green\)/s);
  });

  test("the lead marks a milestone done, with a link, and anyone can see who did", async () => {
    const form = await lead.ask("mark a milestone of 2.5.1 as done");
    await form.getByLabel(/^Link/).fill("https://intranet.example.org/engagement");
    await lead.submit(form, "Mark as done");
    expect(await form.textContent()).toMatch(/Saved: 2\.5\.1.*Done on: .*https:\/\/intranet\.example\.org\/engagement/s);
    await keepPicture(lead.page, "progress-done");
    const who = await manager.ask("who changed 2.5.1");
    expect(await who.textContent()).toMatch(/2\.5\.1 has 5 changes.*Business Lead/s);
    await keepPicture(manager.page, "progress-who");
  });

  test("says nothing wrong", () => expect(windows.started.output()).not.toMatch(/"level":"error"/));
});
