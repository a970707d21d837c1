/** What people see of reminders and do with them: the answers to what is asked, the cards, and what their buttons do. */
export * from "./reminder-desk.js";
