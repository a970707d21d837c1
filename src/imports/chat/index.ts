/** Importing from a chat: a file that a manager sends, its card, and the button that puts it in force. */
export { importVerb, leaveVerb } from "./card.js";
export { openKeptFiles } from "./kept-file.js";
export { type ChatImportParts, importVerbs, type SentPlan, takeFile } from "./verbs.js";
