/** What `npm start` gives, in a real browser: the bot, and windows of the chat client. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser } from "../support/browser.js";
import { testFolders } from "../support/folders.js";
import { type Started, startCommand } from "../support/started.js";
import { type Chat, openChat } from "./chat.js";

export interface Windows {
  readonly browser: Browser;
  readonly started: Started;
  /** Opens the window of "a manager", "a lead" or "a member of staff". */
  open(part: string): Promise<Chat>;
}

/** Started before the suite in which it is called, and ended after it. */
export function windowsOf(chromium: string | undefined, settings: Record<string, string> = {}): Windows {
  const folder = testFolders();
  let browser: Browser;
  let started: Started;
  beforeAll(async () => {
    [started, browser] = await Promise.all([startCommand("start", await folder(), settings), openBrowser(chromium ?? "")]);
  });
  afterAll(async () => {
    await browser?.close();
    await started?.interrupt();
  });
  return {
    get browser() {
      return browser;
    },
    get started() {
      return started;
    },
    open: (part) => openChat(browser, started.windows.get(part) ?? ""),
  };
}
