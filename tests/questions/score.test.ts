import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importPlan } from "../../src/imports/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { openStorage, type Storage } from "../../src/storage/index.js";
import { type Conversation, openConversation } from "../conversations/harness.js";
import { openFeatures } from "../support/features.js";
import { textOf } from "../support/teams.js";
import { agreedAndChanged } from "./agreed.js";

interface Asked {
  id: string;
  category: string;
  as: string;
  now: string;
  history: string[];
  q: string;
  expect: { all: string[]; any: string[][]; none: string[] };
}

/** Share of each set that must be answered right over the wire; what is understood of all sets is in tables.test.ts. */
const floors: Record<string, number> = { council: 0.95, reminders: 0.97, frozen: 1 };
/** Sets that are asked of another set's plan. */
const planOf: Record<string, string> = { reminders: "libraries", frozen: "libraries" };
/** What was done before anything is asked. */
const doneBefore: Record<string, (storage: Storage) => Promise<void>> = { frozen: agreedAndChanged };

const here = (path: string) => new URL(path, import.meta.url);
const askedIn = (set: string): Asked[] =>
  readFileSync(here(`sets/${set}.jsonl`), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Asked);

function problemsIn(text: string, { all, any, none }: Asked["expect"]): string[] {
  const has = (source: string) => new RegExp(source, "i").test(text);
  return [
    ...all.filter((source) => !has(source)).map((source) => `lacks /${source}/`),
    ...any.filter((group) => !group.some(has)).map((group) => `lacks any of ${group.join(" | ")}`),
    ...none.filter(has).map((source) => `must not have /${source}/`),
  ];
}

describe.each(Object.entries(floors))("questions about the %s plan, through the real adapter", (set, floor) => {
  let conversation: Conversation;

  beforeAll(async () => {
    const storage = await openStorage({});
    const features = await openFeatures(storage);
    const plan = `${planOf[set] ?? set}.json`;
    const read = readPlan(plan, readFileSync(here(`plans/${plan}`), "utf8"));
    await importPlan(features, read, { by: "head.of.service@example.org", at: new Date("2026-09-01T08:00:00Z") });
    await doneBefore[set]?.(storage);
    conversation = await openConversation({ storage, assistant: features.assistant, directory: features.directory });
  });
  afterAll(() => conversation.stop());

  it(`are answered right, at least ${floor * 100} of a hundred`, async () => {
    const wrong: string[] = [];
    const asked = askedIn(set);
    for (const { id, category, as, now, history, q, expect: wanted } of asked) {
      const options = { conversation: `a:${id}`, at: now };
      for (const before of history) await conversation.say(as, before, options);
      const { replies } = await conversation.say(as, q, options);
      const text = replies.flatMap(({ attachments = [] }) => attachments.map(({ content }) => textOf(content))).join("\n");
      const problems = problemsIn(text, wanted);
      if (problems.length) wrong.push(`${id} [${category}] ${[...history, q].join(" > ")}: ${problems.join("; ").slice(0, 300)}`);
    }
    expect(1 - wrong.length / asked.length, wrong.join("\n")).toBeGreaterThanOrEqual(floor);
  });
});
