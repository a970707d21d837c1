/** Answers with their plain text, and what to ask next. */
export * from "../shared/answer-text.js";
