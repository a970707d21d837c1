/** Wanting today's reminders sent at once; for managers. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersNow = defineIntent({
  name: "reminders-now",
  about: "Sending the reminders that are due now instead of waiting for their hour; for managers",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.now(scene, wish), carried),
});
