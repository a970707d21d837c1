/** What people see of reminders and do with them: the answers to what is asked, the cards, and what their buttons do. */
export { pressesOfAction } from "./actions-block.js";
export { openAskAllVerb } from "./ask-all.js";
export { requestRefused } from "./late-refusal.js";
export { openReminderCommands } from "./open-reminder-commands.js";
export type { ReminderCommandParts } from "./parts.js";
export * from "./reminder-commands.js";
export { arrivedSince, openSentLog, type SentLog } from "./sent-log.js";
export { withStandingIn } from "./standing-in.js";
export { reminderVerbs } from "./verbs.js";
export { withWayBack } from "./way-back.js";
