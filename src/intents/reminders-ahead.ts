/** What will be sent, to whom and why: everybody's for managers, their own for others. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, Person, Window } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersAhead = defineIntent({
  name: "reminders-ahead",
  about: "What reminders will be sent on a day to come, to whom and why; all of them for managers, their own for others",
  args: z.object({
    person: Person.optional(),
    name: z.string().max(120).optional().describe("Somebody the plan does not name"),
    window: Window.optional(),
    ...Carried,
  }),
  traits: { personal: true, plans: "all" },
  examples: [
    "what reminders go out {time}",
    "who will be reminded {time}",
    "what will be sent on monday",
    "when will I get my next reminder",
    "when's the next reminder for {action}",
    "will {person} be reminded about {action}",
    "what nudges are coming up",
    "reminders planned",
    "who gets chased {time}",
    "what messages are queued",
    "will anybody get a reminder {time}",
    "upcoming reminders",
    "is {person} going to be chased",
    "preview {time}'s reminders",
    "what goes out tomorrow and to whom",
    "what are you sending out next week",
    "when do you next chase people",
    "who's next to be nagged",
    "is anything going to me {time}",
    "what will you send {person}",
    "which messages leave {time}",
    "tomorrow's chasers, who gets them",
    "when are you going to chase {person}",
    "show me the outgoing list for {time}",
    "will {action} trigger a reminder {time}",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.ahead(scene, wish), carried),
});
