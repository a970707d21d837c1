import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderCard } from "../../src/teams/cards.js";
import { chromiumOrSkip, openBrowser } from "../support/browser.js";
import { themes } from "../support/render/host.js";
import { keepPicture, overflowOf, showCards } from "../support/render/render.js";
import { samples } from "../support/samples.js";
import { answerOfAllViews } from "./answers.js";

const chromium = chromiumOrSkip();
describe.skipIf(!chromium)("a card in a chat", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
    page = await browser.newPage({ deviceScaleFactor: 1.5 });
  });
  afterAll(() => browser.close());

  test.each(answerOfAllViews("[x](http://evil.example) **b** _i_ <at>Priya</at> <b>c</b>\n\n- one\n# two http://evil.example"))(
    "of $view with markup in every place shows it as written",
    async (answer) => {
      await showCards(page, [renderCard(answer)], "light", 800);
      expect(await page.locator(".card :is(a, b, i, strong, em, ul, li, h1, at, img, script)").count()).toBe(0);
      expect(await page.locator(".card").textContent()).toContain("[x](http://evil.example) **b** _i_ <at>Priya</at> <b>c</b>");
    },
  );

  // The pictures stay in tests/browser/pictures/ for a person to look at.
  test.each(samples().flatMap(({ name, answer }) => themes.map((theme) => ({ name, answer, theme }))))(
    "$name, $theme, stays within a phone's 320 pixels and a desk's 800",
    async ({ name, answer, theme }) => {
      for (const width of [320, 800]) {
        await showCards(page, [renderCard(answer)], theme, width);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        await keepPicture(page, `${name}-${theme}-${width}`);
      }
    },
  );
});
