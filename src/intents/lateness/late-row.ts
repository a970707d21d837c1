/** One late milestone in a line. */
import { leadInWords, type Names } from "../../answers/people.js";
import { facts } from "../../answers/rows.js";
import { daysInWords, shortened } from "../../answers/wording.js";
import { actionBadge, dayInWords, dueInWords } from "../../plan/index.js";
import type { Row } from "../../shared/answer.js";
import type { DatedAction, Late } from "../../status/index.js";

/** An action's words with the milestone's label before them, shortened for a row. */
export const textOf = ({ milestone, action }: DatedAction): string => shortened(milestone.label ? `${milestone.label}: ${action.text}` : action.text, 160);

/** "238 days late, due 31 March 2026 · Lead: …"; for what was done after its date, when it was. */
export function lateRow(one: Late, names: Names): Row {
  const { milestone, days, action } = one;
  const lead = leadInWords(one, names);
  const done = milestone.done && `done on ${dayInWords(milestone.done)}`;
  return {
    id: one.id,
    text: textOf(one),
    badge: actionBadge(action),
    detail: facts([`${daysInWords(days)} late`, `due ${dueInWords(milestone)}`, done].filter(Boolean).join(", "), lead && `Lead: ${lead}`),
  };
}
