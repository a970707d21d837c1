import type { Browser, Locator, Page } from "playwright-core";
import { patienceOfWaiting } from "../support/pace.js";
import { keepPicture } from "../support/render/render.js";

/** One person's open window of the chat client. */
export interface Chat {
  page: Page;
  /** Types a message, sends it, and gives the card that comes back. */
  ask(text: string): Promise<Locator>;
  /** Presses a button of a card and gives the card that comes back. */
  press(card: Locator, button: string): Promise<Locator>;
  /** Waits for a card that comes of the bot's own accord because of what is done elsewhere. */
  gets(because: () => Promise<void>): Promise<Locator>;
  /** Presses a button of a form, and waits for what takes the form's place. */
  submit(form: Locator, button: string | RegExp): Promise<void>;
  /** Sends an activity of one's own making by the client's dialog for that: these fields over those that it proposes. */
  send(fields: Record<string, unknown>): Promise<void>;
}

/** Opens a window and waits until the bot has been told of it. */
export const openChat = async (browser: Browser, address: string): Promise<Chat> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  page.setDefaultTimeout(patienceOfWaiting.timeout);
  await page.goto(address);
  // It tells the bot of both each time, and a first welcome has arrived by then.
  for (const told of [/installationUpdate\s+20[02]/, /conversationUpdate\s+20[02]/]) await page.getByText(told).first().waitFor();
  const cards = page.locator(".ac-adaptiveCard");
  const nextCard = async (act: () => Promise<void>): Promise<Locator> => {
    const before = await cards.count();
    await act();
    const card = cards.nth(before);
    await card.waitFor();
    return card;
  };
  return {
    page,
    ask: (text) =>
      nextCard(async () => {
        await page.locator('[data-lexical-editor="true"]').click();
        await page.keyboard.type(text);
        await page.getByRole("button", { name: "Send Message" }).click();
      }),
    press: (card, button) => nextCard(() => card.getByRole("button", { name: button }).click()),
    gets: nextCard,
    async submit(form, button) {
      const before = await form.textContent();
      await form.getByRole("button", { name: button }).click();
      for (let tries = 0; (await form.textContent()) === before; tries++) {
        if (tries > 200) throw new Error(`"${button}" changed nothing of: ${before}`);
        await page.waitForTimeout(25);
      }
    },
    async send(fields) {
      await page.getByRole("button", { name: "Mock an Activity" }).click();
      const proposed = page.waitForResponse(/customActivities\/template/);
      await page.getByRole("menuitem", { name: "Custom activity" }).click();
      const dialog = page.getByRole("dialog");
      const editor = dialog.locator(".monaco-editor").first();
      await editor.getByText("<custom-activity-type>").waitFor();
      await editor.click();
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.insertText(JSON.stringify({ ...(await (await proposed).json()), ...fields }));
      // Quotes and brackets that the editor closed by itself.
      await page.keyboard.press("ControlOrMeta+Shift+End");
      await page.keyboard.press("Delete");
      await dialog.getByRole("button", { name: "Send activity" }).click();
      await dialog.waitFor({ state: "detached" });
    },
  };
};

/** The window at a phone's and half a screen's width; this client is never dark. How cards look dark is looked at in tests/cards. */
export async function keepCard({ page }: Pick<Chat, "page">, card: Locator, name: string): Promise<void> {
  const usual = page.viewportSize() ?? { width: 1280, height: 1000 };
  for (const width of [320, 700]) {
    await page.setViewportSize({ width, height: 900 });
    await card.scrollIntoViewIfNeeded();
    await keepPicture(page, `${name}-${width}`);
  }
  await page.setViewportSize(usual);
}
