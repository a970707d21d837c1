/** What the lead of an action hears of its milestones. Pure. */
import {
  addDays,
  askedFrom,
  type Day,
  dayInWords,
  type ItemOf,
  isMet,
  isUnreported,
  leadOf,
  type Milestone,
  type PlanAction,
  statusOf,
} from "../plan/index.js";
import { type Facts, milestoneLabel, withProgress } from "../progress/index.js";
import { type Going, goesOn } from "./delivery-day.js";
import { type LeadItem, type LeadStep, lastStep } from "./due-item.js";
import type { ReminderFacts } from "./reminder-facts.js";
import { goesUpAfter, leadSchedule, mondayFrom, type Step, warnedAhead, whyLead } from "./schedule.js";

type ActionItem = ItemOf<"action">;

export interface Heard<T> {
  item: T;
  /** Whose it is. */
  whose: string;
  going: Going;
}

/** What a reminder is about: an action and the place of its milestone, 0 for the first. */
export const milestoneKey = (action: string, place: number): string => `${action}/${place}`;

interface OpenPlace {
  place: number;
  milestone: Milestone;
  /** Not yet reported: asked about once, from this day on, and never overdue. */
  since?: Day;
}

/** An action as it stands now, with each milestone that is open and waits for nobody's answer. */
export function openPlaces({ action, facts }: { action: PlanAction; facts: Facts | undefined }): OpenPlace[] {
  const now = withProgress(action, facts);
  if (statusOf(now) === "cancelled") return [];
  return (now.milestones ?? []).flatMap((milestone, place) => {
    // The lead has done their part: the managers are asked.
    const waits = facts?.asked?.[String(place)] !== undefined;
    if (isMet(now, milestone) || waits) return [];
    return [{ place, milestone, ...(isUnreported(now, milestone) && { since: askedFrom(now, milestone) }) }];
  });
}

const stepsOf = ({ milestone, since }: Pick<OpenPlace, "milestone" | "since">): readonly Step<LeadStep>[] =>
  since === undefined ? leadSchedule(milestone.due) : [{ step: "on the day", day: since }];

/** The newest step of each open milestone, with the day it went or goes on; nothing where that is to come. */
export function leadItems(reminderFacts: ReminderFacts, item: ActionItem): Heard<LeadItem>[] {
  const whose = leadOf(item);
  if (!whose) return [];
  return openPlaces({ action: item.action, facts: reminderFacts.said.get(item.id) }).flatMap((open) => {
    const heard = newestStep(reminderFacts, { whose, key: milestoneKey(item.id, open.place), steps: stepsOf(open) });
    return heard ? [{ whose, going: heard.going, item: leadItem(reminderFacts, item, { ...open, ...heard }) }] : [];
  });
}

/** With the day on which a date that was past by then is first asked about; earliest first. */
const withLoaded = ({ action: { loaded } }: ActionItem, steps: readonly Step<LeadStep>[]): readonly Step<LeadStep>[] =>
  loaded ? [...steps, { step: "on the day" as const, day: loaded }].sort((a, b) => (a.day < b.day ? -1 : 1)) : steps;

/** When the newest step of each milestone goes, whatever was said of it since the plan came in. */
export function stepsByPlan(reminderFacts: ReminderFacts, item: ActionItem): Going[] {
  const whose = leadOf(item);
  if (!whose) return [];
  return (item.action.milestones ?? []).flatMap(
    (milestone, place) =>
      newestStep(reminderFacts, {
        whose,
        key: milestoneKey(item.id, place),
        steps: withLoaded(item, leadSchedule(milestone.due)),
      })?.going ?? [],
  );
}

/** The newest step that has gone or goes by today, and when it does. */
function newestStep(reminderFacts: ReminderFacts, { whose, key, steps }: { whose: string; key: string; steps: readonly Step<LeadStep>[] }) {
  const come = steps.filter(({ day }) => day <= reminderFacts.today);
  for (const { step, day } of come.reverse()) {
    const going = goesOn(reminderFacts, { who: whose, key, step, day }, reminderFacts.today);
    if (going) return { step, going };
  }
  return undefined;
}

type Newest = NonNullable<ReturnType<typeof newestStep>> & OpenPlace;

function leadItem({ today, said }: ReminderFacts, { id, action }: ActionItem, { step, place, milestone, since }: Newest): LeadItem {
  const label = milestoneLabel(action, place);
  // Told today, on whichever day it should have been.
  const goesUp = step === lastStep ? goesUpOn(milestone.due, today) : undefined;
  return {
    part: "lead",
    key: milestoneKey(id, place),
    id,
    text: action.text,
    place,
    ...(label && { milestone: label }),
    due: milestone.due,
    step,
    why: since === undefined ? whyLead(step, milestone.due, today) : "not yet reported: please say how it stands",
    more: [
      ...(goesUp ? [`It goes to the managers on ${dayInWords(goesUp)}, with the reason if you give one.`] : []),
      ...(said.get(id)?.answered?.[String(place)]?.agreed === false ? ["More time was asked for and refused."] : []),
    ],
    pressing: pressingOf(since ?? milestone.due, today),
    ...(goesUp && { goesUp }),
    ...(since !== undefined && { unreported: true }),
  };
}

/** The Monday on which it is in the managers' digest: at least a week after its lead was told. */
export function goesUpOn(due: Day, told: Day | undefined): Day {
  const [after, warned] = [addDays(due, goesUpAfter), told ? addDays(told, warnedAhead) : ""];
  return mondayFrom(after > warned ? after : warned);
}

/** The longest overdue first, then what is due soonest: days from the due date, negative when it is over. */
export const pressingOf = (due: Day, today: Day): number => (Date.parse(due) - Date.parse(today)) / 86_400_000;
