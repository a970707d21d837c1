import type { Intent, Traits } from "./define-intent.js";
import { INTENTS } from "./registry.js";

const byName: ReadonlyMap<string, Intent> = new Map(INTENTS.map((intent) => [intent.name, intent as Intent]));
const none: Traits = {};

/** Nothing when there is no such intent. */
export const intentNamed = (name: string): Intent | undefined => byName.get(name);

/** No traits where there is no such intent. */
export const traitsOf = (name: string): Traits => byName.get(name)?.traits ?? none;
