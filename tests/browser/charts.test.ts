/** Pictures in the chat client, which draws Teams' own charts, and on a plain card, where the image takes their place. */
import { beforeAll, describe, expect, test } from "vitest";
import { renderCard } from "../../src/teams/cards.js";
import { chromiumOrSkip } from "../support/browser.js";
import { keepPicture, showCards } from "../support/render/render.js";
import { samples } from "../support/samples.js";
import type { Chat } from "./chat.js";
import { windowsOf } from "./windows.js";

const chromium = chromiumOrSkip();

describe.skipIf(!chromium)("pictures", () => {
  const windows = windowsOf(chromium);
  let staff: Chat;

  beforeAll(async () => {
    staff = await windows.open("a member of staff");
  });

  test.each([
    ["chart of Place", "chart-status", /Actions of Place by status/],
    ["show me the trend of 1.1.m1", "chart-trend", /Trend of 1\.1\.m1/],
    ["timeline of 2.3", "chart-timeline", /Milestones of 2\.3/],
  ])('"%s" shows a picture with the same in words', async (text, name, words) => {
    const card = await staff.ask(text);
    expect(await card.textContent()).toMatch(words);
    await staff.page.waitForTimeout(500);
    await keepPicture(staff.page, name);
    expect(await card.locator("img, svg").count()).toBeGreaterThan(0);
  });

  test.each(samples().filter(({ answer }) => answer.view === "picture"))(
    "where charts are not known $name falls back to an image that loads and has alternative text",
    async ({ answer, name }) => {
      const page = await windows.browser.newPage();
      await showCards(page, [renderCard(answer)], "dark", 560);
      const image = page.locator(".card img");
      expect(await image.count()).toBe(1);
      expect(await image.getAttribute("alt")).toMatch(/in the list below\.$/);
      expect(await image.evaluate((it) => (it as unknown as { naturalWidth: number }).naturalWidth)).toBe(520);
      await keepPicture(page, `fallback-${name}`);
      await page.close();
    },
  );

  test("a report says how it stands on a short card, with the other formats beside it", async () => {
    const card = await staff.ask("report for committee on Place");
    expect(await card.textContent()).toMatch(/Report for committee on Place.*Place is .*\(red\).*I am making the Word file now/s);
    expect(await card.getByRole("button").allTextContents()).toEqual(["Excel file", "CSV file", "What is overdue?"]);
    await keepPicture(staff.page, "report");
  });

  test("says nothing wrong", () => expect(windows.started.output()).not.toMatch(/"level":"error"/));
});
