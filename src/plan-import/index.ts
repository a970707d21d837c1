/** How a plan comes in: one reader for each source format, chosen by content; one draft; what a person should look at. */
export { inferredId, inferredLook } from "./look-over.js";
export { type LookKind, type LookOf, type LookRow, plainLook } from "./look-row.js";
export { withInferred } from "./measure-words.js";
export { type ReadOptions, type ReadPlan, readPlan, readPlanAt, readPlanFrom, startsFrom, usualStarts } from "./read-plan.js";
export { checkSize, largestSource, readFileAt, readSource, type Source, sourceOf } from "./readers/source.js";
export { fileInThread, planInThread } from "./reading-thread.js";
export type { SourceText } from "./source-text.js";
