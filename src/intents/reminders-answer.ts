/** What a lead says before an overdue item goes up to the managers. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, ItemId } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersAnswer = defineIntent({
  name: "reminders-answer",
  about: "Answering for an overdue action with a reason before it goes up to the managers",
  args: z.object({ action: ItemId.optional(), note: z.string().max(4000).optional(), ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.answer(scene, wish), carried),
});
