/** What there is to know of whether the plan is kept alive, looked up: of the last year. */

import type { Change, Which } from "../audit/index.js";
import type { Report } from "../figures/index.js";
import { addDays, type Day, leadOf, startOfDay } from "../plan/index.js";
import { openActionsOf, type PlanActivity, planActivity, type ReminderSent } from "./plan-activity.js";
import type { PlanState } from "./plan-state.js";

export interface ActivitySources {
  /** Changes of the plan; see AuditLog.changes. */
  changes(which: Omit<Which, "plan">): Promise<Change[]>;
  /** Reminders of the plan that arrived, from a day on. */
  remindersSent(from: Day): Promise<ReminderSent[]>;
  /** Of these people, those who can be written to. */
  reached(emails: string[]): Promise<ReadonlySet<string>>;
}

const lookBackDays = 365;
/** More say no more of how soon people answer. */
const mostChanges = 2_000;

/** `last`: the newest change that somebody made, whom the record names by address. */
export async function readActivity(
  { changes, remindersSent, reached }: ActivitySources,
  state: PlanState,
  reports: Map<string, Report[]>,
): Promise<{ activity: PlanActivity; last?: Change }> {
  const { timeZone } = state.plan;
  const from = addDays(state.today, -lookBackDays);
  const span = { from: startOfDay(from, timeZone), before: startOfDay(addDays(state.today, 1), timeZone) };
  const leads = [...new Set(openActionsOf(state.actions).flatMap((one) => leadOf(one) ?? []))];
  const [all, reminders, those] = await Promise.all([
    changes({ ...span, newestFirst: true, limit: mostChanges }),
    remindersSent(from),
    leads.length ? reached(leads) : new Set<string>(),
  ]);
  const saved = all.filter(({ by }) => by.includes("@"));
  const [last] = saved;
  return { activity: planActivity(state, { reports, reminders, saved, reached: those }), ...(last && { last }) };
}
