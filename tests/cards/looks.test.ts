/** What people see most, as the bot sends it, in a chat: nothing reaches beyond a phone's width. The pictures stay in tests/browser/pictures/ for a person to look at. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "../../src/storage/index.js";
import { business, events, openReminded } from "../conversations/reminded.js";
import { send, talkOverSample } from "../conversations/sent-files.js";
import type { Talk } from "../conversations/talk.js";
import { chromiumOrSkip, openBrowser } from "../support/browser.js";
import { driveOfSuite } from "../support/drive.js";
import { headOfService } from "../support/features.js";
import type { ShownCard } from "../support/form.js";
import { themes } from "../support/render/host.js";
import { keepPicture, overflowOf, showCards } from "../support/render/render.js";

const chromium = chromiumOrSkip();
const csv = `Priority,Ref,Action,Lead,By when,KPI
Priority 1: Open spaces,1.1,Mend the bandstand,parks.lead@example.org,March 2026,Number of concerts
Priority 1: Open spaces,1.2,Draw up a map of paths,Parks Manager,March 2027,
Priority 2: Play areas,2.1,Check every swing,,May 2027,
Priority 2: Play areas,2.2,Open a splash pad,Parks Manager,TBC,
`;

const questions: [name: string, as: string, text: string][] = [
  ["status-plan", headOfService, "how is the plan doing"],
  ["status-theme", headOfService, "how is Place doing"],
  ["status-priority", headOfService, "how is 2.3 doing"],
  ["status-action", headOfService, "how is 2.3.1 doing"],
  ["status-measure", headOfService, "how is 1.2.m1"],
  ["why", headOfService, "why is 2.2 red"],
  ["attention", headOfService, "what should I worry about"],
  ["top-three", headOfService, "top three risks"],
  ["needs-me", headOfService, "what needs me this week"],
  ["brief-me", headOfService, "brief me for committee on Thursday"],
  ["alive", headOfService, "how alive is the plan"],
  ["never-reports", headOfService, "who never reports"],
  ["yours-lead", business, "what is mine?"],
  ["yours-reporter", events, "what is mine?"],
  ["who-has-not", headOfService, "who has not reported?"],
  ["chase", headOfService, "chase everyone who is late"],
  ["unknown-quarter", events, "school visits were 262 in Q5"],
  ["several-figures", events, "1.2.m1 was 244 and 1.2.m2 was 160"],
  ["several-figures-all", events, "report figures"],
  ["not-used", events, "1.2.m1 was 244, last year 160"],
  ["import-help", headOfService, "how do I import a plan"],
  ["help", headOfService, "help"],
  ["changed", headOfService, "what changed since October"],
  ["good-news", headOfService, "good news"],
  ["sitting-on", headOfService, "who is sitting on something"],
  ["taken-as", headOfService, "how is the carbn thing and who leads it"],
];

/** Titles of buttons that are wider than their card, which are cut there. */
const cutButtons = (page: Page): Promise<string[]> =>
  page.evaluate(
    "[...document.querySelectorAll('.ac-pushButton')].filter((button) => button.getBoundingClientRect().right > button.closest('.card').getBoundingClientRect().right - 15 || button.scrollWidth > button.clientWidth + 1).map((button) => button.textContent)",
  );

describe.skipIf(!chromium)("in a chat", () => {
  let browser: Browser;
  let page: Page;
  const cards = new Map<string, ShownCard>();
  const talks: Talk[] = [];
  const drive = driveOfSuite();

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
    page = await browser.newPage({ deviceScaleFactor: 1 });
    const talk = await openReminded(await openStorage(), () => undefined, { all: true });
    talks.push(talk);
    for (const [name, as, text] of questions) {
      const all = await talk.ask(as, text, { conversation: `a:${name}` });
      for (const [place, card] of all.entries()) cards.set(place ? `${name}-${place}` : name, card);
    }
    cards.set("ask-all", await talk.press(headOfService, cards.get("who-has-not") as ShownCard, "Ask them all"));
    const over = await talkOverSample();
    talks.push(over);
    drive.served = Buffer.from(csv);
    const file = await send(over, headOfService, [drive.file("parks-plan.csv")]);
    cards.set("import", file);
    cards.set("checklist", await over.press(headOfService, file, "Import", { starts: "2025-04-01" }));
    cards.set("to-do", await over.card(headOfService, "What is left to set up?"));
    cards.set("unreported-overdue", await over.card(headOfService, "what is overdue in the whole plan"));
    cards.set("unreported-status", await over.card(headOfService, "how is 1 doing"));
    cards.set("unreported-action", await over.card(headOfService, "how is 1.1 doing"));
    cards.set("unreported-worry", await over.card(headOfService, "what should I worry about"));
    cards.set("who-is-who", await over.card(headOfService, "who is who"));
  });
  afterAll(async () => {
    await Promise.all([browser.close(), ...talks.map((talk) => talk.stop())]);
  });

  test.each(themes)("%s, every card stays within a phone's 320 pixels and a desk's 700", async (theme) => {
    for (const [name, { card }] of cards)
      for (const width of [320, 700]) {
        await showCards(page, [card], theme, width);
        expect(await overflowOf(page), `${name} at ${width}`).toBeLessThanOrEqual(0);
        expect(await cutButtons(page), `${name} at ${width}`).toEqual([]);
        await keepPicture(page, `look-${name}-${theme}-${width}`);
      }
  });

  /** Heights at 320 pixels before anything was folded. */
  const before: [name: string, pixels: number, first: RegExp][] = [
    ["status-plan", 811, /^Off track \(red\)[\s\S]*Because 2 of its 3 themes are: People and Place\./],
    ["status-theme", 1_166, /^Off track \(red\)[\s\S]*Because 3 of its 5 priorities are: 2\.1, 2\.2 and 2\.3\./],
    ["status-priority", 1_384, /^Off track \(red\)[\s\S]*overdue by 238 days\.[\s\S]*Note on 2\.3\.1:[\s\S]*Lead: \nBusiness Lead/],
    ["status-action", 674, /^At risk \(amber\)[\s\S]*overdue by 238 days\.[\s\S]*Note:[\s\S]*Lead: \nBusiness Lead/],
    ["status-measure", 1_121, /262 visits\n2026-27 Q2[\s\S]*up 22 from 240 visits[\s\S]*38 short of it\./],
  ];
  test.each(before)("%s is half as high as it was, and its first 400 characters answer the question", async (name, pixels, first) => {
    const { card, text } = cards.get(name) as ShownCard;
    await showCards(page, [card], "light", 320);
    expect(await page.evaluate("document.querySelector('.card').getBoundingClientRect().height")).toBeLessThanOrEqual(pixels / 2);
    expect(text.slice(0, 400)).toMatch(first);
  });

  test("what More shows is out of sight until it is pressed", async () => {
    await showCards(page, [(cards.get("status-action") as ShownCard).card], "light", 320);
    const full = page.getByText("In full:");
    expect(await full.isVisible()).toBe(false);
    await page.getByRole("button", { name: "More" }).click();
    expect(await full.isVisible()).toBe(true);
    expect(await page.locator(".card").textContent()).toMatch(/network in OCC libraries.*Hub: .*done on.*as imported on/s);
  });
});
