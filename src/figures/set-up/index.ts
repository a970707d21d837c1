/** How a measure is taken: kind, unit, direction, frequency, baseline, target and who reports it, set by its lead or a manager. */
export * from "./set-up-form.js";
export { type SetUpParts, setUpVerbOf } from "./set-up-verb.js";
