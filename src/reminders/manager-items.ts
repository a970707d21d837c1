/** What managers hear on a Monday of the week before. Pure. */
import { type ManagerItem, managerRungs } from "./due-item.js";
import { reassignLines, timeLines } from "./manager-lines/asked-for.js";
import type { Line, ManagerView, Undelivered } from "./manager-lines/line.js";
import { missedLine, undeliveredLines, unreachableLine } from "./manager-lines/messages.js";
import { figureLines, unreportedLine, withoutLead } from "./manager-lines/missing.js";
import { longerOverdue, overdueLines } from "./manager-lines/overdue.js";

/** After whatever is the reader's own. */
const afterOwn = 100_000;

export function managerItems(view: ManagerView): ManagerItem[] {
  const { catalogue } = view.known;
  const lines = [
    ...missedLine(view),
    ...catalogue.actions.flatMap((item) => overdueLines(view, item)),
    ...longerOverdue(view, catalogue),
    ...timeLines(view, catalogue),
    ...reassignLines(view, catalogue),
    ...unreportedLine(view, catalogue),
    ...figureLines(view, catalogue),
    ...withoutLead(view, catalogue),
    ...undeliveredLines(view),
    ...unreachableLine(view),
  ];
  return asItems(lines);
}

/** What a manager hears of one day: the week's items, if it is the day of those, and what may not have arrived since. */
export function withUnclear(week: readonly ManagerItem[], unclear: readonly Undelivered[]): ManagerItem[] {
  const said = new Set(week.map(({ key }) => key));
  return [...week, ...asItems(undeliveredLines({ undelivered: unclear })).filter(({ key }) => !said.has(key))];
}

const asItems = (lines: readonly Line[]): ManagerItem[] =>
  lines.map(({ text = "", more = [], ...line }, place) => ({
    part: "manager",
    text,
    more,
    ...line,
    pressing: afterOwn + managerRungs.indexOf(line.rung) * 1_000_000 + place,
  }));
