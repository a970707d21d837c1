/** What managers hear of a week, looked up: everything of the plan, so only when a manager's digest is due. */

import type { AuditLog } from "../audit/index.js";
import { dutyOf } from "../figures/index.js";
import type { Messages } from "../people/index.js";
import { type Catalogue, leadOf, startOfDay } from "../plan/index.js";
import { type PlanSources, readActivity, readPlanState } from "../status/index.js";
import { arrivedSince, type SentLog } from "./commands/sent-log.js";
import type { ManagerItem } from "./due-item.js";
import { managerItems } from "./manager-items.js";
import type { Week } from "./manager-lines/line.js";
import { mayGoUp } from "./manager-lines/overdue.js";
import type { PassState } from "./pass-state.js";
import type { ReminderFacts } from "./reminder-facts.js";
import type { ReminderLog } from "./reminder-log.js";

export interface WeekParts extends PlanSources {
  log: Pick<ReminderLog, "told" | "undelivered">;
  sentLog: Pick<SentLog, "of">;
  auditLog: Pick<AuditLog, "changes">;
  messages: Pick<Messages, "places">;
}

/** What managers hear on a Monday: everything that goes up, waits for them, is missing or could not be delivered. */
export async function weekItems(parts: WeekParts, facts: ReminderFacts, week: Week, passed: PassState | undefined): Promise<ManagerItem[]> {
  const { known, today } = facts;
  const { catalogue, id } = known;
  const { state, said, reports } = await readPlanState(parts, known, today);
  const keys = catalogue.actions.flatMap((item) => mayGoUp({ said }, item, week.monday));
  const told = await parts.log.told(id, keys);
  const named = namedIn(catalogue);
  const reached = new Set((await parts.messages.places(named)).keys());
  const missed = passed?.missed && passed.missed.noticed > week.after ? passed.missed : undefined;
  const { activity } = await readActivity(
    {
      changes: (which) => parts.auditLog.changes({ plan: id, ...which }),
      remindersSent: (from) => arrivedSince(parts.sentLog, id, from, today),
      reached: async () => reached,
    },
    state,
    reports,
  );
  return managerItems({
    ...facts,
    ...{ said, week, told, state, reports, activity },
    changes: await parts.auditLog.changes({ plan: id, from: startOfDay(week.after, known.plan.timeZone) }),
    undelivered: await parts.log.undelivered(id, week.after, today),
    unreachable: named.filter((email) => !reached.has(email)),
    ...(missed && { missed }),
  });
}

/** Everybody whom the plan expects something of. */
export function namedIn(catalogue: Catalogue): string[] {
  const leads = catalogue.actions.map(leadOf);
  const reporters = catalogue.measures.map(dutyOf);
  return [...new Set([...leads, ...reporters].filter((email) => email !== undefined))].sort();
}
