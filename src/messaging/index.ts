/** What the bot writes of its own accord: kept until it went, at a pace that all instances keep to together. */

export { type Outbox, openOutbox, type Posted } from "./outbox.js";
export { type Outcome, outcomeOf } from "./outcome.js";
export { openPace, type Pace } from "./pace.js";
export * from "./sending.js";
export { type Clock, sharedClock } from "./shared-clock.js";
