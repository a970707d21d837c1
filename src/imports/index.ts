/** A plan put in force: merged with what is known, reported in words, exported again; and the sample for a first look. */

export type { Changes, Counts } from "./changes.js";
export { countsOf } from "./changes.js";
export * from "./chat/index.js";
export { exportPlan } from "./export-plan.js";
export * from "./freezing/index.js";
export { openFrozen } from "./frozen.js";
export * from "./import-plan.js";
export { importInWords, itemsInWords, readInWords } from "./in-words.js";
export { intoWhich, namesOf, planCalled, planToUse } from "./into.js";
export { importSample, readSample } from "./sample.js";
export { differences, differencesInWords } from "./since-frozen.js";
