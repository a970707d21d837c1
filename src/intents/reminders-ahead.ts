/** What will be sent, to whom and why: everybody's for managers, their own for others. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, Person, Window } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersAhead = defineIntent({
  name: "reminders-ahead",
  about: "What reminders will be sent on a day to come, to whom and why; all of them for managers, their own for others",
  args: z.object({
    person: Person.optional(),
    name: z.string().max(120).optional().describe("Somebody the plan does not name"),
    window: Window.optional(),
    ...Carried,
  }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.ahead(scene, wish), carried),
});
