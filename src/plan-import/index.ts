/** How a plan comes in: one reader for each source format, chosen by content; one draft; what a person should look at. */

export { plainView, type ReviewIssue, type ViewKind, type ViewOf } from "./look-row.js";
export { withInferred } from "./measure-words.js";
export { type ReadOptions, type ReadPlan, readPlan, readPlanAt, readPlanFrom, startsFrom, usualStarts } from "./read-plan.js";
export { checkSize, largestSource, readFileAt, readSource, type Source, sourceOf } from "./readers/source.js";
export { fileInThread, planInThread } from "./reading-thread.js";
export { inferredId, inferredView } from "./review.js";
export type { SourceText } from "./source-text.js";
