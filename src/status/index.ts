/** Read models: how the plan stands and what in it needs attention. Answers and reports share them. */
export * from "./attention.js";
export * from "./good-news.js";
export * from "./happened.js";
export * from "./lateness.js";
export * from "./measure-status.js";
export * from "./plan-activity.js";
export * from "./plan-state.js";
export * from "./waiting-on.js";
