/** Measures that are printed under several priorities, joined by a manager so that one figure counts in each place. */
export { type Group, groupOf, joinForm, withCounts } from "./join-form.js";
export { type JoinParts, joinVerbOf } from "./join-verb.js";
export { apart, joining } from "./joining.js";
