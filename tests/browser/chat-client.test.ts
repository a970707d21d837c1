import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ChatWindow, openWindow, people } from "../../src/chat-client/index.js";
import type { Storage } from "../../src/storage/index.js";
import { openStorage } from "../../src/storage/index.js";
import { type Conversation, openConversation } from "../conversations/harness.js";
import { openSmallDesk } from "../conversations/small-desk.js";
import { chromiumOrSkip, openBrowser } from "../support/browser.js";
import { keepPicture } from "../support/render/render.js";
import { openChat } from "./chat.js";

const chromium = chromiumOrSkip();

describe.skipIf(!chromium)("the chat client, as a manager sees it", { timeout: 60_000 }, () => {
  let folder: string;
  let storage: Storage;
  let bot: Conversation;
  let window: ChatWindow;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "waymark-"));
    storage = await openStorage();
    bot = await openConversation({ storage, desk: openSmallDesk() });
    const [person] = people;
    if (!person) throw new Error("nobody to be");
    window = await openWindow({ person, bot: bot.bot, port: 56_250, folder, environment: process.env });
    browser = await openBrowser(chromium ?? "");
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    window?.close();
    await bot?.stop();
    await storage?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("a question gets its answer as a card, and a button of the card asks on", async () => {
    const chat = await openChat(browser, window.address);
    const card = await chat.ask("how is 2.3 doing");
    expect(await card.textContent()).toContain("You said: how is 2.3 doing, head.of.service@example.org");
    const next = await chat.press(card, "Again");
    expect(await next.textContent()).toContain("You said: again");
    await keepPicture(chat.page, "chat-client");
    expect(bot.log).toEqual([]);
  });
});
