/** What deciding must know of an intent, from its definition. */
import { z } from "zod/v4";
import { INTENTS } from "../../intents/index.js";
import type { Fillable } from "./arguments.js";
import type { Phrase } from "./offers.js";
import { PHRASES } from "./phrases.js";

export interface Decidable extends Fillable {
  /** Opens a form or changes a preference. */
  command: boolean;
  /** Says that something was not understood, or asks back. */
  fallback: boolean;
  phrase?: Phrase;
}

// To become traits of the intents.
const COMMANDS = new Set(
  "change-status mark-done more-time report-figure name-person hand-over freeze set-up join use-plan committee reminders-away reminders-pause reminders-resume reminders-snooze reminders-not-mine reminders-now reminders-ask reminders-answer".split(
    " ",
  ),
);
const FALLBACKS = new Set(["choose", "not-understood", "which-plan", "help"]);

const byName: ReadonlyMap<string, Decidable> = new Map(
  INTENTS.map((intent): [string, Decidable] => {
    const { name, args } = intent;
    const shape = args instanceof z.ZodObject ? args.shape : {};
    return [
      name,
      {
        name,
        argumentNames: Object.keys(shape),
        accepts: (given) => args.safeParse(given).success,
        command: COMMANDS.has(name),
        fallback: FALLBACKS.has(name),
        ...(PHRASES[name] && { phrase: PHRASES[name] }),
      },
    ];
  }),
);

export const decidable = (name: string): Decidable | undefined => byName.get(name);
