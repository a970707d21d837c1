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
  examples: [
    "who can't be reached",
    "which messages didn't get through",
    "who isn't getting reminders",
    "failed reminders",
    "undelivered",
    "anyone not in teams",
    "who have you not been able to contact",
    "did any reminders bounce",
    "who hasn't installed the bot",
    "why didn't {person} get a reminder",
    "delivery failures",
    "whose reminders fail",
    "can everyone be reached",
    "anybody your messages bounce off",
    "who's off your radar",
    "people you can't message",
    "whose address is wrong",
    "which leads never see your reminders",
    "is everyone getting their messages",
    "who have you lost touch with",
    "list the failed deliveries",
    "couldn't deliver to whom",
    "which of the leads don't have teams",
    "who's blocked you",
    "messages stuck",
    "is there anybody you can not write to",
    "which messages bounced",
    "who can not you reach?",
    "who has never met the bot",
    "any reminders that did not arrive?",
    "undelivered messages",
    "who can not be reached",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.unreachable(scene, wish), carried),
});
