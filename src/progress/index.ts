/** How actions stand: what leads say of them after the plan was imported, how it is kept, and the cards it is said with. */
export { actionCard, type CardWish } from "./cards.js";
export { type CommitteeDays, committeeCard, lastCommittee, openCommittee } from "./committee.js";
export { myActions, type OwnAction, ownActions } from "./my-actions.js";
export { factsOf } from "./pressed.js";
export * from "./progress.js";
export { partFact, saidInWords } from "./receipts.js";
export { milestoneLabel } from "./said.js";
export type { StatusWish } from "./status-form.js";
export { answerForm, requestsIn, requestsSays } from "./time-answer.js";
export { waitingLine } from "./time-form.js";
export { type ProgressVerbParts, progressVerbs } from "./verbs.js";
export { type ActionItem, isSentence, milestoneName, readDay, standingLines, titleOf } from "./words.js";
