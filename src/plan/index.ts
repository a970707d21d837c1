/** The strategy action plan: themes, priorities, actions, milestones and measures, their deadlines and how they stand. */
export * from "./amend.js";
export * from "./amendments.js";
export * from "./catalogue.js";
export * from "./days.js";
export * from "./deadlines.js";
export * from "./duplicates.js";
export * from "./figure-fit.js";
export * from "./known-plan.js";
export * from "./periods.js";
export * from "./plan.js";
export { plainTitleWords, planIdFor, planInShort, planInWords, sameName, shortTitle, titleWords } from "./plan-name.js";
export type { StagedRow } from "./plan-parts.js";
export * from "./plans.js";
export * from "./status.js";
export * from "./status-words.js";
export * from "./timescale.js";
export * from "./years.js";
