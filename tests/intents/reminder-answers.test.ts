/** What is asked of reminders without saying whom or when. */
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Interpretation } from "../../src/assistant/assistant.js";
import { importPlan } from "../../src/imports/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { openStorage } from "../../src/storage/index.js";
import { type Features, openFeatures } from "../support/features.js";

const manager = "clare.winslow@example.org";
let features: Features;
beforeAll(async () => {
  features = await openFeatures(await openStorage(), [manager]);
  const source = readFileSync(new URL("../questions/plans/dev2.json", import.meta.url), "utf8");
  await importPlan(features, readPlan("dev2.json", source), { by: manager, at: new Date("2026-10-12T09:00:00Z") });
});

const answer = (as: string, reading: Interpretation) =>
  features.assistant.answerNow(reading, { at: new Date("2026-11-24T10:00:00Z"), conversationId: "a:1", asker: { id: as, email: as } });

test("who leads something overdue is listed, the longest first, each with a button that asks them", async () => {
  const { text, data } = await answer(manager, { question: "reminders-ask", args: {} });
  expect(text).toContain("5 people lead something that is overdue.");
  expect(text.indexOf("Yusuf Demir · 3.1.2, 420 days overdue, was due on 30 September 2025")).toBeGreaterThan(0);
  expect(text.indexOf("Yusuf Demir")).toBeLessThan(text.indexOf("Marcus Reid"));
  const { suggestions } = data as { suggestions: { label: string; says: string }[] };
  expect(suggestions[0]).toEqual({ label: "Ask Yusuf Demir", says: "Ask yusuf.demir@example.org for an update" });
});

test("whoever is no manager asks nobody", async () => {
  expect((await answer("mo.farouk@example.org", { question: "reminders-ask", args: {} })).text).not.toContain("Whom shall I ask");
});

test("an item without a lead has nobody to ask, and says so", async () => {
  expect((await answer(manager, { question: "reminders-ask", args: { scope: "4.3" } } as Interpretation)).text).toContain("Nobody is named as lead of 4.3");
});

test("without a day the next reminder is told, with the date that it is about", async () => {
  const { text } = await answer("callum.frost@example.org", { question: "reminders-ahead", args: {} });
  expect(text).toContain("Reminders for you, Friday 4 December 2026");
  expect(text).toContain("2.2.3 Train forty heating engineers with the city college: Due in 7 days · 11 December 2026");
});

test("of a day that was said it is told that there is nothing", async () => {
  const window = { from: "2026-11-25", to: "2026-11-25", label: "tomorrow" };
  expect((await answer("callum.frost@example.org", { question: "reminders-ahead", args: { window } } as Interpretation)).text).toContain(
    "You get nothing on Wednesday 25 November 2026",
  );
});
