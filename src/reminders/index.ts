/** What is due to whom (pure), the log that makes a reminder go once, the pass that sends. */

export { type Nation, nations } from "./bank-holidays.js";
export { type Calendar, calendarOf } from "./calendar.js";
export * from "./commands/index.js";
export * from "./digest-answer.js";
export * from "./due-item.js";
export { mergedSettings } from "./merged-settings.js";
export { openMessageDays } from "./message-days.js";
export type { PassReport } from "./pass.js";
export type { LastPass } from "./pass-state.js";
export * from "./reminders.js";
export * from "./setting-updates.js";
export * from "./settings.js";
export * from "./settings-store.js";
export * from "./timer.js";
