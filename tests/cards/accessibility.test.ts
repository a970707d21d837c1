/** Every card for everybody: images with alternative text, inputs with a label, words that stand out from what is behind them. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COLOURS } from "../../src/shared/colour.js";
import { renderCard } from "../../src/teams/cards.js";
import { chromiumOrSkip, openBrowser } from "../support/browser.js";
import { objectsOf } from "../support/card-check.js";
import { publishedThemes, themes, viewOf } from "../support/render/host.js";
import { showCards } from "../support/render/render.js";
import { samples } from "../support/samples.js";
import { answerOfAllViews } from "./answers.js";

const chromium = chromiumOrSkip();
/** WCAG 2.2 AA: 4.5 of text, 3 of what is no text. */
const LEAST_OF_TEXT = 4.5;
const LEAST_OF_MARKS = 3;
/** What stands beside words that say the same. */
const MARK = /^[●○✓!]$/;

const light = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

describe.each(samples())("the card of $name", ({ answer }) => {
  const objects = objectsOf(renderCard(answer));

  test("has alternative text on every image and a label on every input", () => {
    const images = objects.filter(({ type }) => type === "Image");
    const inputs = objects.filter(({ type }) => String(type).startsWith("Input."));
    expect(images.filter(({ altText }) => !altText)).toEqual([]);
    expect(inputs.filter(({ label }) => !label)).toEqual([]);
    if (answer.view === "picture") expect(images).toHaveLength(1);
    if (answer.view === "form" && answer.data.parts.some((part) => part.inputs.length)) expect(inputs.length).toBeGreaterThan(0);
  });
});

// Teams chooses the colours of its themes: its red comes to 4.47 in the dark, and by the palettes that Microsoft published green and amber to 2 on white.
test.each([...answerOfAllViews("words"), ...samples().map(({ answer }) => answer)])(
  "on the card of $view a mark may have a colour, words have none",
  (answer) => {
    const coloured = objectsOf(renderCard(answer)).filter(({ type, color = "Default" }) => type === "TextRun" && color !== "Default");
    expect(coloured.filter(({ text }) => !MARK.test(String(text).trim()))).toEqual([]);
  },
);

const contrast = (one: string, other: string): number => {
  const [a = 0, b = 0] = [light(one), light(other)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
};

test.each([
  ["light", "#ffffff"],
  ["dark", viewOf("dark").card],
] as const)("every colour of a picture, or its edge, stands out from the ground of a %s card, and the number on it from the colour", (theme, ground) => {
  for (const [colour, tones] of Object.entries(COLOURS)) {
    const { fill, edge, text } = tones[theme];
    expect(contrast(edge ?? fill, ground), colour).toBeGreaterThanOrEqual(LEAST_OF_MARKS);
    expect(contrast(fill, text), colour).toBeGreaterThanOrEqual(LEAST_OF_TEXT);
  }
});

/** Texts of the page whose contrast is too low, with what it is. As text, as the page's globals are not those of the tests. */
const tooFaint = (leastOfMarks: number) => `(() => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  return [...document.querySelectorAll(".card *")].filter((element) => own(element) && element.getClientRects().length && !/^(style|script|option)$/i.test(element.tagName)).flatMap((element) => {
    const [a, b] = [light(parts(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    return contrast < (${MARK}.test(element.textContent.trim()) ? ${leastOfMarks} : ${LEAST_OF_TEXT}) ? [contrast.toFixed(2) + " " + element.textContent.trim().slice(0, 40)] : [];
  });
})()`;

describe.skipIf(!chromium)("on a page", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  // Of a mark that says no more than the words beside it nothing is asked, and in Microsoft's palettes amber and green are faint on white.
  test.each([...themes.map((theme) => [theme, LEAST_OF_MARKS] as const), ...publishedThemes.map((theme) => [theme, 1] as const)])(
    "no word of any card is too faint in the %s theme",
    async (theme, leastOfMarks) => {
      await showCards(
        page,
        samples().map(({ answer }) => renderCard(answer)),
        theme,
        600,
      );
      expect(await page.evaluate("document.querySelectorAll('.card').length")).toBe(samples().length);
      expect(await page.evaluate(tooFaint(leastOfMarks))).toEqual([]);
    },
  );
});
