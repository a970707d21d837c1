/** What a text is understood as, without what is offered beside the answer and what the words were taken for. */
import { readFileSync } from "node:fs";
import type { Interpretation } from "../../src/assistant/assistant.js";
import { type Context, planIndexOf, understand } from "../../src/nlu/index.js";
import { catalogueOf } from "../../src/plan/index.js";
import { readPlan } from "../../src/plan-import/index.js";

export const understood = (text: string, context: Context): Interpretation[] =>
  understand(text, context).map(({ question, args: { instead: _, ...args } }) => ({ question, args: withoutAssumed(args) }) as Interpretation);

const withoutAssumed = ({ carried, ...args }: Record<string, unknown>): Record<string, unknown> =>
  carried === undefined || String(carried).startsWith("Taken as") ? args : { ...args, carried };

/** Asks of one of the plans of the question sets, on 24 November 2026 unless it is said otherwise; turns before are texts too. */
export function askingOf(name: string, { today = "2026-11-24", asker = "somebody@example.org" } = {}) {
  const { plan } = readPlan(name, readFileSync(new URL(`../questions/plans/${name}.json`, import.meta.url), "utf8"));
  const context = { plan, planIndex: planIndexOf(catalogueOf(plan), plan.title), today, asker };
  return (...texts: string[]): Interpretation[] => texts.reduce<Interpretation[]>((before, text) => understood(text, { ...context, before }), []);
}

/** "due 1.2 beth@example.org 2026-12-01..2026-12-31": each reading with its arguments, in the order of their names, what was assumed left out. */
export const inShort = (readings: Interpretation[]): string =>
  readings
    .map(({ question, args: { carried: _, ...args } }) =>
      [
        question,
        ...Object.keys(args)
          .sort()
          .map((name) => shown(args[name as keyof typeof args])),
      ].join(" "),
    )
    .join(" + ");

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => (typeof one === "object" ? (one as { says: string }).says : String(one))).join("|");
  if (typeof value === "object" && value) return `${(value as { from: string }).from}..${(value as { to: string }).to}`;
  return String(value);
}
