/** Importing from a chat: a file that a manager sends, its card, and the buttons that settle its rows and put it in force. */
export { openHeldChoices } from "./held-choices.js";
export { openKeptFiles } from "./kept-file.js";
export { type SentPlan, takeFile } from "./take-file.js";
export { importVerbs } from "./verbs.js";
