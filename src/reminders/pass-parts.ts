/** What a pass works with, and a plan as a pass finds it. */
import type { Figures } from "../figures/index.js";
import type { Managers } from "../people/index.js";
import type { KnownPlan, Plans } from "../plan/index.js";
import type { Logger } from "../shared/logger.js";
import type { AgendaParts, Due } from "./agenda.js";
import type { ManagerItem } from "./due-item.js";
import type { LocalTime } from "./local-time.js";
import type { WeekParts } from "./managers-week.js";
import type { MessageDays } from "./message-days.js";
import type { PassState, PassStates } from "./pass-state.js";
import type { ReminderFacts } from "./reminder-facts.js";
import type { SendParts } from "./send-one.js";
import type { AllSettings } from "./settings.js";
import type { SettingsStore } from "./settings-store.js";

export interface PassParts extends AgendaParts, WeekParts, SendParts {
  plans: Pick<Plans, "all" | "of">;
  days: MessageDays;
  managers: Pick<Managers, "all">;
  settings: SettingsStore;
  states: PassStates;
  progress: AgendaParts["progress"] & WeekParts["progress"];
  figures: Pick<Figures, "these" | "recentReports">;
  log: SendParts["log"];
  messages: SendParts["messages"];
  logger: Logger;
}

/** A plan as a pass finds it. */
export interface PlanNow {
  known: KnownPlan;
  /** Other plans are loaded too. */
  several: boolean;
  local: LocalTime;
  settings: AllSettings;
  managers: readonly string[];
  missed: PassState["missed"];
  week(facts: ReminderFacts, week: NonNullable<Due["week"]>): Promise<ManagerItem[]>;
}
