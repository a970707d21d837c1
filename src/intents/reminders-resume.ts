/** Wanting paused reminders back before their day. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersResume = defineIntent({
  name: "reminders-resume",
  about: "Resuming reminders that are paused, for everyone or for one person; for managers",
  args: z.object({ person: Person.optional(), name: z.string().max(120).optional().describe("Somebody the plan does not name"), ...Carried }),
  traits: { personal: true, command: true, plans: "setting" },
  examples: [
    "resume reminders",
    "start the reminders again",
    "turn reminders back on",
    "unpause {person}",
    "{person} is back, start reminding them",
    "restart reminders for everyone",
    "switch them back on",
    "lift the pause",
    "end the quiet period",
    "begin chasing again",
    "reminders on",
    "you can remind {person} again",
    "carry on with the chasers",
    "back to normal with the reminders",
    "purdah's over, reminders on again",
    "take {person} off pause",
    "let {person} have reminders again",
    "reinstate the reminders",
    "that's enough peace, start chasing",
    "un-pause all",
    "reminders may recommence from {time}",
    "everyone can be reminded again",
    "the strike's over so carry on reminding",
    "{person} is well again, switch theirs on",
    "restrat reminders",
    "you can start reminding {topic} again",
    "unpause",
    "end the pause",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.resume(scene, wish), carried),
});
