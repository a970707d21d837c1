/** Whether the asker may report or change something, and who may instead. Pure. */

import { may, type Permission } from "../people/index.js";
import type { ItemOf } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import { listed } from "./wording.js";

/** A manager is named with the addresses that are known, at most three. */
export function managersInWords({ managers }: AnswerContext): string {
  const shown = managers.slice(0, 3);
  return shown.length ? `a manager (${listed(shown, "or")}${managers.length > 3 ? " among others" : ""})` : "a manager";
}

/** Whether the asker is one right now; not when the channel could not say who asks. */
export const isManager = ({ managers, asker }: AnswerContext): boolean => Boolean(asker.email && managers.includes(asker.email.toLowerCase()));

const who = (context: AnswerContext) => ({ email: context.asker.email?.toLowerCase(), isManager: isManager(context) });

/** Whether the asker may report the measure's figure, as its reporter, its priority's lead or a manager. */
export const mayReport = (context: AnswerContext, { measure, priority }: ItemOf<"measure">): boolean =>
  may("report a figure", { ...who(context), reporter: measure.reporter, leads: [priority.lead] });

/** Whether the asker may do this to the action, as its lead, its priority's lead or a manager. */
export const mayChange = (context: AnswerContext, { action, priority }: ItemOf<"action">, permission: Permission = "change a status"): boolean =>
  may(permission, { ...who(context), leads: [action.lead, priority.lead] });

const people = (...named: (string | undefined)[]): string[] => [...new Set(named.filter((one): one is string => Boolean(one)))];

/** "Only a@example.org, b@example.org or a manager (c@example.org) can report this figure." */
export function onlyReporters(context: AnswerContext, { measure, priority }: ItemOf<"measure">): string {
  if (!context.asker.email) return notKnown;
  return `Only ${listed([...people(measure.reporter, priority.lead), managersInWords(context)], "or")} can report this figure.`;
}

/** "Only a@example.org or a manager (b@example.org) can change this action.", or that nobody knows who asks. */
export function onlyChangers(context: AnswerContext, { action, priority }: ItemOf<"action">): string {
  if (!context.asker.email) return notKnown;
  return `Only ${listed([...people(action.lead, priority.lead), managersInWords(context)], "or")} can change this action.`;
}

const notKnown = "I could not find out who you are just now, so I do not know what you may change. Please ask again in a moment.";
