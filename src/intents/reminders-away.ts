/** Being away until a day, with somebody who gets the reminders meanwhile. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Day } from "../plan/index.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersAway = defineIntent({
  name: "reminders-away",
  about: "The asker is on holiday or away until a date, and who gets their reminders meanwhile",
  args: z.object({
    from: Day.optional(),
    until: Day.optional(),
    deputy: Person.optional(),
    name: z.string().max(120).optional().describe("The deputy, when the plan does not name them"),
    note: z.string().max(4000).optional(),
    ...Carried,
  }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.away(scene, wish), carried),
});
