/** Statuses as people read them. Pure. */
import type { Badge } from "../shared/answer.js";
import { badgeInWords } from "../shared/words.js";
import { dayInWords } from "./days.js";
import { type ToldStatus, toldStatusOf } from "./deadlines.js";
import type { Milestone, PlanAction } from "./plan.js";
import { colourOf } from "./status.js";

const statusWords: Record<ToldStatus, string> = {
  "not-started": "Not started",
  "on-track": "On track",
  "at-risk": "At risk",
  "off-track": "Off track",
  complete: "Complete",
  unreported: "Not yet reported",
  cancelled: "Cancelled",
};

/** Word and colour of a status; never a colour without its word. */
export const badgeOf = (status: ToldStatus): Badge => ({ word: statusWords[status], colour: status === "unreported" ? "none" : colourOf[status] });

/** How an action stands as a badge: what nobody has reported on yet says so. */
export const actionBadge = (action: Pick<PlanAction, "status" | "milestones" | "loaded">): Badge => badgeOf(toldStatusOf(action));

/** "off track (red)", "complete (blue)", "not started" */
export const statusInWords = (status: ToldStatus): string => badgeInWords(badgeOf(status));

const often = ["", "once", "twice"];

/** "once", "twice", "3 times" */
export const timesInWords = (times: number): string => often[times] || `${times} times`;

type Dated = Pick<Milestone, "due" | "printed" | "slips">;

/** "printed: 31 March 2027; moved once"; nothing when the date was never moved. */
export const slipsInWords = ({ printed, slips }: Dated): string =>
  [...(printed ? [`printed: ${dayInWords(printed)}`] : []), ...(slips ? [`moved ${timesInWords(slips)}`] : [])].join("; ");

/** "31 March 2027", or with the date it had before: "30 June 2027 (printed: 31 March 2027; moved once)". */
export function dueInWords(milestone: Dated): string {
  const before = slipsInWords(milestone);
  return before ? `${dayInWords(milestone.due)} (${before})` : dayInWords(milestone.due);
}
