/** Who cannot be written to, and what to do about it. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersUnreachable = defineIntent({
  name: "reminders-unreachable",
  about: "Who cannot be reached with reminders, and messages that could not be delivered",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.unreachable(scene, wish), carried),
});
