import type { Day, KnownPlan } from "../plan/index.js";
import type { KeptProgress } from "../progress/index.js";
import type { Rules } from "./delivery-day.js";

/** What the rules look at: the plan, what was said of it since, and what people set. Everything as it is right now. */
export interface ReminderFacts extends Rules {
  known: KnownPlan;
  /** By action id. */
  said: ReadonlyMap<string, KeptProgress>;
  today: Day;
}

export interface WithReports extends ReminderFacts {
  /** Ids of the reports that there are (reportId), among those that are looked for. */
  reported: ReadonlySet<string>;
}
