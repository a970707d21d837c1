/** Who cannot be written to, and what to do about it. */
import { z } from "zod/v4";
import { Carried, question } from "../question.js";
import { withCarried } from "../wording/action-card.js";

export const remindersUnreachable = question({
  name: "reminders-unreachable",
  about: "Who cannot be reached with reminders, and messages that could not be delivered",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.unreachable(scene, wish), carried),
});
