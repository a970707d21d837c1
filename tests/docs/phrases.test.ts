/** What the pages tell people to say is understood, on the plan that they start with. */
import { beforeAll, expect, test } from "vitest";
import { traitsOf } from "../../src/intents/index.js";
import { planIndexOf } from "../../src/nlu/plan-index.js";
import { understand } from "../../src/nlu/understand.js";
import { openRoom, type Room } from "../intents/room.js";
import { pages, tableRows, textOf } from "./pages.js";

const quoted = (text: string): string[] => [...text.matchAll(/"([^"]+)"/g)].map(([, words = ""]) => words).filter((words) => !words.includes("…"));

/** In tables under "Say", and in the text of the first week. */
const phrases = [
  ...new Set([
    ...pages.flatMap((page) => tableRows(page).flatMap((row) => quoted(row.Say ?? row["Said in the chat"] ?? ""))),
    ...quoted(textOf("docs/first-week.md").replaceAll(/```[\s\S]*?```/g, "")),
  ]),
];
/** Labels, words of Teams' own and of the manual, which nobody says. */
const NOT_SAID = new Set(["not yet reported", "Manage apps", "Users and groups", "Search the plan"]);
/** They lean on a turn before. */
const AFTER: Record<string, string> = { "Correct that": "report figures", "use the museum plan": "which plans are there" };

let room: Room;
beforeAll(async () => {
  room = await openRoom("libraries");
});

test("there are phrases to look at", () => expect(phrases.length).toBeGreaterThan(60));

test.each(phrases.filter((words) => !NOT_SAID.has(words)))("%s", (words) => {
  const { plan, catalogue } = room.known;
  const around = { plan, planIndex: planIndexOf(catalogue, plan.title), today: "2026-11-24", asker: "head.of.service@example.org" };
  const before = AFTER[words] ? understand(AFTER[words], { ...around, before: [] }) : [];
  const readings = understand(words, { ...around, before });
  expect(readings.filter(({ question }) => question === "choose" || traitsOf(question).missed || traitsOf(question).outOfPlan)).toEqual([]);
});
