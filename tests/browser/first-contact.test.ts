/** The first words in a chat and in a channel, and a channel where the bot is mentioned: nothing of one person is put there. */
import { beforeAll, describe, expect, test } from "vitest";
import { chromiumOrSkip } from "../support/browser.js";
import { keepPicture } from "../support/render/render.js";
import type { Chat } from "./chat.js";
import { windowsOf } from "./windows.js";

const chromium = chromiumOrSkip();

describe.skipIf(!chromium)("first contact in the chat client", () => {
  const windows = windowsOf(chromium);
  let lead: Chat;

  beforeAll(async () => {
    lead = await windows.open("a lead");
  });

  test("a lead who opens the bot is greeted once, and an example answers", async () => {
    const cards = lead.page.locator(".ac-adaptiveCard");
    await expect.poll(() => cards.count()).toBe(1);
    expect(await cards.first().textContent()).toMatch(/Hello, I am Waymark.*You lead part of it/s);
    await keepPicture(lead.page, "welcome");
    const answer = await lead.press(cards.first(), "How is 2.3 doing?");
    expect(await answer.textContent()).toContain("2.3 Deliver services");
    await lead.page.reload();
    await lead.page
      .getByText(/installationUpdate\s+20[02]/)
      .first()
      .waitFor();
    // The window forgets what was said when it is opened anew, so a second greeting would be the only one there.
    await lead.page.waitForTimeout(500);
    expect(await lead.page.getByText("Hello, I am Waymark").count()).toBe(0);
  });

  test("in a channel a mention is answered, and what is the asker's own is answered in their chat", async () => {
    const { page } = lead;
    const cards = page.locator(".ac-adaptiveCard");
    await page.getByText("Action plan", { exact: true }).click();
    await page.getByText("start with @Waymark").waitFor();
    await keepPicture(page, "welcome-team");
    const mention = async (words: string) => {
      await page.locator('[data-lexical-editor="true"]').first().click();
      await page.keyboard.type("@Way");
      await page.getByRole("menuitem", { name: "Waymark" }).click();
      await page.keyboard.type(` ${words}`);
      await page.getByRole("button", { name: "Post" }).click();
    };
    await mention("how is 2.3 doing");
    await cards.filter({ hasText: "2.3 Deliver services" }).first().waitFor();
    await mention("my actions");
    await cards.filter({ hasText: "I have answered you in our own chat" }).waitFor();
    await keepPicture(page, "channel");
    await page.getByText("Personal Chat", { exact: true }).click();
    await cards.filter({ hasText: "Your actions" }).first().waitFor();
    await keepPicture(page, "channel-aside");
  });

  test("a priority is found while a message is written, and its card is put into the message", async () => {
    const { page } = lead;
    await page.getByRole("button", { name: "Trigger Message Extension App" }).click();
    await page.getByText("Search Command").click();
    await page.getByPlaceholder("Enter a search term").fill("start-ups");
    const line = page.getByText("2.3 Deliver services").first();
    await line.waitFor();
    await keepPicture(page, "search");
    await line.click();
    await page.getByRole("button", { name: "Send Message" }).click();
    const card = page.locator(".ac-adaptiveCard").filter({ hasText: "Dates:" }).last();
    await card.waitFor();
    expect(await card.textContent()).toMatch(/Priority in Place.*2\.3 Deliver services.*\((red|amber|green)\).*Business Lead/s);
    expect(await card.getByRole("button").count()).toBe(0);
    await keepPicture(page, "search-card");
  });

  test("says nothing wrong", () => expect(windows.started.output()).not.toMatch(/"level":"error"/));
});
