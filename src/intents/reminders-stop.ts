/** Wanting no reminders at all: what can be muted, and what cannot. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersStop = defineIntent({
  name: "reminders-stop",
  about: "Wanting no more reminders: what can be muted and how, and what cannot",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.stop(scene, wish), carried),
});
