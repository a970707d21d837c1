/** What the lead of an action hears of its milestones. Pure. */
import { addDays, type Day, dayInWords, type ItemOf, isMet, leadOf, type Milestone, type PlanAction, statusOf } from "../plan/index.js";
import { type Facts, milestoneLabel, withProgress } from "../progress/index.js";
import { type LeadItem, lastRung } from "./due-item.js";
import { type Going, goesOn } from "./goes-on.js";
import { goesUpAfter, leadLadder, mondayFrom, warnedAhead, whyLead } from "./ladder.js";
import type { Standing } from "./standing.js";

type ActionItem = ItemOf<"action">;

export interface Heard<T> {
  item: T;
  /** Whose it is. */
  whose: string;
  going: Going;
}

export const milestoneKey = (action: string, place: number): string => `${action}/${place}`;

/** An action as it stands now, with each milestone that is open and waits for nobody's answer. */
export function openPlaces({ action, facts }: { action: PlanAction; facts: Facts | undefined }): { place: number; milestone: Milestone }[] {
  const now = withProgress(action, facts);
  if (statusOf(now) === "cancelled") return [];
  return (now.milestones ?? []).flatMap((milestone, place) => {
    // The lead has done their part: the managers are asked.
    const waits = facts?.asked?.[String(place)] !== undefined;
    return isMet(now, milestone) || waits ? [] : [{ place, milestone }];
  });
}

/** The newest rung of each open milestone, with the day it went or goes on; nothing where that is to come. */
export function leadItems(standing: Standing, item: ActionItem): Heard<LeadItem>[] {
  const whose = leadOf(item);
  if (!whose) return [];
  return openPlaces({ action: item.action, facts: standing.said.get(item.id) }).flatMap(({ place, milestone }) => {
    const heard = newestRung(standing, { whose, key: milestoneKey(item.id, place), due: milestone.due });
    return heard ? [{ whose, going: heard.going, item: leadItem(standing, item, { place, milestone, ...heard }) }] : [];
  });
}

/** When the newest rung of each milestone goes, whatever was said of it since the plan came in. */
export function rungsByPlan(standing: Standing, item: ActionItem): Going[] {
  const whose = leadOf(item);
  if (!whose) return [];
  return (item.action.milestones ?? []).flatMap(({ due }, place) => newestRung(standing, { whose, key: milestoneKey(item.id, place), due })?.going ?? []);
}

/** The newest rung that has gone or goes by today, and when it does. */
export function newestRung(standing: Standing, { whose, key, due }: { whose: string; key: string; due: Day }) {
  const come = leadLadder(due).filter(({ day }) => day <= standing.today);
  for (const { rung, day } of come.reverse()) {
    const going = goesOn(standing, { who: whose, key, rung, day }, standing.today);
    if (going) return { rung, going };
  }
  return undefined;
}

type Newest = NonNullable<ReturnType<typeof newestRung>> & { place: number; milestone: Milestone };

function leadItem({ today, said }: Standing, { id, action }: ActionItem, { rung, place, milestone }: Newest): LeadItem {
  const label = milestoneLabel(action, place);
  // Told today, on whichever day it should have been.
  const goesUp = rung === lastRung ? goesUpOn(milestone.due, today) : undefined;
  return {
    part: "lead",
    key: milestoneKey(id, place),
    id,
    text: action.text,
    place,
    ...(label && { milestone: label }),
    due: milestone.due,
    rung,
    why: whyLead(rung, milestone.due, today),
    more: [
      ...(goesUp ? [`It goes up to the managers on ${dayInWords(goesUp)}, with the reason if you give one.`] : []),
      ...(said.get(id)?.answered?.[String(place)]?.agreed === false ? ["More time was asked for and refused."] : []),
    ],
    pressing: pressingOf(milestone.due, today),
    ...(goesUp && { goesUp }),
  };
}

/** The Monday on which it is in the managers' digest: at least a week after its lead was told. */
export function goesUpOn(due: Day, told: Day | undefined): Day {
  const [after, warned] = [addDays(due, goesUpAfter), told ? addDays(told, warnedAhead) : ""];
  return mondayFrom(after > warned ? after : warned);
}

/** The longest overdue first, then what is due soonest: days from the due date, negative when it is over. */
export const pressingOf = (due: Day, today: Day): number => (Date.parse(due) - Date.parse(today)) / 86_400_000;
