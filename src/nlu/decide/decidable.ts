/** What deciding must know of an intent, from its definition. */
import { z } from "zod/v4";
import { INTENTS, type Intent, type Says } from "../../intents/index.js";
import type { Fillable } from "./arguments.js";

export interface Decidable extends Fillable {
  /** Opens a form or changes a preference. */
  command: boolean;
  /** Says that something was not understood, or asks back. */
  fallback: boolean;
  /** A greeting, thanks. */
  smallTalk: boolean;
  says?: Says;
}

const byName: ReadonlyMap<string, Decidable> = new Map(
  INTENTS.map((intent): [string, Decidable] => {
    const { name, args, says, traits } = intent as Intent;
    const shape = args instanceof z.ZodObject ? args.shape : {};
    return [
      name,
      {
        name,
        argumentNames: Object.keys(shape),
        accepts: (given) => args.safeParse(given).success,
        command: traits.command ?? false,
        looksBack: traits.looksBack ?? false,
        fallback: Boolean(traits.internal),
        smallTalk: traits.lastResort ?? false,
        outOfPlan: traits.outOfPlan ?? false,
        ...(traits.subjects && { about: traits.subjects }),
        ...(says && { says }),
      },
    ];
  }),
);

/** Nothing for what is no intent. */
export const decidable = (name: string): Decidable | undefined => byName.get(name);
