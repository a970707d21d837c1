/** What is due to whom (pure), the log that makes a reminder go once, the pass that sends. */
export * from "./desk/index.js";
export * from "./digest-answer.js";
export * from "./due-item.js";
export * from "./reminders.js";
export * from "./settings.js";
export * from "./settings-said.js";
export * from "./settings-store.js";
