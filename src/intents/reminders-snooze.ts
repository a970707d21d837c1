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
  traits: { personal: true, command: true, takesReason: true, subjects: ["action", "measure"] },
  examples: [
    "snooze {action}",
    "remind me about {action} later",
    "not now, {time}",
    "snooze this until {time}",
    "ask me again {time}",
    "leave {action} till {time}",
    "come back to me {time} about {action}",
    "quiet on {action} until {time}, {reason}",
    "remind me {time} instead",
    "don't bother me about {action} until {time}",
    "park the reminder for {measure}",
    "later",
    "put {action} to sleep for a week",
    "give it a rest with {action} until {time}",
    "shush about {action} for a fortnight",
    "i'll do it {time}, remind me then",
    "hush on {action} till {time}",
    "not this week for {action}",
    "push the nudge about {action} to {time}",
    "I'll deal with {action} {time}, leave me be till then",
    "ask about {measure} in a fortnight",
    "{action} can wait until {time}, {reason}",
    "kick that reminder down the road",
    "defer {measure} reminder to {time}",
    "give me until {time} before you mention {action} again",
    "snooze {action} {time} because the survey is late",
    "no more nudges on {action} {time}",
    "mute {action} {time}",
    "stop chasing me about {action} {time}",
    "snooze {action} til {time}",
    "do not remind me about {action} {time}",
    "leave {action} alone {time}",
    "remind me about {action} again {time}",
    "ask me again about {action} {time}",
    "snooze {action} {time}",
    "not now, come back to me about {action} {time}",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.snooze(scene, wish), carried),
});
