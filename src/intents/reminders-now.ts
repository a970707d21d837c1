/** Wanting today's reminders sent at once; for managers. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersNow = defineIntent({
  name: "reminders-now",
  about: "Sending the reminders that are due now instead of waiting for their hour; for managers",
  args: z.object({ ...Carried }),
  traits: { personal: true, command: true },
  examples: [
    "send the reminders now",
    "send out today's reminders",
    "don't wait, send them",
    "fire off the reminders",
    "push reminders out now",
    "send all reminders",
    "run the reminders",
    "do the chasers now",
    "remind everyone now",
    "send the reminder early",
    "let's get today's chasers out",
    "trigger reminders",
    "get them sent",
    "get today's messages out the door",
    "no need to wait till nine, send the lot",
    "can the reminders be sent straight away?",
    "kick the reminders off",
    "do a reminder run",
    "start today's reminder round early",
    "send them their reminders this minute",
    "chaser emails now please",
    "I want everybody reminded before lunch",
    "release the reminders",
    "bring the reminders forward to now",
    "remindrs out now",
    "nudge all the leads now",
    "do not wait, send {time} reminders now",
    "send the reminders out now please",
    "send reminders now",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.now(scene, wish), carried),
});
