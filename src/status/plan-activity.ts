/** Whether the plan is kept alive: who reports, what nobody reports or leads, how soon people answer. Pure. */
import { dutyOf, frequencyOf, type Report } from "../figures/index.js";
import { type Day, dayOf, daysBetween, type ItemOf, lastEnded, leadAsOf, leadOf, type Plan, periodBefore, statusOf } from "../plan/index.js";
import type { CurrentAction, PlanState } from "./plan-state.js";

/** A message that reached somebody. */
export interface ReminderSent {
  person: string;
  day: Day;
}

/** Something that somebody saved: the instant (ISO 8601) and who. */
export interface Saved {
  by: string;
  at: string;
}

export interface PlanActivity {
  /** People who have figures to report, by name in the plan. */
  owners: string[];
  /** Those of them who reported for the newest period that is over, of any measure of theirs. */
  reportedNow: string[];
  /** Those who reported in each of the last four periods. */
  reportedAlways: string[];
  /** Those who reported in none of the last four periods. */
  silent: string[];
  /** Ids of measures that never had a figure, and how many measures there are. */
  neverReported: string[];
  measures: number;
  /** Ids of open actions that nobody leads, of those whose lead was here and cannot be written to any more, and how many open actions there are. */
  withoutLead: string[];
  leadLeft: string[];
  openActions: number;
  /** Answers within 28 days of a reminder: how many reminders there were, how many were answered, and in how many days as a rule (the median). */
  reminders: number;
  answered: number;
  answeredWithin?: number;
}

const periodsBack = 4;
const answerDays = 28;

export interface ActivityFacts {
  reports: Map<string, Report[]>;
  reminders: readonly ReminderSent[];
  saved: readonly Saved[];
  /** Of the leads, those who can be written to. */
  reached: ReadonlySet<string>;
}

/** Who reports, which measures never had a figure, whose lead left, how soon leads answer. Pure: all reads are given. */
export function planActivity(state: PlanState, { reports, reminders, saved, reached }: ActivityFacts): PlanActivity {
  const { plan, today, measures, actions } = state;
  const items = measures.map(({ item }) => item);
  const owners = [...new Set(items.flatMap((item) => dutyOf(item) ?? []))].sort();
  const periods = owners.map((owner) => ({
    owner,
    by: reportedBack(
      plan,
      items.filter((item) => dutyOf(item) === owner),
      reports,
      today,
    ),
  }));
  const open = openActionsOf(actions);
  const wasHere = new Set([...reminders.map(({ person }) => person), ...saved.map(({ by }) => by)]);
  return {
    owners,
    reportedNow: periods.filter(({ by }) => by[0]).map(({ owner }) => owner),
    reportedAlways: periods.filter(({ by }) => by.every(Boolean)).map(({ owner }) => owner),
    silent: periods.filter(({ by }) => !by.some(Boolean)).map(({ owner }) => owner),
    neverReported: measures.filter(({ newest }) => !newest).map(({ item }) => item.id),
    measures: measures.length,
    withoutLead: open.filter((one) => !leadOf(one) && !leadAsOf(one)).map(({ id }) => id),
    leadLeft: open.filter((one) => hasLeft(leadOf(one), wasHere, reached)).map(({ id }) => id),
    openActions: open.length,
    ...answersTo(plan, reminders, saved),
  };
}

/** Neither complete nor cancelled. */
/** Neither complete nor cancelled. */
export const openActionsOf = (actions: readonly CurrentAction[]): CurrentAction[] =>
  actions.filter(({ action }) => !["complete", "cancelled"].includes(statusOf(action)));

/** Whoever never met the bot has not left. */
const hasLeft = (lead: string | undefined, wasHere: ReadonlySet<string>, reached: ReadonlySet<string>): boolean =>
  lead !== undefined && wasHere.has(lead) && !reached.has(lead);

/** Whether anything of these was reported for the newest period that is over, the one before, and so on; periods before the plan began do not count. */
function reportedBack(plan: Plan, items: ItemOf<"measure">[], reports: Map<string, Report[]>, today: Day): boolean[] {
  return Array.from({ length: periodsBack }, (_, back) => back).flatMap((back) => {
    const asked = items
      .map((item) => ({ item, period: periodBefore(plan, lastEnded(plan, frequencyOf(item), today), back) }))
      .filter(({ period }) => period.to >= plan.starts);
    return asked.length ? [asked.some(({ item, period }) => reports.get(item.id)?.some(({ period: name }) => name === period.name))] : [];
  });
}

function answersTo(plan: Plan, reminders: readonly ReminderSent[], saved: readonly Saved[]): Pick<PlanActivity, "reminders" | "answered" | "answeredWithin"> {
  const days = new Map<string, Day[]>();
  for (const { by, at } of saved) days.set(by, [...(days.get(by) ?? []), dayOf(new Date(at), plan.timeZone)]);
  const waits = reminders.flatMap(({ person, day }) => {
    const next = (days.get(person) ?? []).filter((each) => each >= day).sort()[0];
    const wait = next === undefined ? Number.POSITIVE_INFINITY : daysBetween(day, next);
    return wait <= answerDays ? [wait] : [];
  });
  waits.sort((a, b) => a - b);
  const middle = waits[Math.floor((waits.length - 1) / 2)];
  return { reminders: reminders.length, answered: waits.length, ...(middle !== undefined && { answeredWithin: middle }) };
}
