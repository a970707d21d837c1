/** One message to one person in a manager's name: at most one on a day, whatever it is for, and once for each form. */

import { type Change, changeOf } from "../../audit/index.js";
import { authorOf, type RequestContext } from "../../people/index.js";
import { addDays, dayOf, startOfDay } from "../../plan/index.js";
import type { Pause } from "../settings.js";
import { askedOf, askedPart, freeTheDay, type Outcome, outcomeBefore } from "./asked-outcome.js";
import type { ReminderCommandParts } from "./parts.js";

export interface Request {
  /** Under which it counts once. */
  id: string;
  plan: string;
  who: string;
  /** The verb of the button. */
  through: string;
}

export type AskedOne = { outcome: Outcome; change: Change } | { whyNot: string; isUnmet?: true };

/** `tell` sends the message and says how many places it went to. */
export async function askOne(
  parts: ReminderCommandParts,
  context: RequestContext,
  request: Request,
  tell: (asked: Change) => Promise<number>,
): Promise<AskedOne> {
  const { id, plan, who, through } = request;
  if (!(await parts.auditLog.get(id))) {
    const whyNot = await whyNotNow(parts, context, who);
    if (whyNot) return { whyNot };
    if (!(await parts.messages.places([who])).has(who)) return { whyNot: `${who} has not opened Waymark in Teams yet.`, isUnmet: true };
    if ((await parts.days.take(who, context.today, plan)) !== plan) return { whyNot: `${who} has had a message about another plan today already.` };
  }
  const { change, again } = await parts.reminders.settings.change({ plan, who }, id, (now) => ({
    settings: { ...now, pauses: [...(now.pauses ?? []), forToday(context)] },
    change: changeOf({ id, plan, parts: [askedPart(who)], author: authorOf(context), at: context.at, through }),
  }));
  const outcome = again ? await outcomeBefore(parts, { plan, who }, id) : await outcomeOf(parts, who, () => tell(change));
  if (outcome === "refused" && !again) await freeTheDay(parts, { plan, who, day: context.today }, change, context.at);
  return { outcome, change };
}

async function outcomeOf(parts: ReminderCommandParts, who: string, tell: () => Promise<number>): Promise<Outcome> {
  if (await tell()) return "sent";
  // A place that the channel refuses for certain is forgotten.
  return (await parts.messages.places([who])).has(who) ? "unclear" : "refused";
}

/** What is due that day and has not gone yet goes on the next: the question is that day's message. */
function forToday(context: RequestContext): Pause {
  const { email } = authorOf(context);
  return { from: context.today, until: addDays(context.today, 1), why: `${email} has asked for an update`, by: email, at: context.at.toISOString() };
}

/** Nobody gets two messages on one day, whether a manager asked for it or it was due. */
async function whyNotNow({ auditLog, sentLog }: ReminderCommandParts, context: RequestContext, who: string): Promise<string | undefined> {
  const { plan, today } = context;
  const [sent, asked] = await Promise.all([
    sentLog.of(context.known.id, { person: who, from: today, limit: 1 }),
    askedOf(auditLog, { plan: context.known.id, who, from: startOfDay(today, plan.timeZone) }),
  ]);
  const before = asked.find(({ at }) => dayOf(new Date(at), plan.timeZone) === today);
  return before ? `${before.by} has asked ${who} today already.` : sent.length ? `${who} has had a reminder today already.` : undefined;
}
