/** Wanting today's reminders sent at once; for managers. */
import { z } from "zod/v4";
import { Carried, question } from "../question.js";
import { withCarried } from "../wording/action-card.js";

export const remindersNow = question({
  name: "reminders-now",
  about: "Sending the reminders that are due now instead of waiting for their hour; for managers",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.now(scene, wish), carried),
});
