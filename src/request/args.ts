/** Types of arguments that intents share, and their schemas. */
import { z } from "zod/v4";
import { Day } from "../plan/index.js";

/** An item's id as printed: theme, priority, action or measure. */
export const ItemId = z.string().min(1).max(40);

/** An item, or the whole plan. */
export const Scope = z.union([z.literal("plan"), ItemId]);

/** Days, both ends counted, and how a person would call them ("December 2026", "the next 60 days"). */
export const Window = z.object({ from: Day, to: Day, label: z.string().max(120) });
export type Window = z.infer<typeof Window>;

/** E-mail address of someone, in lower case. */
export const Person = z.string().max(200);

/** States that people ask by. Of actions: red is off track, amber at risk, green on track. Of priorities and themes: as rolled up. */
export const State = z.enum(["red", "amber", "green", "complete", "not-started", "cancelled", "overdue"]);
export type State = z.infer<typeof State>;

/** Another reading of the same words: what its button shows, and what is said by pressing it. */
export const Offer = z.object({ label: z.string().max(400), says: z.string().max(400) });
export type Offer = z.infer<typeof Offer>;

/** What every reading may carry: what was taken over from the turn before or assumed, in words, what else may have been meant, whether a language model helped, and what was left out. */
export const Carried = {
  carried: z.string().max(300).optional(),
  instead: z.array(Offer).max(3).optional(),
  helped: z.literal(true).optional(),
  unused: z.array(z.string().max(620)).max(12).optional().describe("Words and numbers of the message that no argument took up"),
};

/** What a version of the plan is called. */
export const VersionName = z.string().min(1).max(60);
