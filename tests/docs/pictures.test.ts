/** The pictures in the pages: each is a card as the bot sends it now, below what was said. `WAYMARK_PICTURES=1` draws them anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import UPNG from "upng-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { business, cardFor, dueOn, openReminded, people, type Reminded, staff } from "../conversations/reminded.js";
import { send } from "../conversations/sent-files.js";
import { chromiumOrSkip, openBrowser } from "../support/browser.js";
import { driveOfSuite } from "../support/drive.js";
import { headOfService } from "../support/features.js";
import type { ShownCard } from "../support/form.js";
import { overflowOf, showCards } from "../support/render/render.js";

const WIDTH = 560;
const COLOURS = 64;
const finance = "finance.staff@example.org";
const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface Picture {
  name: string;
  /** What a person said or pressed; nothing where the bot spoke first. */
  said?: string;
  card(talk: Reminded): Promise<ShownCard>;
  /** What has to stand on it for the page to be true. */
  shows: string[];
}

const drive = driveOfSuite();

/** In this order, over one plan, on Tuesday 24 November 2026. */
const PICTURES: Picture[] = [
  {
    name: "status",
    said: "how is 2.3 doing",
    card: (talk) => talk.card(staff, "how is 2.3 doing"),
    shows: ["At risk (amber)", "2.3", "Lead", "Business Lead"],
  },
  {
    name: "trend",
    said: "show me the trend of 1.1.m1",
    card: (talk) => talk.card(staff, "show me the trend of 1.1.m1"),
    shows: ["1.1.m1"],
  },
  {
    name: "reminder",
    card: async (talk) => cardFor(await talk.pass(), business),
    shows: ["Done", "At risk", "More time", "Not mine", "Snooze"],
  },
  {
    name: "status-form",
    said: "3.1.2 is at risk because the partner left",
    card: (talk) => talk.card(business, "3.1.2 is at risk because the partner left"),
    shows: ["3.1.2", "The partner left", "Save 3.1.2"],
  },
  {
    name: "figure-form",
    said: "external funding was £51,200 in Q2",
    card: (talk) => talk.card(finance, "external funding was £51,200 in Q2"),
    shows: ["£47,500.50", "£75,000", "Save"],
  },
  {
    name: "figure-receipt",
    card: async (talk) => talk.press(finance, await talk.card(finance, "external funding was £51,200 in Q2"), "Save"),
    shows: ["3.2.m4", "£51,200", "Receipt"],
  },
  {
    name: "missing",
    said: "who has not reported",
    card: (talk) => talk.card(headOfService, "who has not reported"),
    shows: ["Ask them all"],
  },
  {
    name: "attention",
    said: "what should I worry about",
    card: (talk) => talk.card(headOfService, "what should I worry about"),
    shows: ["1.4.1", "At risk (amber)"],
  },
  {
    name: "import",
    said: "appendix.docx",
    async card(talk) {
      drive.served = readFileSync(inProject("tests/fixtures/office/appendix.docx"));
      return send(talk, headOfService, [drive.file("appendix.docx")]);
    },
    shows: ["Import", "Do not import"],
  },
];

let talk: Reminded;
beforeAll(async () => {
  const dates = (plan: Parameters<Parameters<typeof openReminded>[1]>[0]) => {
    dueOn(plan, "2.3.1", "2026-12-22");
    dueOn(plan, "2.3.2", "2026-12-01", { status: "at-risk", note: "One of the three delivery partners has withdrawn." });
    dueOn(plan, "3.1.2", "2026-11-17");
  };
  talk = await openReminded(await openStorage(), dates, { all: true, met: [...people, finance] });
});
afterAll(() => talk.stop());

const cards = new Map<string, ShownCard>();

test.each(PICTURES)("$name shows what its page says", async ({ name, card, shows }) => {
  const shown = await card(talk);
  cards.set(name, shown);
  expect(
    shows.filter((words) => !shown.text.includes(words) && !shown.buttons.includes(words)),
    shown.text,
  ).toEqual([]);
});

/** What was said above the card, as a chat shows it. */
const bubbleFor = (said: string) => `{
  const bubble = document.createElement("div");
  bubble.textContent = ${JSON.stringify(said)};
  bubble.style = "font: 14px 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif; background: #e8ebfa; color: #242424; border-radius: 6px; padding: 8px 12px; margin: 0 0 12px auto; width: fit-content; max-width: 80%";
  document.body.prepend(bubble);
}`;

const chromium = chromiumOrSkip();
describe.skipIf(!chromium)("drawn", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
    page = await browser.newPage({ deviceScaleFactor: 1.5 });
  });
  afterAll(() => browser.close());

  test.each(PICTURES)("$name fits a chat", async ({ name, said }) => {
    await showCards(page, [cards.get(name)?.card], "light", WIDTH);
    if (said) await page.evaluate(bubbleFor(said));
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    const { width, height, ...drawn } = UPNG.decode(new Uint8Array(await page.screenshot({ fullPage: true })).buffer);
    const small = UPNG.encode(UPNG.toRGBA8({ width, height, ...drawn } as UPNG.Image), width, height, COLOURS);
    expect(small.byteLength).toBeLessThan(120_000);
    if (process.env.WAYMARK_PICTURES === "1") writeFileSync(inProject(`docs/pictures/${name}.png`), new Uint8Array(small));
  });
});
