/** What was sent, to whom, when and whether it arrived. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, ItemId, Person, Window } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersSent = defineIntent({
  name: "reminders-sent",
  about: "What reminders were sent before, to whom and whether they arrived; whether somebody was reminded, or of an item",
  args: z.object({
    person: Person.optional(),
    name: z.string().max(120).optional().describe("Somebody the plan does not name"),
    scope: ItemId.optional(),
    window: Window.optional(),
    ...Carried,
  }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.sent(scene, wish), carried),
});
