import type { Answer } from "../shared/answer.js";

/** Where somebody can be written to, in the channel's own words; plain JSON. */
export type Where = { [field: string]: string };

/**
 * Sends an answer of the bot's own accord, once. Rejects when it did not arrive for certain: with `statusCode` (and the
 * channel's `code`, `retryAfterMs`) when it was answered, with `sent` (whether the bytes had gone out) when it was not.
 */
export type Send = (where: Where, answer: Answer) => Promise<void>;

/** What a message is about, for whoever has to know when it is refused after all; plain JSON. */
export type About = { [field: string]: string };
