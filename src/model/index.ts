/** A language model that helps to read questions, where one is set up: it may choose the question, never the answer. */
export { type Model, type ModelOutcome, type ModelReading, openModel } from "./open-model.js";
export { type ModelSettings, modelSettingsOf } from "./settings.js";
