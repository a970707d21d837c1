/** What a form of figures is about: measures, each with the period it is for and what is known of it. */
import { z } from "zod/v4";
import type { SealedForm } from "../../forms/index.js";
import type { RequestContext } from "../../people/index.js";
import { type ItemOf, type Period, periodNamed } from "../../plan/index.js";
import type { Absence, Figures, KeptFigure, Report } from "../figures.js";
import { isFigure } from "../figures.js";
import { revisionOf } from "../write-report.js";

/** One measure of a form. */
export interface Entry {
  item: ItemOf<"measure">;
  period: Period;
  /** What stands for the period. */
  report?: Report;
  /** The newest figure of a period before. */
  last?: KeptFigure;
  /** No figure was ever reported. */
  first: boolean;
}

/** A form has at most so many measures; the rest come on a next page. */
export const mostEntries = 8;

/** What is known of some measures and periods, in one read. */
export async function entriesOf(figures: Figures, { known, today }: RequestContext, wanted: { item: ItemOf<"measure">; period: Period }[]): Promise<Entry[]> {
  const ids = [...new Set(wanted.map(({ item }) => item.id))];
  const reports = await figures.recentReports(known.id, ids, today);
  return wanted.map(({ item, period }) => entryOf(item, period, reports.get(item.id) ?? []));
}

/** `reports` are the measure's, newest period first. */
export function entryOf(item: ItemOf<"measure">, period: Period, reports: Report[]): Entry {
  const report = reports.find(({ period: name }) => name === period.name);
  const last = reports.filter(isFigure).find(({ ends }) => ends < period.to);
  return { item, period, first: !reports.some(isFigure), ...(report && { report }), ...(last && { last }) };
}

/**
 * As it stands in a form's signed id: the measure, the period, and the revision of the report that was seen (-1 for none).
 * `several` says that the form could write more than one thing: several reports, or a baseline beside the figure.
 */
const About = z.object({ plan: z.string(), several: z.boolean(), on: z.array(z.tuple([z.string(), z.string(), z.number()])).min(1) });
type About = z.infer<typeof About>;

/** What a form seals: the plan, and of each entry its measure, period and the revision that was shown (-1 where nothing was reported). */
export const aboutOf = (planId: string, entries: Entry[]): About => ({
  plan: planId,
  several: entries.length > 1 || entries.some(asksBaseline),
  on: entries.map(({ item, period, report }) => [item.id, period.name, report ? revisionOf(report) : -1]),
});

/** One measure as a form says it; `item` is missing when the plan has it no longer. */
export interface Named {
  id: string;
  period: Period;
  seen: number;
  item?: ItemOf<"measure">;
}

/** "Increased …" says nothing without what it is measured from. */
export const asksBaseline = ({ item: { measure }, first }: Entry): boolean =>
  first &&
  measure.baseline === undefined &&
  ["number", "percentage", "rating", "currency"].includes(measure.kind ?? "") &&
  /^(?:an? )?(?:increas|decreas|reduc|improv|rais|more\b|fewer\b|less\b|higher\b|lower\b|better\b)/i.test(measure.text);

/** Whether a form that was pressed holds more than one value. */
export const holdsSeveral = ({ about }: SealedForm): boolean => About.parse(about).several;

/** What a form is about, by the plan as it stands now; nothing when it is about another plan. */
export function namedIn({ about }: SealedForm, { known, plan, catalogue }: RequestContext): Named[] | undefined {
  const { plan: planId, on } = About.parse(about);
  if (planId !== known.id) return undefined;
  const named = on.flatMap(([id, name, seen]): Named[] => {
    const period = periodNamed(plan, name);
    const item = catalogue.find(id);
    return period ? [{ id, period, seen, ...(item?.type === "measure" && { item }) }] : [];
  });
  return named.length === on.length ? named : undefined;
}

/** Whether any of the reports is another one than the form saw. */
export const isMoved = (named: Named[], entries: Entry[]): boolean =>
  entries.some(({ report }, place) => (report ? revisionOf(report) : -1) !== named[place]?.seen);

export const absenceInWords: Record<Absence, string> = {
  closed: "closed",
  "not collected": "not collected",
  "not due": "not due",
  other: "another reason, see the note",
};
