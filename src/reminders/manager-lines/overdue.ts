/** What became overdue in a week, what goes up to the managers, and what went up before. */
import { addDays, type Catalogue, type Day, instantInWords, leadOf, leadSaidOf, type Milestone } from "../../plan/index.js";
import { milestoneLabel } from "../../progress/index.js";
import { listedUpTo, plural, shortened } from "../../shared/words.js";
import { goesUpOn, milestoneKey, openPlaces } from "../lead-items.js";
import { dueInDays, goesUpAfter } from "../schedule.js";
import { type ActionItem, type Line, longestReason, type ManagerView, mostNamed } from "./line.js";

const overdueOf = (view: ManagerView, item: ActionItem): { place: number; milestone: Milestone }[] => {
  const facts = view.said.get(item.id);
  // One that waits for an answer to more time is still overdue.
  const all = openPlaces({ action: item.action, facts: facts && { ...facts, asked: {} } });
  return all.filter(({ milestone, since }) => since === undefined && milestone.due < view.week.monday);
};

const upOn = (view: ManagerView, item: ActionItem, { place, milestone }: { place: number; milestone: Milestone }): Day =>
  goesUpOn(milestone.due, view.told.get(milestoneKey(item.id, place)));

/** A line for each overdue milestone of an action that goes up to the managers this week. */
export function overdueLines(view: ManagerView, item: ActionItem): Line[] {
  const { week, today } = view;
  return overdueOf(view, item).flatMap((overdue): Line[] => {
    const { place, milestone } = overdue;
    const label = milestoneLabel(item.action, place);
    const lead = leadOf(item);
    const about = {
      id: item.id,
      text: item.action.text,
      place,
      due: milestone.due,
      ...(label && { milestone: label }),
      ...(lead && { who: lead }),
    };
    const key = milestoneKey(item.id, place);
    const ledBy = leadSaidOf(item) ? `lead: ${leadSaidOf(item)}` : "no lead";
    if (milestone.due >= week.after)
      return [{ ...about, key: `overdue ${key}`, step: "newly overdue", why: `newly overdue, ${dueInDays(milestone.due, today)}, ${ledBy}` }];
    const up = upOn(view, item, overdue);
    if (up <= week.after || up > week.monday) return [];
    return [{ ...about, key: `escalated ${key}`, step: "escalated", why: `${dueInDays(milestone.due, today)}, ${ledBy}`, more: reasonLines(view, key, lead) }];
  });
}

function reasonLines({ settings, known, told }: ManagerView, key: string, lead: string | undefined): string[] {
  const reason = lead ? settings.get(lead)?.reasons?.find((one) => one.key === key) : undefined;
  if (!reason && !lead) return [];
  if (!reason) return [told.has(key) ? "The lead was told a week ahead and gave no reason." : "I could not tell the lead before it came to you."];
  return [`${reason.by} on ${instantInWords(reason.at, known.plan.timeZone)}: ${shortened(reason.why, longestReason)}`];
}

/** What came up in earlier weeks is one line, the most serious named first. */
export function longerOverdue(view: ManagerView, { actions }: Catalogue, rankOf: (id: string) => number): Line[] {
  const longer = actions.flatMap((item) =>
    overdueOf(view, item)
      .filter((overdue) => upOn(view, item, overdue) <= view.week.after)
      .map(() => item.id),
  );
  if (!longer.length) return [];
  const ids = [...new Set(longer)].sort((a, b) => rankOf(a) - rankOf(b));
  return [
    {
      key: "longer overdue",
      id: "actions",
      step: "escalated",
      why: `${plural(longer.length, "milestone")} ${longer.length === 1 ? "has" : "have"} been overdue since earlier weeks: ${listedUpTo(ids, mostNamed)}`,
    },
  ];
}

/** Milestones whose lead may have been told that they go up, so far back as a week can reach. */
export const mayGoUp = (view: Pick<ManagerView, "said">, item: ActionItem, before: Day): string[] =>
  openPlaces({ action: item.action, facts: view.said.get(item.id) })
    .filter(({ milestone, since }) => since === undefined && milestone.due <= addDays(before, -(goesUpAfter - 7)))
    .map(({ place }) => milestoneKey(item.id, place));
