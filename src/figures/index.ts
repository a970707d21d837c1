/** Figures of measures: what was reported, for which period, by whom, and how it moves; and the forms that they are reported through. */
export * from "./far-out.js";
export * from "./figures.js";
export * from "./form/index.js";
export * from "./join/index.js";
export * from "./joined.js";
export * from "./missing.js";
export * from "./next.js";
export * from "./read-value.js";
export * from "./reportable.js";
export * from "./reporting.js";
export * from "./set-up/index.js";
export * from "./trend.js";
export * from "./write-report.js";
