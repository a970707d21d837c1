/** Wanting no reminders at all: what can be muted, and what cannot. */
import { z } from "zod/v4";
import { Carried, question } from "../question.js";
import { withCarried } from "../wording/action-card.js";

export const remindersStop = question({
  name: "reminders-stop",
  about: "Wanting no more reminders: what can be muted and how, and what cannot",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.stop(scene, wish), carried),
});
