/** Freezing the plan and asking what changed since, told apart from reminders that stop and from the record. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { planIndexOf } from "../../src/nlu/plan-index.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";
import { understood } from "./understood.js";

const { plan } = readPlan("libraries", readFileSync(new URL("../questions/plans/libraries.json", import.meta.url), "utf8"));
const context = { plan, planIndex: planIndexOf(catalogueOf(plan), plan.title), today: "2026-11-24", asker: "head.of.service@example.org", before: [] };
const one = (text: string) => {
  const [first, ...rest] = understood(text, context);
  expect(rest).toEqual([]);
  return [first?.question, first?.args];
};

it.each<[string, Record<string, unknown>]>([
  ["freeze the plan as agreed", { name: "as agreed" }],
  ["Freeze the plan as 'agreed July 2025'", { name: "agreed July 2025" }],
  ["please freeze the plan as “Agreed by Cabinet, 12 July 2025”.", { name: "Agreed by Cabinet, 12 July 2025" }],
  ["freeze this version", {}],
  ["freeze the plan", {}],
  ["Could you freeze the plan as it stands now?", {}],
  ["freeze the plan as it stands as July 2025", { name: "July 2025" }],
  ["freeze the current plan and call it Baseline v1.2", { name: "Baseline v1.2" }],
  ["take a snapshot of the plan", {}],
  ["keep this version as agreed in July", { name: "as agreed in July" }],
  ["how do I freeze the plan?", {}],
  ["freeze the plan please", {}],
  ["freze plan as agreed", { name: "as agreed" }],
  ["freeze it as agreed, thanks", { name: "as agreed" }],
  ["freeze the plan: agreed July 2025", { name: "as agreed July 2025" }],
])("%s freezes the plan", (text, args) => expect(one(text)).toEqual(["freeze", args]));

it.each<[string, Record<string, unknown>]>([
  ["what changed since it was agreed", {}],
  ["What has changed since the plan was agreed?", {}],
  ["what changed since the plan was frozen", {}],
  ["what's changed since we agreed it", {}],
  ["has anything changed since it was approved by cabinet?", {}],
  ["compare with the agreed version", {}],
  ["compare the plan with the agreed version", {}],
  ["what is different from the agreed plan", {}],
  ["how is the plan different from the frozen version?", {}],
  ["what has changed since July 2025 version", { name: "July 2025" }],
  ["what has changed since the July 2025 version?", { name: "July 2025" }],
  ['What changed since version "agreed July 2025"?', { name: "agreed July 2025" }],
  ["what changed since 'As agreed'", { name: "As agreed" }],
  ["which frozen versions are there", {}],
  ["what has changed since we froze it", {}],
  ["what deadlines have moved since it was agreed?", {}],
  ["which actions are new since the plan was agreed", {}],
  ["have the dates changed since the plan was agreed by the council", {}],
  ["what has changed since the plan was approved by the cabinet in July 2025", { name: "July 2025" }],
  ["which figures have changed since it was agreed", {}],
  ["which figures are new since the plan was agreed", {}],
])("%s compares", (text, args) => expect(one(text)).toEqual(["since-frozen", args]));

it.each<[string, Record<string, unknown>]>([
  ["what changed in 2.3 since it was agreed", { scope: "2.3" }],
  ["What has changed under 2.3 since the plan was agreed?", { scope: "2.3" }],
  ["what changed in Place since it was agreed", { scope: "2" }],
  ["what has changed in the Place theme since we agreed the plan", { scope: "2" }],
  ["what changed in theme 2 since the July 2025 version", { name: "July 2025", scope: "2" }],
  ["what changed since it was agreed in 2.3", { scope: "2.3" }],
  ["what has changed since the plan was agreed under Place", { scope: "2" }],
  ["what changed on 2.3.1 since it was frozen", { scope: "2.3.1" }],
  ["which dates in 2.3 have moved since it was agreed", { scope: "2.3" }],
  ["which actions in Place are new since the plan was agreed", { scope: "2" }],
  ["has anything changed in 2.3 since it was approved by cabinet?", { scope: "2.3" }],
  ["since it was agreed, what changed in 2.3?", { scope: "2.3" }],
  ["what changed in the carbon priority since it was agreed", { scope: "2.2" }],
  ['What changed in 2.3 since version "agreed July 2025"?', { name: "agreed July 2025", scope: "2.3" }],
  ["what changed in the plan since it was agreed", {}],
  ["what changed in the wording since it was agreed", {}],
])("%s compares a part", (text, args) => expect(one(text)).toEqual(["since-frozen", args]));

it.each<[string, Record<string, unknown>]>([
  ["who changed the plan since it was agreed", { scope: "plan", since: {} }],
  ["who changed 2.3 since it was agreed", { scope: "2.3", since: {} }],
  ["who has changed anything in Place since the plan was agreed?", { scope: "2", since: {} }],
  ["who changed what since it was agreed", { scope: "plan", since: {} }],
  ["who updated 2.3.1 since we agreed it", { scope: "2.3.1", since: {} }],
  ["who changed 2.3.m1 since the July 2025 version", { scope: "2.3.m1", since: { name: "July 2025" } }],
  ['Who changed 2.3 since version "agreed July 2025"?', { scope: "2.3", since: { name: "agreed July 2025" } }],
  ["who has changed the plan since it was frozen", { scope: "plan", since: {} }],
])("%s asks the record since then", (text, args) => expect(one(text)).toEqual(["who-changed", args]));

it.each([
  ["what changed in 9.9 since it was agreed", "unknown-id"],
  ["what changed in the swimming pools since it was agreed", "not-understood"],
])("%s says that there is no such part", (text, question) => expect(one(text)[0]).toBe(question));

it.each([
  ["freeze reminders", "reminders-pause"],
  ["freeze all reminders until 12 May", "reminders-pause"],
  ["please freeze the plan's reminders", "reminders-pause"],
  ["what changed since Monday", "changed-since"],
  ["what changed since July 2025", "changed-since"],
  ["what changed since the last committee", "changed-since"],
  ["what has changed in 2.3 this week", "changed-since"],
  ["what changed", "changed-since"],
  ["who changed 2.3.1", "who-changed"],
  ["which actions are new", "actions"],
  ["history of 2.3.m1", "history"],
  ["what changed since Monday in the plan", "changed-since"],
  ["what has changed since 1 October in the action plan", "changed-since"],
  ["compare 2.3 with 2.4", "compare"],
  ["compare Place with People", "compare"],
])("%s does not: %s", (text, question) => expect(one(text)[0]).toBe(question));
