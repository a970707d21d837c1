/** Read models: how the plan stands and what in it needs attention. Answers and reports share them. */
export * from "./activity-words.js";
export * from "./attention.js";
export * from "./good-news.js";
export * from "./happened.js";
export * from "./lateness.js";
export * from "./measure-status.js";
export * from "./plan-activity.js";
export * from "./plan-state.js";
export * from "./plan-totals.js";
export * from "./read-activity.js";
export * from "./read-plan-state.js";
export * from "./waiting-on.js";
