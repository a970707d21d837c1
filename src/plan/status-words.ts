/** Statuses as people read them. Pure. */
import type { Badge } from "../shared/answer.js";
import { badgeInWords } from "../shared/words.js";
import { dayInWords } from "./days.js";
import type { Milestone, Status } from "./plan.js";
import { colourOf } from "./status.js";

const statusWords: Record<Status, string> = {
  "not-started": "Not started",
  "on-track": "On track",
  "at-risk": "At risk",
  "off-track": "Off track",
  complete: "Complete",
  cancelled: "Cancelled",
};

export const badgeOf = (status: Status): Badge => ({ word: statusWords[status], colour: colourOf[status] });

/** "off track (red)", "complete (blue)", "not started" */
export const statusInWords = (status: Status): string => badgeInWords(badgeOf(status));

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
