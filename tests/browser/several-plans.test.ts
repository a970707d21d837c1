/** Two plans in one house, in the chat client: named, chosen, and a card of one pressed after the chat went over to the other. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { bringForward, migrations } from "../../src/backup/index.js";
import { importPlan } from "../../src/imports/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { openStorage } from "../../src/storage/index.js";
import { chromiumOrSkip } from "../support/browser.js";
import { openFeatures } from "../support/features.js";
import { keepPicture } from "../support/render/render.js";
import type { Chat } from "./chat.js";
import { windowsOf } from "./windows.js";

const chromium = chromiumOrSkip();

async function twoPlans(folder: string): Promise<void> {
  const storage = await openStorage({ folder });
  await bringForward(storage, migrations);
  const features = await openFeatures(storage);
  for (const [file, into] of [
    ["libraries", {}],
    ["museum", { id: "museums", name: "Museums" }],
  ] as const) {
    const read = readPlan(file, readFileSync(new URL(`../questions/plans/${file}.json`, import.meta.url), "utf8"));
    await importPlan(features, read, { by: "head.of.service@example.org", at: new Date(), into });
  }
  await storage.close();
}

describe.skipIf(!chromium)("two plans in the chat client", () => {
  const windows = windowsOf(chromium, {}, twoPlans);
  let manager: Chat;
  /** The newest card that says so. */
  const card = (words: RegExp) => manager.page.locator(".ac-adaptiveCard").filter({ hasText: words }).last();
  const asked = async (text: string, words: RegExp) => {
    await manager.ask(text);
    await card(words).waitFor();
  };

  beforeAll(async () => {
    manager = await windows.open("a manager");
  });

  test("a question is answered from the default plan, and from the one that it names", async () => {
    await asked("how is the plan doing", /From the Libraries and Heritage plan, as at /);
    await asked("how is the Museums plan doing", /Harbour Museums Forward Plan.*From the Museums plan, as at /s);
    await keepPicture(manager.page, "plans-named");
    await asked("what is overdue in the Parks plan", /There is no Parks plan.*These are loaded: /s);
  });

  test("the chat goes over to the other one, and a card of the first still acts on the first", async () => {
    await asked("which plans are there", /2 plans are loaded/);
    await keepPicture(manager.page, "plans-list");
    await asked("how is 2.3 doing", /2\.3 Deliver services/);
    const old = card(/2\.3 Deliver services/);
    await asked("use the Museums plan here", /Use the Museums plan here\?/);
    await keepPicture(manager.page, "plans-choose");
    await card(/Use the Museums plan here\?/)
      .getByRole("button", { name: "Use it here" })
      .click();
    await card(/The Museums plan is used here now/).waitFor();
    await keepPicture(manager.page, "plans-chosen");
    await asked("who are the leads", /From the Museums plan/);
    await old.getByRole("button", { name: "Place as a whole" }).click();
    await expect.poll(() => manager.page.locator(".ac-adaptiveCard").last().textContent()).toContain("From the Libraries and Heritage plan");
    await keepPicture(manager.page, "plans-pressed");
  });

  test("says nothing wrong", () => expect(windows.started.output()).not.toMatch(/"level":"error"/));
});
