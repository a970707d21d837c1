/** When somebody gets their own reminders: the hour and the days; and that they are back. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersOwn = defineIntent({
  name: "reminders-own",
  about: "The asker's own reminder settings: at which hour and on which weekdays, their holiday; that they are back from it",
  args: z.object({
    hour: z.string().max(5).optional().describe("08:00"),
    days: z.array(z.number().int().min(1).max(7)).max(7).optional().describe("1 is Monday"),
    back: z.boolean().optional(),
    ...Carried,
  }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.own(scene, wish), carried),
});
