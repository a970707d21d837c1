/** Wanting reminders to rest until a day, for everybody or for one person; for managers. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Day } from "../plan/index.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersPause = defineIntent({
  name: "reminders-pause",
  about: "Pausing reminders until a date, for everyone or for one person, with a reason; for managers",
  args: z.object({
    person: Person.optional(),
    name: z.string().max(120).optional().describe("Somebody the plan does not name"),
    from: Day.optional(),
    until: Day.optional(),
    note: z.string().max(4000).optional(),
    ...Carried,
  }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.pause(scene, wish), carried),
});
