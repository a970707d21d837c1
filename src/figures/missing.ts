/** Which measures lack a figure that can be asked for, and which of those are late. Pure. */
import type { Day, ItemOf, Period, Plan, Span } from "../plan/index.js";
import { addDays, graceDays, isLate, lastEnded, periodAt, periodBefore } from "../plan/index.js";
import type { Report } from "./figures.js";

/** One measure in one period that is over. `late` from the 29th day after the period's end. */
export interface Expected {
  item: ItemOf<"measure">;
  period: Period;
  late: boolean;
  /** What was reported: a figure, or that there is none. */
  report?: Report;
}

/** How often a measure is reported; quarterly when nothing is said. */
export const frequencyOf = ({ measure }: Pick<ItemOf<"measure">, "measure">) => measure.frequency ?? "quarterly";

/** The last day on which a period's figure is not yet late. */
export const lastDayToReport = (period: Period): Day => addDays(period.to, graceDays);

/** Whole periods of a frequency inside a span, newest first; those not over on `today` only when asked for. */
export function periodsInside(plan: Plan, frequency: Period["frequency"], span: Span, today?: Day): Period[] {
  const found: Period[] = [];
  // 400 periods are more than 30 years of months; a longer span is cut, not followed for ever.
  for (let at = periodAt(plan, frequency, span.to); at.from >= span.from && found.length < 400; at = periodBefore(plan, at)) {
    if (at.to <= span.to && (!today || at.to < today)) found.push(at);
  }
  return found;
}

/**
 * Every figure that can be asked for today: of the newest period that is over, or of each whole period inside `window` that is.
 * Periods that ended before the plan began are not asked for.
 */
export function expectedFigures(plan: Plan, items: ItemOf<"measure">[], reports: Map<string, Report[]>, today: Day, window?: Span): Expected[] {
  return items.flatMap((item) => {
    const frequency = frequencyOf(item);
    const periods = window ? periodsInside(plan, frequency, window, today) : [lastEnded(plan, frequency, today)];
    return periods
      .filter((period) => period.to >= plan.starts)
      .map((period) => {
        const report = reports.get(item.id)?.find(({ period: name }) => name === period.name);
        return { item, period, late: isLate(period, today), ...(report && { report }) };
      });
  });
}

/** Who is looked to for a figure: the reporter, else the priority's lead; nobody yet where a reporter is printed whose address is not known. */
export const dutyOf = ({ measure, priority }: ItemOf<"measure">): string | undefined => measure.reporter ?? (measure.reporterAs ? undefined : priority.lead);

/** Who is looked to in whatever way it is known: an address, or words as printed. */
export const dutySaidOf = (item: ItemOf<"measure">): string | undefined => dutyOf(item) ?? item.measure.reporterAs ?? item.priority.leadAs;

/** The expected figures that nobody has reported, in the order of expectedFigures. */
export const missingFigures = (...of: Parameters<typeof expectedFigures>): Expected[] => expectedFigures(...of).filter(({ report }) => !report);
