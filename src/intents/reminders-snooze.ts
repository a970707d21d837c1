/** Wanting no reminders about one action until a day. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Day } from "../plan/index.js";
import { Carried, ItemId } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersSnooze = defineIntent({
  name: "reminders-snooze",
  about: "Snoozing the reminders about an action until a date, with a reason",
  args: z.object({ action: ItemId.optional(), measure: ItemId.optional(), until: Day.optional(), note: z.string().max(4000).optional(), ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.snooze(scene, wish), carried),
});
