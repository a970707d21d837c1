/** The record: every change that was made, by whom, from what, to what; and how a change and its entry are written so that neither stands without the other. */
export * from "./change.js";
export * from "./keeper.js";
export * from "./trail.js";
