/** Searching the plan while a message is written: what is found, and the card that a found line becomes. */
import { beforeAll, describe, expect, test } from "vitest";
import { chromiumOrSkip } from "../support/browser.js";
import { keepPicture } from "../support/render/render.js";
import type { Chat } from "./chat.js";
import { windowsOf } from "./windows.js";

const chromium = chromiumOrSkip();

describe.skipIf(!chromium)("searching while a message is written", () => {
  const windows = windowsOf(chromium);
  let staff: Chat;
  beforeAll(async () => {
    staff = await windows.open("a member of staff");
  });

  test("finds items by their words, and a found line becomes its card in the message", async () => {
    const { page } = staff;
    const cards = page.locator(".ac-adaptiveCard");
    await page.getByRole("button", { name: "Trigger Message Extension App" }).click();
    await page.getByText("Search Command").click();
    await page.keyboard.type("school visits");
    const line = page.getByText("1.2.m1 Increased number of school visits");
    await line.waitFor();
    await keepPicture(page, "search");
    const before = await cards.count();
    await line.click();
    await expect.poll(() => cards.count()).toBe(before + 1);
    expect(await cards.last().textContent()).toMatch(/1\.2\.m1 Increased number of school visits to libraries.*visits/s);
    await keepPicture(page, "search-card");
  });
});
