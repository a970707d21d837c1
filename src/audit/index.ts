/** The record: every change that was made, by whom, from what, to what; and how a change and its entry are written so that neither stands without the other. */

export * from "./audit-log.js";
export * from "./audited-repository.js";
export * from "./change.js";
