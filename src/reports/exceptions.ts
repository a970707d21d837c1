/** What of a report needs attention first. */

import { type Acting, badgeOf, type Dated, datedOf, figureAlone, milestoneFact, moveInWords, targetInWords } from "../answers/index.js";
import { leadSaidOf, overdueMilestones, statusOf, unreportedMilestones } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { ReportContents } from "../request/report-maker.js";
import { badgeInWords } from "../shared/words.js";
import { isJudged, type MeasureStatus } from "../status/index.js";

/** What comes first in a report: overdue, off track, at risk, figures that got worse or miss their target. What is missing has a table. */
export function exceptionsOf(context: AnswerContext, acting: Acting[], measures: MeasureStatus[]): ReportContents["exceptions"] {
  const { plan, today } = context;
  const noted = ({ action }: Acting) => (action.note ? ` Note: "${action.note}"` : "");
  const late = datedOf(acting, (action) => overdueMilestones(action, today));
  const lineOf = (dated: Dated) =>
    `${dated.id} ${dated.action.text}: ${dated.milestone.label ? `${dated.milestone.label}, ` : ""}${milestoneFact(dated.action, dated.milestone, today)}. Lead: ${leadSaidOf(dated) ?? "nobody named"}.`;
  const having = (status: "off-track" | "at-risk") =>
    acting
      .filter(({ action }) => statusOf(action) === status)
      .map((one) => `${one.id} ${one.action.text}: ${badgeInWords(badgeOf(status))}. Lead: ${leadSaidOf(one) ?? "nobody named"}.${noted(one)}`);
  const worse = measures.flatMap((status) => {
    const { item, newest, before } = status;
    return newest && before && isJudged(status, "worse")
      ? [`${item.id} ${item.measure.text}: ${figureAlone(item.measure, newest)}, ${moveInWords(plan, item.measure, newest, before)}.`]
      : [];
  });
  const short = measures.flatMap((status) => {
    const { item, newest } = status;
    return newest && isJudged(status, "missed") && item.measure.target !== undefined
      ? [`${item.id} ${item.measure.text}: ${figureAlone(item.measure, newest)}, ${targetInWords(item.measure, newest)}.`]
      : [];
  });
  const groups = [
    {
      heading: "Overdue",
      lines: late.map(lineOf),
    },
    { heading: "Not yet reported", lines: datedOf(acting, unreportedMilestones).map(lineOf) },
    { heading: "Off track (red)", lines: having("off-track") },
    { heading: "At risk (amber)", lines: having("at-risk") },
    { heading: "Figures that got worse", lines: worse },
    { heading: "Targets not met yet", lines: short },
  ];
  return groups.filter(({ lines }) => lines.length).map((group) => ({ count: group.lines.length, ...group }));
}
