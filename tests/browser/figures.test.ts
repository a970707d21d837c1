/** A member of staff fills in a real form in the chat client, gets a receipt in its place, and corrects it. */
import { describe, expect, test } from "vitest";
import { chromiumOrSkip } from "../support/browser.js";
import { patienceOfWaiting } from "../support/pace.js";
import { keepPicture } from "../support/render/render.js";
import { windowsOf } from "./windows.js";

const chromium = chromiumOrSkip();

describe.skipIf(!chromium)("a figure in the chat client", () => {
  const windows = windowsOf(chromium);

  test("is typed into a form, saved, and corrected with the reason", async () => {
    const chat = await windows.open("a member of staff");
    const card = await chat.ask("update 1.1.m1");
    await expectText(card, /(?:Report|Correct) the figure for 1\.1\.m1/);
    const why = card.getByLabel("Why is it changed?");
    if (await why.count()) await why.fill("Counted by hand.");
    await card.getByLabel(/^Figure/).fill("147");
    await card.getByLabel("Note (optional)").fill("Two workshops more.");
    await keepPicture(chat.page, "figure-form");
    await card.getByRole("button", { name: "Save" }).click();
    await expectText(card, /Saved: 1\.1\.m1 is 147/);
    await expectText(card, /Note: Two workshops more\..*By:.*Receipt:/s);
    await keepPicture(chat.page, "figure-receipt");
    await card.getByRole("button", { name: "Correct this" }).click();
    await expectText(card, /Correct the figure for 1\.1\.m1/);
    await card.getByLabel(/^Figure/).fill("148");
    await card.getByRole("button", { name: "Save" }).click();
    await expectText(card, /Please say in a few words why the figure is changed\./);
    expect(await card.getByLabel(/^Figure/).inputValue()).toBe("148");
    await card.getByLabel("Why is it changed?").fill("One came late.");
    await card.getByRole("button", { name: "Save" }).click();
    await expectText(card, /Saved: 1\.1\.m1 is 148.*Changed because: One came late\./s);
    const history = await chat.ask("history of 1.1.m1");
    expect(await history.textContent()).toMatch(/148 .*before that: 147/s);
    await keepPicture(chat.page, "figure-history");
    expect(windows.started.output()).not.toMatch(/"level":"error"/);
  });
});

/** Waits until a card reads so: a pressed card is replaced where it stands. */
async function expectText(card: { textContent(): Promise<string | null> }, pattern: RegExp): Promise<void> {
  await expect.poll(() => card.textContent(), patienceOfWaiting).toMatch(pattern);
}
