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

/** Started before the suite in which it is called, and ended after it; `prepare` puts something into its data before. */
export function windowsOf(
  chromium: string | undefined,
  settings: Record<string, string> = {},
  prepare: (folder: string) => Promise<void> = async () => undefined,
): Windows {
  const folder = testFolders();
  let browser: Browser;
  let started: Started;
  beforeAll(async () => {
    const data = await folder();
    await prepare(data);
    [started, browser] = await Promise.all([startCommand("start", data, settings), openBrowser(chromium ?? "")]);
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
