/** A line of what managers hear on a Monday, and what it is made from. */
import type { Change } from "../../audit/index.js";
import type { Report } from "../../figures/index.js";
import type { Day, ItemOf } from "../../plan/index.js";
import type { PlanActivity, PlanState } from "../../status/index.js";
import type { ManagerItem } from "../due-item.js";
import type { ReminderFacts } from "../reminder-facts.js";

export type ActionItem = ItemOf<"action">;

/** From the day after the Monday before up to this one. */
export interface Week {
  after: Day;
  monday: Day;
}

/** A message that did not arrive, or may not have. */
export interface Undelivered {
  person: string;
  day: Day;
  state: "refused" | "unknown" | "never sent";
  why: string;
}

export interface ManagerView extends ReminderFacts {
  week: Week;
  /** The plan as it stands now, with what was reported of the last years, by measure. */
  state: PlanState;
  reports: Map<string, Report[]>;
  activity: PlanActivity;
  /** Changes since the Monday before, the oldest first. */
  changes: readonly Change[];
  /** Day on which a lead was told that a milestone goes up, by its key. */
  told: ReadonlyMap<string, Day>;
  undelivered: Undelivered[];
  /** Leads and reporters who have never met the bot, or who removed it. */
  unreachable: string[];
  /** Working days on which nothing was sent because no pass ran. */
  missed?: { from: Day; to: Day };
}

export const mostNamed = 6;
export const longestReason = 200;

/** A line before its place among the others is known. */
export type Line = Omit<ManagerItem, "part" | "pressing" | "more" | "text"> & { text?: string; more?: string[] };
