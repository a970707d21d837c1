/** What came of a question: right at once, one press away, or how it failed. */

import type { Interpretation } from "../../../src/assistant/assistant.js";
import { type Context, understand } from "../../../src/nlu/index.js";
import { dayOf, type Plan } from "../../../src/plan/index.js";
import type { Asked, Wanted } from "./asked.js";

export const OUTCOMES = ["right", "one press", "alternative", "asked amiss", "refused", "wrong"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Judged {
  asked: Asked;
  outcome: Outcome;
  readings: readonly Interpretation[];
}

const idOf = ({ scope, measure, action, id }: Record<string, unknown>): unknown => scope ?? measure ?? action ?? id ?? "plan";

function fitsArgument(name: string, wanted: unknown, args: Record<string, unknown>): boolean {
  if (name === "scope" || name === "measure" || name === "action") return String(idOf(args)) === String(wanted);
  if (name === "scopes") return JSON.stringify([...((args.scopes as string[]) ?? [])].sort()) === JSON.stringify([...(wanted as string[])].sort());
  if (name === "states") return JSON.stringify([...((args.states as string[]) ?? [])].sort()) === JSON.stringify([...(wanted as string[])].sort());
  if (name === "window") {
    const [one, other] = [args.window, wanted] as ({ from: string; to: string } | undefined)[];
    return one?.from === other?.from && one?.to === other?.to;
  }
  // The latest figure is what is given when nothing else is asked for.
  if (name === "value") return amountOf(args[name]) === amountOf(wanted);
  if (name === "aspect") return (args[name] ?? "latest") === wanted;
  return String(args[name]).toLowerCase() === String(wanted).toLowerCase();
}

/** "£1,320" and 1320 come to the same in the form. */
const amountOf = (value: unknown): string => {
  const digits = String(value)
    .toLowerCase()
    .replace(/[£,%\s]/g, "");
  return /^-?\d+(?:\.\d+)?$/.test(digits) ? String(Number(digits)) : digits;
};

/** Whether a reading is what is wanted. */
export const fits = ({ question, args }: Interpretation, { intent, ...wanted }: Wanted): boolean =>
  (question === intent || (intent === "not-understood" && question.startsWith("oos-"))) &&
  Object.entries(wanted).every(([name, value]) => value === undefined || fitsArgument(name, value, args));

const isRight = (readings: readonly Interpretation[], { wants }: Asked): boolean =>
  wants.some((parts) => parts.every((wanted) => readings.some((one) => fits(one, wanted))));

const refusals = /^(?:not-understood|unknown-id|oos-)/;

interface Choice {
  says: string;
}

export function judge(asked: Asked, context: Judging): Judged {
  const readings = understand(asked.q, saidIn(asked, context));
  return judged(asked, readings, context);
}

/** What is known when the question is asked. */
export function saidIn(asked: Asked, context: Judging): Context {
  const said = { ...context, today: dayOf(new Date(asked.now), context.plan.timeZone ?? "Europe/London"), asker: asked.as };
  let before: Interpretation[] = [];
  for (const text of asked.history) before = understand(text, { ...said, before });
  return { ...said, before };
}

/** However it was read. */
export const judged = (asked: Asked, readings: readonly Interpretation[], context: Judging): Judged => ({
  ...{ asked, readings },
  outcome: outcomeOf(readings, asked, (text) => understand(text, { ...saidIn({ ...asked, history: [] }, context), before: readings })),
});

function outcomeOf(readings: readonly Interpretation[], asked: Asked, press: (text: string) => Interpretation[]): Outcome {
  const choices = readings.flatMap(({ args }) => (args.choices as Choice[] | undefined) ?? []);
  const offered = readings.flatMap(({ args }) => (args.instead as Choice[] | undefined) ?? []);
  const leads = ({ says }: Choice) => isRight(press(says), asked);
  if (isRight(readings, asked)) return "right";
  if (choices.some(leads)) return asked.ask ? "right" : "one press";
  if (offered.some(leads)) return "alternative";
  if (choices.length) return "asked amiss";
  return readings.every(({ question }) => refusals.test(question)) ? "refused" : "wrong";
}

/** `plan` as it is in force; one context for a whole set. */
export const contextFor = (plan: Plan, planIndex: Context["planIndex"]): Judging => ({ plan, planIndex });

export interface Judging {
  plan: Plan;
  planIndex: Context["planIndex"];
}
