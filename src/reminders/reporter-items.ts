/** What reporters hear of figures that are missing. Pure. */
import { countedOnce, dutyOf, frequencyOf, lastDayToReport, notReportable, reportId } from "../figures/index.js";
import {
  addDays,
  type Catalogue,
  type Day,
  dayInWords,
  type Frequency,
  frequencies,
  type ItemOf,
  lastEnded,
  type Period,
  type Plan,
  periodBefore,
  periodInWords,
} from "../plan/index.js";
import type { Calendar } from "./calendar.js";
import { goesOn } from "./delivery-day.js";
import type { ReporterItem } from "./due-item.js";
import { type Heard, pressingOf } from "./lead-items.js";
import type { ReminderFacts, WithReports } from "./reminder-facts.js";
import { reporterSchedule } from "./schedule.js";

type MeasureItem = ItemOf<"measure">;

/** A measure whose figure for a period is asked for. */
export interface Wanted {
  item: MeasureItem;
  period: Period;
}

/** What a reminder is about: a measure and the name of a period. */
export const figureKey = (measure: string, period: string): string => `${measure}/${period}`;

/** A period is asked for no longer than this after its end, however long nobody could be written to. */
const mostDaysAfter = 120;

/** Periods with a step on or after `from`, newest first. */
export function askedPeriods({ plan, today, calendar }: { plan: Plan; today: Day; calendar: Calendar }, frequency: Frequency, from: Day): Period[] {
  const found: Period[] = [];
  for (let at = lastEnded(plan, frequency, today); at.to >= plan.starts && at.to >= addDays(today, -mostDaysAfter); at = periodBefore(plan, at)) {
    const steps = reporterSchedule(at, calendar);
    if (steps.some(({ day }) => day >= from && day <= today)) found.push(at);
  }
  return found;
}

/** Every figure that some step on or after `from` asks for; whether it was reported is not looked at. */
export function wantedFigures(facts: ReminderFacts, catalogue: Catalogue, from: Day): Wanted[] {
  const { plan } = facts.known;
  const periods = new Map(frequencies.map((frequency) => [frequency, askedPeriods({ ...facts, plan }, frequency, from)]));
  if (![...periods.values()].some(({ length }) => length)) return [];
  return countedOnce(catalogue, catalogue.measures).flatMap((item) => (periods.get(frequencyOf(item)) ?? []).map((period) => ({ item, period })));
}

/** The `_id` that the wanted report has once it is there. */
export const idOfReport = ({ known }: Pick<ReminderFacts, "known">, { item, period }: Wanted): string => reportId(known.id, item.id, period.name);

/** The newest step of each figure that is missing, with the day it went or goes on. */
export function reporterItems(facts: WithReports, wanted: Wanted): Heard<ReporterItem>[] {
  const { item, period } = wanted;
  const whose = dutyOf(item);
  if (!whose || facts.reported.has(idOfReport(facts, wanted)) || notReportable({ plan: facts.known.plan, today: facts.today }, period)) return [];
  const key = figureKey(item.id, period.name);
  const come = reporterSchedule(period, facts.calendar).filter(({ day }) => day <= facts.today);
  for (const { step, day } of come.reverse()) {
    const going = goesOn(facts, { who: whose, key, step, day }, facts.today);
    if (going) return [{ whose, going, item: { ...aboutFigure(facts, wanted), key, step } }];
  }
  return [];
}

function aboutFigure({ today }: ReminderFacts, { item: { id, measure }, period }: Wanted): Omit<ReporterItem, "key" | "step"> {
  const due = lastDayToReport(period);
  const late = today > due;
  return {
    part: "reporter",
    id,
    text: measure.text,
    period: period.name,
    due,
    why: `figure for ${periodInWords(period)}, ${late ? `late since ${dayInWords(addDays(due, 1))}` : `open until ${dayInWords(due)}`}`,
    more: [],
    pressing: pressingOf(due, today),
  };
}
