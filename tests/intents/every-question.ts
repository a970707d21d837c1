/** Every question about every item of a plan that it can be about, with its arguments. */
import { INTENTS } from "../../src/intents/index.js";
import { addDays, type KnownPlan, quarterOf, quarterSpan } from "../../src/plan/index.js";

export const lead = "business.lead@example.org";

/** Intents that take a scope and nothing else that matters. */
const aboutScope = [
  "worry",
  "top-risks",
  "needs-me",
  "brief-me",
  "good-news",
  "sitting-on",
  "plan-alive",
  "about-to-slip",
  "slipped-since",
  "most-overdue",
  "how-late",
  "met-late",
  "undated",
  "held-up",
  "measures-better",
  "measures-worse",
  "measures-met",
  "measures-missed",
  "measures-no-figures",
  "measures-no-target",
  "plan-size",
  "themes",
  "oos-cost",
];

const outOfScope = INTENTS.map(({ name }) => name).filter((name) => name.startsWith("oos-"));

export function everyQuestion({ catalogue, plan }: KnownPlan): [string, Record<string, unknown>][] {
  const scopes = ["plan", ...catalogue.items.map(({ id }) => id)];
  const quarter = quarterOf(plan, "2026-11-24");
  const window = { ...quarterSpan(plan, quarter.year, quarter.quarter), label: "this quarter" };
  const soon = { from: "2026-11-24", to: addDays("2026-11-24", 28), label: "the next 28 days" };
  const themes = catalogue.themes.map(({ id }) => id);
  return [
    ...scopes.flatMap((scope): [string, Record<string, unknown>][] => [
      ["standing", { scope }],
      ["standing", { scope, why: true, asked: "complete" }],
      ["actions", { scope }],
      ["actions", { scope, states: ["red", "overdue"] }],
      ["deadline", { scope }],
      ["due", { scope, window }],
      ["due", { scope, window: soon, soon: true }],
      ["overdue", { scope }],
      ["leads", { scope }],
      ["measures", { scope }],
      ["missing", { scope }],
      ["count", { what: "actions", scope, list: true }],
      ["ranking", { what: "priorities", end: "worst", scope }],
      ["who-changed", { scope }],
      ["changed-since", { scope, window: { ...window, from: "2026-10-01", label: "from 1 October 2026" } }],
    ]),
    ...catalogue.items
      .filter(({ type }) => type !== "theme")
      .map(({ id }): [string, Record<string, unknown>] => ["name-person", { scope: id, role: "lead", person: "anna.smith@example.org" }]),
    ...catalogue.measures.flatMap(({ id }): [string, Record<string, unknown>][] =>
      (["latest", "trend", "target", "baseline", "reporter"] as const).map((aspect) => ["figure", { measure: id, aspect }]),
    ),
    ...catalogue.measures.map(({ id }): [string, Record<string, unknown>] => ["figure-good", { measure: id }]),
    ...["needs-me", "worry", "top-risks", "brief-me", "good-news", "sitting-on", "held-up", "undated", "about-to-slip", "what-do-i-report"].flatMap(
      (name): [string, Record<string, unknown>][] => [
        [name, {}],
        [name, { person: lead }],
      ],
    ),
    ["brief-me", { committee: true }],
    ...["hello", "thanks", "okay", "unhappy"].map((name): [string, Record<string, unknown>] => [name, {}]),
    ...outOfScope.map((name): [string, Record<string, unknown>] => [name, {}]),
    ...catalogue.measures.map(({ id }): [string, Record<string, unknown>] => ["report-figure", { measure: id, value: "12" }]),
    ...catalogue.actions.map(({ id }): [string, Record<string, unknown>] => ["change-status", { action: id, status: "complete" }]),
    ...catalogue.actions.flatMap(({ id }): [string, Record<string, unknown>][] => [
      ["mark-done", { action: id }],
      ["more-time", { action: id, due: "2028-06-30" }],
    ]),
    // These look at all that a scope holds, and one scope of each sort tells as much as all of them.
    ...["plan", ...catalogue.items.filter((_, place) => place % 5 === 0).map(({ id }) => id)].flatMap((scope): [string, Record<string, unknown>][] => [
      ...aboutScope.map((name): [string, Record<string, unknown>] => [name, { scope }]),
      ["measures-better", { scope, window }],
      ["slipped-since", { scope, window: { ...window, from: "2025-10-01", label: "from 1 October 2025" } }],
      ["count", { scope, what: "milestones", states: ["overdue"] }],
    ]),
    // Drawn or worked out whole each time, so not for every item.
    ...["plan", ...catalogue.items.filter((_, place) => place % 12 === 0).map(({ id }) => id)].flatMap((scope): [string, Record<string, unknown>][] => [
      ["chart", { scope }],
      ["chart", { scope, as: "timeline" }],
      ["report", { scope }],
      ["since-frozen", { scope }],
      ["who-changed", { scope, since: {} }],
    ]),
    ["report", { window, committee: true }],
    ["my-actions", {}],
    ["requests", {}],
    ["hand-over", {}],
    ["hand-over", { person: lead, to: "anna.smith@example.org" }],
    ["managers", {}],
    ["managers", { person: "anna.smith@example.org" }],
    ["committee", {}],
    ["changed-since", { committee: true }],
    ["freeze", { name: "as agreed" }],
    ["since-frozen", {}],
    ["since-frozen", { name: "July 2025" }],
    ["compare", { scopes: themes }],
    ["held", { person: lead }],
    ["unled", {}],
    ["calendar", {}],
    ["help", {}],
    ["welcome", {}],
    ["unanswered", {}],
    ["report-figure", {}],
    ["change-status", {}],
    ["unknown-id", { id: "99.9" }],
    ["not-understood", { words: ["fines"] }],
    ["choose", { about: "it", choices: catalogue.themes.slice(0, 4).map(({ id, theme }) => ({ id, says: `How is ${theme.name} doing?` })) }],
  ];
}

/** What a manager gets more of. */
export const writing = new Set([
  "help",
  "welcome",
  "unanswered",
  "change-status",
  "mark-done",
  "more-time",
  "name-person",
  "hand-over",
  "managers",
  "committee",
  "freeze",
  "report-figure",
  "needs-me",
  "plan-alive",
  "sitting-on",
]);
