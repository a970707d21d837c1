/** Wanting paused reminders back before their day. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersResume = defineIntent({
  name: "reminders-resume",
  about: "Resuming reminders that are paused, for everyone or for one person; for managers",
  args: z.object({ person: Person.optional(), name: z.string().max(120).optional().describe("Somebody the plan does not name"), ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.resume(scene, wish), carried),
});
