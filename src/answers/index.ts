/** How things of a plan are said, for the rooms that say them too. */
export { figureAlone, latestInWords, moveInWords, shortPeriod, targetInWords } from "./measure-words.js";
export { type Dated, datedOf, milestoneFact, milestoneName, milestoneSentence } from "./milestones.js";
export { stateIn } from "./plan-state.js";
export { actionTally, rollupOf, rollupTally } from "./reasons.js";
export { type Acting, actingOf, measuresIn, NotInPlan, nameOf, priorityStatesIn, type Scoped, scopeOf } from "./scope.js";
export { saidOf, sourcesOf } from "./sources.js";
export { figureSentences, measuresTally, overdueSentence } from "./totals.js";
export { withoutDates, withoutStatuses } from "./unreliable.js";
export { badgeOf, capital, inWindow, plural, rollupBadge, rollupInWords } from "./wording.js";
