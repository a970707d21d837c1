/** A row that a person should look at, with the kind of its reason and what a choice about it needs. Plain JSON. */
import type { ReviewNote } from "../plan/plan.js";

/** Words in a column that a plan does not have; `from` and `to` are the places of the priority's actions that begin in that row. */
export interface UnreadCell {
  words: string;
  priority: string;
  from: number;
  to: number;
}

type Reason =
  /** Nothing can be made of it here: it has to be put right in the file, or stays unread. */
  | { kind: "unread" }
  /** Of the plan: no title is printed. */
  | { kind: "no title" }
  /** Of a theme: its name is made up; a line without a number is taken for its heading; another heading is printed later. */
  | { kind: "no heading" }
  | { kind: "read as heading" }
  | { kind: "other heading"; name: string; statement?: string }
  /** A line that belongs to no row; the id is that of the priority before it, or "plan". */
  | { kind: "loose words"; words: string }
  | { kind: "unread column"; name: string; cells: UnreadCell[] }
  /** Of a priority: no action; actions without a date; stamps that are left over, after the action `to`; stamps that may all be of one action. */
  | { kind: "no action" }
  | { kind: "no date" }
  | { kind: "left over"; to: string; stamps: string }
  | { kind: "stages of one"; actions: string[] }
  /** Of an action. */
  | { kind: "unread date" }
  /** `words` as printed. */
  | { kind: "unsure status"; words?: string }
  | { kind: "like a measure" }
  /** Of measures. */
  | { kind: "printed twice"; measures: string[] }
  | { kind: "inferred" }
  /** Found when it is merged with the plan in force: words that stood at another number; stages that are other ones now; words that have nothing of those before. */
  | { kind: "moved"; from: string }
  | { kind: "other stages" }
  | { kind: "other words" };

export type ViewKind = Reason["kind"];
export type ReviewIssue = ReviewNote & Reason;
export type ViewOf<K extends ViewKind> = Extract<ReviewIssue, { kind: K }>;

/** What is kept of it with the plan, and printed. */
export const plainView = ({ id, why }: ReviewNote): ReviewNote => ({ id, why });
