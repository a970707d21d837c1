/** Wanting no reminders at all: what can be muted, and what cannot. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersStop = defineIntent({
  name: "reminders-stop",
  about: "Wanting no more reminders: what can be muted and how, and what cannot",
  args: z.object({ ...Carried }),
  traits: { personal: true, plans: "setting" },
  examples: [
    "stop reminding me",
    "unsubscribe",
    "no more reminders",
    "stop nagging",
    "leave me alone",
    "turn off reminders",
    "how do I stop these messages",
    "I don't want these",
    "mute",
    "opt out",
    "enough already with the messages",
    "too many reminders",
    "can I switch these off",
    "stop sending me this",
    "please cease sending me notifications",
    "I'm sick of your reminders",
    "how do i make it stop",
    "how do I get off this list",
    "do I have to get these",
    "I've had enough of being nagged",
    "who signed me up for this",
    "I never asked for reminders",
    "make the notifications go away",
    "give over with the reminders",
    "bot be quiet",
    "i do not want any more reminders",
    "can i mute you",
    "please stop messaging me",
    "how do i turn these reminders off",
    "i get too many reminders",
    "stop nagging me",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.stop(scene, wish), carried),
});
