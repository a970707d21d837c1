/** Which actions and figures may have a step that nobody has heard of yet: by the plan alone, so rather some too many. Pure. */
import { dutyOf } from "../figures/index.js";
import { addDays, type Day, type ItemOf } from "../plan/index.js";
import { isOpen, mayHear, type Rules, settingsFor } from "./delivery-day.js";
import { dueIndexOf, withStepIn } from "./due-index.js";
import type { ReminderFacts } from "./reminder-facts.js";
import { type Wanted, wantedFigures } from "./reporter-items.js";
import { leadSchedule } from "./schedule.js";
import type { DeliveryState } from "./select-items.js";
import type { ReminderSettings } from "./settings.js";

type ActionItem = ItemOf<"action">;

/** From which day on steps may not have been heard: for most people, and for those with settings or messages of their own. */
export interface Reach {
  from: Day;
  special: ReadonlyMap<string, Day>;
}

/** No pause or holiday is looked across further back than this. */
const mostDaysBack = 400;

/** Due dates stand so many days from their steps. */
const steps = leadSchedule("2000-02-01").map(({ day }) => (Date.parse(day) - Date.parse("2000-02-01")) / 86_400_000);

/** How far back a pass looks: so many working days for all, further for those who were not reached since. */
export function reachOf(rules: Rules, usual: Day, special: ReadonlyMap<string, DeliveryState>): Reach {
  const open = (day: Day) => isOpen(rules, day);
  const back = (from: Day, goes: (day: Day) => boolean): Day => {
    let day = from;
    for (let tries = 0; tries < mostDaysBack && !goes(day); tries++) day = addDays(day, -1);
    return addDays(day, 1);
  };
  const backFor = (email: string, { through, owedAfter }: DeliveryState): Day => {
    const own = settingsFor(rules.settings, email);
    const heard = owedAfter && owedAfter < through ? owedAfter : through;
    const goes = (day: Day) => open(day) && mayHear(rules, email, day);
    const snoozed = (own.snoozes ?? []).filter(({ until }) => until > heard).map(({ from }) => from);
    return [back(heard, goes), ...snoozed].sort()[0] as Day;
  };
  return { from: back(usual, open), special: new Map([...special].map(([email, deliveryState]) => [email, backFor(email, deliveryState)])) };
}

const earliest = ({ from, special }: Reach): Day => [from, ...special.values()].sort()[0] as Day;

/** Actions that may have something for somebody to hear, found by date and by whose they are, without going through all of the plan. */
export function candidateActions({ known, settings, today }: ReminderFacts, reach: Reach): ActionItem[] {
  const index = dueIndexOf(known.catalogue);
  const usual = withStepIn(index, { from: reach.from, to: today }, steps);
  // Somebody may not have been reached for very long, so theirs are found by whose they are, or were while they stood in.
  const late = new Map([...reach.special].filter(([, from]) => from < reach.from));
  const stoodIn = ({ holidays = [] }: ReminderSettings) => holidays.some(({ deputy = "", to }) => (late.get(deputy) ?? "9999") <= to);
  const stoodInFor = late.size ? [...settings].filter(([, own]) => stoodIn(own)) : [];
  const older = [...late.keys(), ...stoodInFor.map(([who]) => who)].flatMap((email) => index.ledBy(email));
  return [...new Set([...usual, ...older])];
}

/** Figures that may have to be asked for, each once. */
export function candidateFigures(facts: ReminderFacts, reach: Reach): Wanted[] {
  const { catalogue } = facts.known;
  const first = earliest(reach);
  const usual = reach.from <= facts.today ? wantedFigures(facts, catalogue, reach.from) : [];
  if (first >= reach.from) return usual;
  const older = wantedFigures(facts, catalogue, first).filter(({ item }) => reach.special.has(dutyOf(item) ?? ""));
  return [...new Map([...usual, ...older].map((wanted) => [`${wanted.item.id} ${wanted.period.name}`, wanted])).values()];
}

/** Due dates whose steps fall between the first reach and today. */
export const dueSpan = (reach: Reach, today: Day): { from: Day; to: Day } => ({
  from: addDays(earliest(reach), -Math.max(...steps)),
  to: addDays(today, -Math.min(...steps)),
});
