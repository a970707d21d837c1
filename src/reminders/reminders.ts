import type { Day } from "../plan/index.js";
import type { Digest } from "./due-item.js";
import type { SettingsStore } from "./settings-store.js";

/** When reminders go that nobody has set otherwise. */
export const usualHour = "09:30";

export interface LastPass {
  /** Instant (ISO 8601) by the database's clock. */
  at: string;
  day: Day;
  sent: number;
}

/** All that the chat and the command line ask of reminders. */
export interface Reminders {
  settings: SettingsStore;
  /**
   * What goes to whom at this instant, and why; nothing is written. `dayOf: "whole"` leaves the hour out of it and takes every day
   * before as done: "what will you send tomorrow". With `to`, of one person.
   */
  preview(at: Date, options?: { dayOf?: "whole"; to?: string }): Promise<Digest[]>;
  lastPass(): Promise<LastPass | undefined>;
}
