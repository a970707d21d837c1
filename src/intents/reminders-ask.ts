/** A manager asks a lead how their actions stand; the lead gets the card to say so. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, ItemId, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersAsk = defineIntent({
  name: "reminders-ask",
  about: "Asking a lead for an update now, of all that is due or of one action or priority; for managers",
  args: z.object({
    person: Person.optional(),
    name: z.string().max(120).optional().describe("Somebody the plan does not name"),
    scope: ItemId.optional(),
    ...Carried,
  }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.askUpdate(scene, wish), carried),
});
