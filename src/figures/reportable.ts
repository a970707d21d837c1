/** For which period a measure can be reported now. Pure. */
import { addDays, dayInWords, type ItemOf, lastEnded, type Period, type Plan, periodAt, periodInWords, type Span, yearOf, yearSpan } from "../plan/index.js";
import { frequencyOf, lastDayToReport, periodsInside } from "./missing.js";

interface Now {
  plan: Plan;
  today: string;
}

/**
 * The last day on which a period's figure can be reported or corrected: the end of the year after the one that it ends in.
 * By then a committee has had the year's figures, and they no longer move.
 */
export const closesOn = (plan: Pick<Plan, "starts">, { to }: Span): string => yearSpan(plan, yearOf(plan, to) + 1).to;

/** Why a period cannot be reported now, a sentence; nothing when it can. */
export function notReportable({ plan, today }: Now, period: Period): string | undefined {
  const name = periodInWords(period);
  if (period.to < plan.starts) return `${name} was over before the plan began, so it is not reported.`;
  if (period.to >= today) return `${name} is not over yet: it can be reported from ${dayInWords(addDays(period.to, 1))}.`;
  return today > closesOn(plan, period) ? `${name} is closed: it could be reported until ${dayInWords(closesOn(plan, period))}.` : undefined;
}

/** That the plan is so new that nothing can be reported, and from when; nothing when something can. */
export function nothingYet({ plan, today }: Now, item: ItemOf<"measure">): string | undefined {
  const first = periodAt(plan, frequencyOf(item), plan.starts);
  if (first.to < today) return undefined;
  return `No figure can be reported yet: the first is for ${periodInWords(first)}, from ${dayInWords(addDays(first.to, 1))}.`;
}

/** "1.3.m1 is reported every month."; nothing when the window is one of the measure's own periods, or says none. */
export function otherwiseReported({ plan }: Pick<Now, "plan">, item: ItemOf<"measure">, window: Span | undefined): string | undefined {
  const inside = window && periodsInside(plan, frequencyOf(item), window);
  if (!inside || (inside.length === 1 && inside[0]?.from === window.from)) return undefined;
  return `${item.id} is reported ${often[frequencyOf(item)]}.`;
}

/** Whether a window holds several of a measure's periods, so that a figure of it is no figure of any one of them. */
export const holdsMany = ({ plan }: Pick<Now, "plan">, item: ItemOf<"measure">, window: Span | undefined): boolean =>
  window !== undefined && periodsInside(plan, frequencyOf(item), window).length > 1;

const often = { monthly: "every month", quarterly: "every quarter", yearly: "every year" } as const;

/** Why none of some measures can be reported now for the periods meant, at most two sentences; nothing when one can. */
export function noneReportable(now: Now, items: ItemOf<"measure">[], window?: Span): string[] | undefined {
  const why = items.map((item) => nothingYet(now, item) ?? notReportable(now, periodMeant(now, item, window)));
  const said = why.filter((one) => one !== undefined);
  return items.length && said.length === items.length ? [...new Set(said)].slice(0, 2) : undefined;
}

/** The period that is meant by a window, the newest that is over when it holds several; without a window, the newest that is over. */
export function periodMeant({ plan, today }: Now, item: ItemOf<"measure">, window?: Span): Period {
  const frequency = frequencyOf(item);
  if (!window) return lastEnded(plan, frequency, today);
  const inside = periodsInside(plan, frequency, window);
  const around = periodAt(plan, frequency, window.from);
  return inside.find(({ to }) => to < today) ?? inside[0] ?? (around.to >= window.to ? around : lastEnded(plan, frequency, today));
}

/** "open until 28 October 2026", "late since 29 October 2026" */
export function lateness({ today }: Pick<Now, "today">, period: Period): string {
  const last = lastDayToReport(period);
  return today > last ? `late since ${dayInWords(addDays(last, 1))}` : `open until ${dayInWords(last)}`;
}
