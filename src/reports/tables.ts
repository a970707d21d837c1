/** The tables of a report. */

import {
  type Acting,
  actingOf,
  actionTally,
  capital,
  figureAlone,
  milestoneFact,
  moveInWords,
  rollupBadge,
  rollupOf,
  shortPeriod,
  targetInWords,
} from "../answers/index.js";
import { dutySaidOf, type Expected, lastDayToReport } from "../figures/index.js";
import { actionBadge, dayInWords, leadSaidOf, rollUp } from "../plan/index.js";
import type { AnswerContext, PriorityState } from "../request/answer-context.js";
import type { ReportTable } from "../request/report-maker.js";
import { are, badgeInWords, plural } from "../shared/words.js";
import type { MeasureStatus } from "../status/index.js";

/** A row a priority. Cells are text as it is read; columns are the report's own. */
export const prioritiesTable = (priorityStates: PriorityState[], today: string): ReportTable => ({
  name: "Priorities",
  columns: ["Id", "Theme", "Priority", "Lead", "Status", "Actions"],
  rows: priorityStates.map((standing) => {
    const { theme, priority } = standing;
    const tally = actionTally(actingOf([standing]).map(({ action }) => action));
    return [
      priority.id,
      theme.name,
      priority.title,
      priority.lead ?? priority.leadAs ?? "",
      capital(badgeInWords(rollupBadge(rollUp([rollupOf(standing, today)])))),
      tally || "none",
    ];
  }),
  colours: priorityStates.map((standing) => rollupBadge(rollUp([rollupOf(standing, today)])).colour),
});

/** A row an action, with its dates and its lead. */
export const actionsTable = (acting: Acting[], today: string): ReportTable => ({
  name: "Actions",
  columns: ["Id", "Action", "Lead", "Status", "Dates", "Note"],
  rows: acting.map((one) => {
    const { action } = one;
    const dates = (action.milestones ?? []).map((milestone) => `${milestone.label ? `${milestone.label}: ` : ""}${milestoneFact(action, milestone, today)}`);
    return [
      one.id,
      action.text,
      leadSaidOf(one) ?? "",
      capital(badgeInWords(actionBadge(action))),
      dates.join("; ") || "no date in the plan",
      action.note ?? "",
    ];
  }),
  colours: acting.map(({ action }) => actionBadge(action).colour),
});

/** A row a measure, with its newest figure, the change to the one before and its target. */
export const measuresTable = ({ plan }: AnswerContext, measures: MeasureStatus[], missing: Expected[]): ReportTable => ({
  name: "Measures",
  columns: ["Id", "Measure", "Reporter", "Period", "Figure", "Change", "Target"],
  rows: measures.map(({ item: { id, measure }, newest: now, before }) => [
    id,
    measure.text,
    measure.reporter ?? measure.reporterAs ?? "",
    now ? shortPeriod(plan, now) : "",
    now ? figureAlone(measure, now) : "no figure",
    (now && before && moveInWords(plan, measure, now, before)) || "",
    targetInWords(measure, now)?.replace(/^target /, "") ?? "",
  ]),
  ...listedAsMissing(measures, missing),
});

/** Measures of which there is nothing to say but that their figure is missing. */
function listedAsMissing(measures: MeasureStatus[], missing: Expected[]): Pick<ReportTable, "elsewhere"> {
  const ids = new Set(missing.map(({ item }) => item.id));
  const rows = measures.flatMap(({ item, newest }, place) => (!newest && ids.has(item.id) ? [place] : []));
  return rows.length ? { elsewhere: { rows, note: `${plural(rows.length, "measure")} without any figure ${are(rows.length)} under "Missing figures".` } } : {};
}

/** A row a figure that nobody has reported, with who is to and until when. */
export const missingTable = (missing: Expected[]): ReportTable => ({
  name: "Missing figures",
  columns: ["Id", "Measure", "Period", "To be reported by", "Until"],
  rows: missing.map(({ item, period, late }) => [
    item.id,
    item.measure.text,
    period.name,
    dutySaidOf(item) ?? "nobody named",
    `${dayInWords(lastDayToReport(period))}${late ? " (late)" : ""}`,
  ]),
});
