import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import type { Theme } from "./host.js";
import { emptyPage, showing } from "./page.js";

const PICTURES = new URL("../../browser/pictures/", import.meta.url);

/** Shows cards as a chat of `width` pixels would. */
export const showCards = async (page: Page, cards: unknown[], theme: Theme, width: number): Promise<void> => {
  await page.setViewportSize({ width, height: 200 });
  if (!(await page.evaluate("'AdaptiveCards' in globalThis"))) await page.setContent(emptyPage);
  await page.evaluate(showing(cards, theme, width));
};

/** How many pixels the widest element reaches beyond the window. */
export const overflowOf = (page: Page): Promise<number> =>
  // As text: the page's globals are not those of the tests.
  page.evaluate("Math.max(...[...document.querySelectorAll('*')].map((element) => element.getBoundingClientRect().right)) - innerWidth");

/** Keeps what the page shows as tests/browser/pictures/<name>.png, which git ignores. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: new URL(`${name}.png`, PICTURES).pathname, fullPage: true });
};
