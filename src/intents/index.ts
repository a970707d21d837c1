/** What people may ask for or have done: one file an intent, and the registry of them all. */
export { answerIntent } from "./answer-intent.js";
export { type Intent, type MenuLine, SLOTS, type Traits } from "./define-intent.js";
export { intentNamed, traitsOf } from "./find-intent.js";
export { type ArgsOf, type IntentName, type Interpretation, interpretationOf } from "./interpretation.js";
export { INTENTS } from "./registry.js";
export type { Says } from "./says.js";
export { usePlan } from "./use-plan/use-card.js";
