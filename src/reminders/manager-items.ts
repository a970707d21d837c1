/** What managers hear on a Monday of the week before. Pure. */
import { attention } from "../status/index.js";
import { type ManagerItem, managerSteps } from "./due-item.js";
import { reassignLines, timeLines } from "./manager-lines/asked-for.js";
import { keptAliveLine } from "./manager-lines/kept-alive.js";
import type { Line, ManagerView, Undelivered } from "./manager-lines/line.js";
import { missedLine, undeliveredLines, unreachableLine } from "./manager-lines/messages.js";
import { figureLines, unreportedLine, withoutLead } from "./manager-lines/missing.js";
import { longerOverdue, overdueLines } from "./manager-lines/overdue.js";
import { slippedLines } from "./manager-lines/slipped.js";

/** After whatever is the reader's own. */
const afterOwn = 100_000;
const perKind = 10_000_000;

/** What each action is about stands in the order of what needs attention. */
export function managerItems(view: ManagerView): ManagerItem[] {
  const { catalogue } = view.known;
  const ranks = new Map(attention(view.state).actions.map(({ id }, place) => [id, place]));
  const rankOf = (id: string): number => ranks.get(id) ?? ranks.size;
  const lines = [
    ...missedLine(view),
    ...catalogue.actions.flatMap((item) => overdueLines(view, item)),
    ...slippedLines(view, catalogue),
    ...longerOverdue(view, catalogue, rankOf),
    ...timeLines(view, catalogue),
    ...reassignLines(view, catalogue),
    ...unreportedLine(view, catalogue),
    ...figureLines(view, catalogue),
    ...withoutLead(view, catalogue),
    ...undeliveredLines(view),
    ...unreachableLine(view),
  ];
  return asItems(lines.length ? [...lines, keptAliveLine(view.activity)] : [], rankOf);
}

/** What a manager hears of one day: the week's items, if it is the day of those, and what may not have arrived since. */
export function withUnclear(week: readonly ManagerItem[], unclear: readonly Undelivered[]): ManagerItem[] {
  const said = new Set(week.map(({ key }) => key));
  return [...week, ...asItems(undeliveredLines({ undelivered: unclear })).filter(({ key }) => !said.has(key))];
}

/** That no pass ran, then action by action, then what is about several, kind by kind. */
function pressingOf({ step, text, id }: Line, place: number, rankOf: (id: string) => number): number {
  const kind = managerSteps.indexOf(step);
  if (step === "pass missed") return afterOwn;
  return text ? afterOwn + 1 + rankOf(id) * managerSteps.length + kind : afterOwn + (kind + 1) * perKind + place;
}

const asItems = (lines: readonly Line[], rankOf: (id: string) => number = () => 0): ManagerItem[] =>
  lines.map((line, place) => ({ part: "manager", ...line, text: line.text ?? "", more: line.more ?? [], pressing: pressingOf(line, place, rankOf) }));
