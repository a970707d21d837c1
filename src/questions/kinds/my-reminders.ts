/** What the asker would be reminded of now, to act on it. */
import { z } from "zod/v4";
import { Carried, question } from "../question.js";
import { withCarried } from "../wording/action-card.js";

export const myReminders = question({
  name: "my-reminders",
  about: "The asker's own list of what is due, as a reminder would bring it, to act on it",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.mine(scene, wish), carried),
});
