/** Who someone is: from the channel's identity to an e-mail address, the name a plan knows people by. */
export { type Calling, type Company, callingByName, withNames } from "./called-by-name.js";
export * from "./change-facts.js";
export { type DeliveryLog, openDeliveryLog } from "./delivery-log.js";
export { type Directory, openDirectory, type Person, type RosterEntry, type RosterLookUp } from "./directory.js";
export * from "./first-day.js";
export * from "./greetings.js";
export * from "./messages.js";
export * from "./naming/index.js";
export * from "./permission.js";
export * from "./request-context.js";
export * from "./rights.js";
export { openWeekNotes, type WeekNotes } from "./week-notes.js";
export * from "./who-manages.js";
