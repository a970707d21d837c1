/** What the asker would be reminded of now, to act on it. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const myReminders = defineIntent({
  name: "my-reminders",
  about: "The asker's own list of what is due, as a reminder would bring it, to act on it",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.mine(scene, wish), carried),
});
