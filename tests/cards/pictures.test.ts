import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderCard } from "../../src/teams/cards.js";
import { chromiumOrSkip, openBrowser } from "../support/browser.js";
import { themes } from "../support/render/host.js";
import { keepPicture, overflowOf, showCards } from "../support/render/render.js";
import { samples } from "../support/samples.js";
import { answerOfAllLooks } from "./answers.js";

const chromium = chromiumOrSkip();
/** WAYMARK_PICTURES=1 keeps a picture of every sample in tests/browser/pictures/, in both themes, narrow and wide. */
const keep = process.env.WAYMARK_PICTURES === "1";

describe.skipIf(!chromium)("a card in a chat", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
    page = await browser.newPage({ deviceScaleFactor: 1.5 });
  });
  afterAll(() => browser.close());

  test.each(samples())("$name stays within a phone's 320 pixels", async ({ answer }) => {
    await showCards(page, [renderCard(answer)], "light", 320);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });

  test.each(answerOfAllLooks("[x](http://evil.example) **b** _i_ <at>Priya</at> <b>c</b>\n\n- one\n# two http://evil.example"))(
    "of $look with markup in every place shows it as written",
    async (answer) => {
      await showCards(page, [renderCard(answer)], "light", 800);
      expect(await page.locator(".card :is(a, b, i, strong, em, ul, li, h1, at, img, script)").count()).toBe(0);
      expect(await page.locator(".card").textContent()).toContain("[x](http://evil.example) **b** _i_ <at>Priya</at> <b>c</b>");
    },
  );

  test.runIf(keep).each(themes)("%s pictures for a person to look at", async (theme) => {
    for (const { name, answer } of samples()) {
      for (const width of [320, 800]) {
        await showCards(page, [renderCard(answer)], theme, width);
        await keepPicture(page, `${name}-${theme}-${width}`);
      }
    }
  });
});
