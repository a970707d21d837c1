/** Figures of measures: what was reported, for which period, by whom, and how it moves. */
export * from "./figures.js";
export * from "./missing.js";
export * from "./trend.js";
