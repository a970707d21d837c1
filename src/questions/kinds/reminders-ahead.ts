/** What will be sent, to whom and why: everybody's for managers, their own for others. */
import { z } from "zod/v4";
import { Carried, Person, question, Window } from "../question.js";
import { withCarried } from "../wording/action-card.js";

export const remindersAhead = question({
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
