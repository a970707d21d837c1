/** A file with more rows to look at than a card holds: pages, what is kept from one to the other, and what a card may weigh. Over HTTP, as Teams would. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Plan } from "../../src/plan/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { appendix, bullets, row } from "../support/appendix-text.js";
import { chromiumOrSkip, openBrowser } from "../support/browser.js";
import { faultsOf, objectsOf } from "../support/card-check.js";
import { driveOfSuite } from "../support/drive.js";
import { headOfService } from "../support/features.js";
import type { ShownCard } from "../support/form.js";
import { keepPicture, overflowOf, showCards } from "../support/render/render.js";
import { chosenOn, inputsOf, pagesOf, send, settle } from "./sent-files.js";
import { openTalk, type Talk } from "./talk.js";

const drive = driveOfSuite();
let storage: Storage;
let talk: Talk;
beforeEach(async () => {
  storage = await openStorage();
  talk = await openTalk(storage, { file: "museum" });
});
afterEach(() => talk.stop());

const numbers = Array.from({ length: 45 }, (_, at) => at + 1);
/** 45 priorities that are new, each with a date that cannot be read; the 4 themes of the museum's plan are gone; kinds are inferred. */
const long = (lengthened = "", measure = (at: number) => `Number of visits ${at}`) =>
  appendix(...numbers.map((at) => row(`1.${at + 20} Priority ${at}${lengthened}`, `Do number ${at}${lengthened}`, `Spring ${at}`, measure(at))));

const sendText = (text: string) => {
  drive.served = new TextEncoder().encode(text);
  return send(talk, headOfService, [drive.file("long.txt")]);
};
const planNow = async (): Promise<Plan> => ((await talk.features.plans.current()) as { plan: Plan }).plan;
const action = (plan: Plan, id: string) =>
  plan.themes.flatMap(({ priorities }) => priorities.flatMap(({ actions, retired }) => (retired ? [] : actions))).find((one) => one.id === id && !one.retired);
const press = (card: ShownCard, title: string, typed?: Record<string, string>) => talk.press(headOfService, card, title, typed);
const bytesOf = ({ card }: ShownCard): number => JSON.stringify(card).length * 2;

describe("a file with more rows than a card holds", () => {
  test("shows each of them once, with its own input, on cards that are not too large", async () => {
    const pages = await pagesOf(talk, await sendText(long()));
    const total = Number(/Please check (\d+) rows/.exec(pages[0]?.text ?? "")?.[1]);
    expect(total).toBeGreaterThan(90);
    const names = pages.flatMap((page) => page.names);
    expect([names.length, new Set(names).size]).toEqual([total, total]);
    for (const at of numbers) expect(pages.filter((page) => inputsOf(page).has(`Date of 1.${at + 20}.1`))).toHaveLength(1);
    for (const page of pages) {
      expect(faultsOf(page.card)).toEqual([]);
      expect(bytesOf(page)).toBeLessThan(40 * 1024);
      expect(page.names.length).toBeLessThanOrEqual(6);
      expect(page.buttons.slice(-2)).toEqual(["Import", "Do not import"]);
    }
    expect(pages[0]?.buttons).not.toContain("Back");
    expect(pages[1]?.buttons.slice(0, 2)).toEqual(["Back", "Next rows"]);
    expect(pages.at(-1)?.buttons[0]).toBe("Back");
    expect(pages[1]?.text).toMatch(/These are \d+ to \d+:/);
    expect(pages[0]?.text).toContain(`The other ${total - 6} are not checked yet. If you press Import now, they are taken as read.`);
    expect(pages[1]?.text).toContain(`${total - 12} of the others are not checked yet.`);
    expect(pages.at(-1)?.text).toContain("You have checked all the others.");
  });

  test("with words at their longest has all its rows too, none of them cut away", async () => {
    const first = await sendText(long(` ${"as printed at length ".repeat(70)}`, () => `Number of visits ${"by anybody at all ".repeat(100)}`));
    const pages = await pagesOf(talk, first);
    const total = Number(/Please check (\d+) rows/.exec(first.text)?.[1]);
    expect(pages.some(({ text }) => text.includes('Offered are the first 40 of 45; "join 1.21.m1" offers all later.'))).toBe(true);
    expect(pages.flatMap(({ names }) => names)).toHaveLength(total);
    for (const page of pages) {
      expect(bytesOf(page)).toBeLessThan(40 * 1024);
      // The widest limits of a card were kept to: choices and labels are whole.
      for (const { label, choices = [] } of objectsOf(page.card).filter(({ type }) => String(type).startsWith("Input.")))
        expect([String(label), ...(choices as { title: string }[]).map(({ title }) => title)].filter((words) => words.endsWith("…"))).toEqual([]);
    }
  });

  test("keeps what was chosen on another page, back and forth and from whichever page it is imported; the rest is as read", async () => {
    const first = await sendText(long());
    const second = await press(first, "Next rows", chosenOn(first, { "Date of 1.21.1": "2027-05-31" }));
    const third = await press(second, "Next rows", chosenOn(second, { "Date of 1.27.1": "2027-06-30" }));
    const back = await press(await press(third, "Back"), "Back");
    expect(chosenOn(back, { "Date of 1.21.1": "?" })).toEqual(
      Object.fromEntries(Object.entries(back.inputs).flatMap(([name, value]) => (value === "2027-05-31" ? [[name, "?"]] : []))),
    );
    // Taken back again, and something else chosen, before the button that imports.
    const receipt = await press(back, "Import", chosenOn(back, { "Date of 1.21.1": "", "Date of 1.22.1": "2027-07-31" }));
    expect(receipt.text).toContain("Imported: Museum Strategy Action Plan");
    const plan = await planNow();
    expect(["1.21.1", "1.22.1", "1.27.1", "1.40.1"].map((id) => action(plan, id)?.milestones)).toEqual([
      undefined,
      [{ due: "2027-07-31" }],
      [{ due: "2027-06-30" }],
      undefined,
    ]);
  });

  test("keeps it over a restart, and when the same page is pressed twice or an older one again", async () => {
    const first = await sendText(long());
    const typed = chosenOn(first, { "Date of 1.21.1": "2027-05-31" });
    const [second, again] = await Promise.all([press(first, "Next rows", typed), press(first, "Next rows", typed)]);
    expect(again?.text).toBe(second?.text);
    await talk.stop();
    talk = await openTalk(storage);
    // The page as it was before anything was chosen, as another client may still show it: what stands on it now counts.
    await press(first, "Next rows", chosenOn(first, { "Date of 1.21.1": "2027-05-31", "Date of 1.22.1": "2027-08-31" }));
    const receipt = await press(second as ShownCard, "Import", chosenOn(second as ShownCard, { "Date of 1.27.1": "2027-06-30" }));
    expect(receipt.text).toContain("Imported:");
    const plan = await planNow();
    expect(["1.21.1", "1.22.1", "1.27.1"].map((id) => action(plan, id)?.milestones?.[0]?.due)).toEqual(["2027-05-31", "2027-08-31", "2027-06-30"]);
    // Any page of it says what was done, and does nothing more.
    const { revision } = (await talk.features.plans.current()) as { revision: number };
    for (const [page, title] of [
      [first, "Import"],
      [second as ShownCard, "Import"],
      [second as ShownCard, "Next rows"],
    ] as const)
      expect((await press(page, title)).text).toBe(receipt.text);
    expect((await talk.features.plans.current())?.revision).toBe(revision);
  });

  test("of two managers is one file each: what one chooses is not chosen for the other, and only one of them is imported", async () => {
    const other = "other.manager@example.org";
    await talk.press(headOfService, await talk.card(headOfService, `make ${other} a manager`), "Make a manager");
    const mine = await sendText(long());
    const theirs = await send(talk, other, [drive.file("long.txt")]);
    const second = await press(mine, "Next rows", chosenOn(mine, { "Date of 1.21.1": "2027-05-31" }));
    expect((await talk.press(other, second, "Import")).text).toContain("made for somebody else");
    expect((await talk.press(other, theirs, "Import")).text).toContain("Imported:");
    expect(action(await planNow(), "1.21.1")?.milestones).toBeUndefined();
    expect((await press(second, "Import")).text).toContain("another import (Other Manager)");
    expect((await press(second, "Next rows")).text).toContain("another import (Other Manager)");
  });

  test("stays on a page where something cannot be taken, and says where; nothing else that was chosen there is lost", async () => {
    const first = await sendText(long());
    const wrong = chosenOn(first, { "Date of 1.21.1": "next spring", "Date of 1.22.1": "2027-08-31" });
    for (const title of ["Next rows", "Import"]) {
      const marked = await press(first, title, wrong);
      expect(marked.text).toContain("check what is marked");
      expect(marked.text).toContain("This is not a date.");
      expect(chosenOn(marked, { "Date of 1.22.1": "?" })).toEqual(
        Object.fromEntries(Object.entries(marked.inputs).flatMap(([name, value]) => (value === "2027-08-31" ? [[name, "?"]] : []))),
      );
    }
  });

  test("whose last rows have to be put right in the file leads back to them from any page", async () => {
    const text = appendix(...numbers.map((at) => row(`1.${at + 20} Priority ${at}`, "", "Year 1", `Visits ${at}`)));
    const pages = await pagesOf(talk, await sendText(text));
    const place = pages.findIndex((page) => inputsOf(page).has("What should happen to 1.60"));
    const page = pages[place] as ShownCard;
    const next = await press(page, "Next rows", chosenOn(page, { "What should happen to 1.60": "Stop" }));
    expect(place).toBeGreaterThan(1);
    for (const from of [next, pages[0] as ShownCard]) {
      const stopped = await press(from, "Import");
      expect(stopped.text).toContain("you said of 1 row that the file has to be corrected first");
      expect(stopped.names).toEqual(page.names);
    }
  });

  test("may be left alone from any page", async () => {
    const second = await press(await sendText(long()), "Next rows");
    expect((await press(second, "Do not import")).text).toContain("long.txt is thrown away");
    expect((await press(second, "Next rows")).text).toContain("this one has gone");
  });

  test("settles all its rows on the way", async () => {
    const wanted = Object.fromEntries(numbers.map((at) => [`Date of 1.${at + 20}.1`, `2027-${String((at % 12) + 1).padStart(2, "0")}-15`]));
    const left = Object.fromEntries(numbers.filter((at) => at % 5 === 0).map((at) => [`What should happen to 1.${at + 20}, which is new`, "Leave it out"]));
    await settle(talk, await sendText(long()), { ...wanted, ...left });
    const plan = await planNow();
    for (const at of numbers) {
      const due = action(plan, `1.${at + 20}.1`)?.milestones?.[0]?.due;
      expect(due, `1.${at + 20}.1`).toBe(at % 5 === 0 ? undefined : wanted[`Date of 1.${at + 20}.1`]);
    }
  });
});

const chromium = chromiumOrSkip();

describe.skipIf(!chromium)("its pages", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(() => browser?.close());

  /** Over a plan of their own, with rows of many kinds. */
  async function cards(): Promise<Record<string, ShownCard>> {
    const before = appendix(
      row(
        "1.1 Welcome everyone to the museum",
        bullets("Open late on Thursdays", "Sell tickets at the door", "Train the guides"),
        "Year 1 Year 1 Year 2",
        "Number of visits",
      ),
      row("1.2 Teach", "Run classes for schools", "Year 1", "Classes held"),
    );
    const over = await sendText(before);
    await press(over, "Import");
    const after = appendix(
      row(
        "1.1 Welcome everyone to the museum",
        bullets("Paint the doors", "Open late on Thursdays", "Increased visits by schools"),
        "Year 1 Year 1",
        "Number of visits",
      ),
      row("1.3 Reach out to people who have never been to a museum before", "Go to the markets", "Spring 2027, if the van is mended", "Number of visits"),
      "",
      "Printed on recycled paper by the council's own printers",
    );
    const first = await sendText(after);
    const pages = await pagesOf(talk, first);
    const typed = chosenOn(first, Object.fromEntries([...inputsOf(first).keys()].filter((label) => label.startsWith("Date of")).map((label) => [label, "x"])));
    return { over, first, later: pages.at(-1) as ShownCard, middle: pages[1] as ShownCard, marked: await press(first, "Import", typed) };
  }

  test.each([
    ["light", 700],
    ["light", 320],
    ["dark", 700],
    ["dark", 320],
  ] as const)("stay within a window of their width (%s, %i), and each input has a label", async (theme, width) => {
    const page = await browser.newPage();
    for (const [name, { card }] of Object.entries(await cards())) {
      await showCards(page, [card], theme, width);
      await keepPicture(page, `import-${name}-${theme}-${width}`);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      for (const input of await page.locator("input, select, textarea").all())
        expect(await input.evaluate((it) => (it as unknown as { labels: unknown[] }).labels.length)).toBeGreaterThan(0);
    }
    await page.close();
  });
});
