import { describe, expect, test } from "vitest";
import { chromiumOrSkip } from "../support/browser.js";
import { keepPicture } from "../support/render/render.js";
import { windowsOf } from "./windows.js";

const chromium = chromiumOrSkip();

describe.skipIf(!chromium)("npm start", () => {
  const windows = windowsOf(chromium);

  test("prints a window for a manager, a lead and a member of staff", () => {
    expect([...windows.started.windows.keys()]).toEqual(["a manager", "a lead", "a member of staff"]);
    expect(new Set(windows.started.windows.values()).size).toBe(3);
  });

  test("answers a manager's question about the sample plan with a card, and a button of it asks on", async () => {
    const chat = await windows.open("a manager");
    const card = await chat.ask("how is 2.3 doing");
    expect(await card.textContent()).toMatch(/\((red|amber|green)\).*2\.3 Deliver services to support business start-ups.*Lead: /s);
    await keepPicture(chat.page, "chat-client");
    const row = card.getByText("Establish a sustainable");
    expect(await row.isVisible()).toBe(false);
    await card.getByRole("button", { name: "Show 2 actions" }).click();
    expect(await row.isVisible()).toBe(true);
    const next = await chat.press(card, "What changed in it");
    expect(await next.textContent()).toMatch(/2\.3/);
  });

  test("knows the lead in the lead's window", async () => {
    const chat = await windows.open("a lead");
    const card = await chat.ask("what is mine");
    expect(await card.textContent()).toContain("2.3");
  });

  test("shows a whole answer in a narrow window", async () => {
    const chat = await windows.open("a manager");
    await chat.page.getByTitle("Hide log panel").click();
    await chat.page.setViewportSize({ width: 760, height: 810 });
    const card = await chat.ask("how is 2.3 doing");
    await chat.page.mouse.move(0, 0);
    await chat.page.locator('[data-lexical-editor="true"]').blur();
    await keepPicture(chat.page, "chat-client-narrow");
    const box = await card.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 760 && box.height < 750).toBe(true);
  });

  test("says nothing wrong, and stops at once on Ctrl+C with its windows", async () => {
    expect(windows.started.output()).not.toMatch(/"level":"error"/);
    expect(await windows.started.interrupt()).toBe(0);
    for (const address of windows.started.windows.values()) await expect(fetch(address)).rejects.toThrow();
  });
});
