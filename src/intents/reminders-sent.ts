/** What was sent, to whom, when and whether it arrived. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, ItemId, Person, Window } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersSent = defineIntent({
  name: "reminders-sent",
  about: "What reminders were sent before, to whom and whether they arrived; whether somebody was reminded, or of an item",
  args: z.object({
    person: Person.optional(),
    name: z.string().max(120).optional().describe("Somebody the plan does not name"),
    scope: ItemId.optional(),
    window: Window.optional(),
    ...Carried,
  }),
  traits: { personal: true },
  examples: [
    "was {person} reminded",
    "did the reminders go out",
    "what reminders were sent {time}",
    "has anyone been chased about {action}",
    "when did you last remind {person}",
    "who was reminded about {topic}",
    "did {person} get the reminder",
    "how often has {person} been chased",
    "did my message reach {person}",
    "show the reminders you sent {time}",
    "who got chased last week",
    "was a reminder sent for {action}",
    "did you tell {person} it was overdue",
    "proof that {person} was told",
    "how many times did we chase {action}",
    "log of reminders",
    "has {person} read it",
    "sent reminders {time}",
    "did you nudge them",
    "what have you been sending people",
    "did {person} ever see it",
    "show who was chased and when",
    "have we reminded the {topic} folk",
    "was I reminded",
    "evidence that reminders went",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.sent(scene, wish), carried),
});
