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
import type { ReporterItem } from "./due-item.js";
import { goesOn } from "./goes-on.js";
import { reporterLadder } from "./ladder.js";
import { type Heard, pressingOf } from "./lead-items.js";
import type { Standing, WithReports } from "./standing.js";

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

/** Periods with a rung on or after `from`, newest first. */
export function askedPeriods({ plan, today, calendar }: { plan: Plan; today: Day; calendar: Calendar }, frequency: Frequency, from: Day): Period[] {
  const found: Period[] = [];
  for (let at = lastEnded(plan, frequency, today); at.to >= plan.starts && at.to >= addDays(today, -mostDaysAfter); at = periodBefore(plan, at)) {
    const rungs = reporterLadder(at, calendar);
    if (rungs.some(({ day }) => day >= from && day <= today)) found.push(at);
  }
  return found;
}

/** Every figure that some rung on or after `from` asks for; whether it was reported is not looked at. */
export function wantedFigures(standing: Standing, catalogue: Catalogue, from: Day): Wanted[] {
  const { plan } = standing.known;
  const periods = new Map(frequencies.map((frequency) => [frequency, askedPeriods({ ...standing, plan }, frequency, from)]));
  if (![...periods.values()].some(({ length }) => length)) return [];
  return countedOnce(catalogue, catalogue.measures).flatMap((item) => (periods.get(frequencyOf(item)) ?? []).map((period) => ({ item, period })));
}

/** The `_id` that the wanted report has once it is there. */
export const idOfReport = ({ known }: Pick<Standing, "known">, { item, period }: Wanted): string => reportId(known.id, item.id, period.name);

/** The newest rung of each figure that is missing, with the day it went or goes on. */
export function reporterItems(standing: WithReports, wanted: Wanted): Heard<ReporterItem>[] {
  const { item, period } = wanted;
  const whose = dutyOf(item);
  if (!whose || standing.reported.has(idOfReport(standing, wanted)) || notReportable({ plan: standing.known.plan, today: standing.today }, period)) return [];
  const key = figureKey(item.id, period.name);
  const come = reporterLadder(period, standing.calendar).filter(({ day }) => day <= standing.today);
  for (const { rung, day } of come.reverse()) {
    const going = goesOn(standing, { who: whose, key, rung, day }, standing.today);
    if (going) return [{ whose, going, item: { ...aboutFigure(standing, wanted), key, rung } }];
  }
  return [];
}

function aboutFigure({ today }: Standing, { item: { id, measure }, period }: Wanted): Omit<ReporterItem, "key" | "rung"> {
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
