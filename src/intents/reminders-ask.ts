/** A manager asks a lead how their actions stand; the lead gets the card to say so. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, ItemId, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersAsk = defineIntent({
  name: "reminders-ask",
  about: "Asking a lead for an update now, of all that is due or of one action or priority; for managers",
  args: z.object({
    person: Person.optional(),
    name: z.string().max(120).optional().describe("Somebody the plan does not name"),
    scope: ItemId.optional(),
    ...Carried,
  }),
  traits: { personal: true, command: true, subjects: ["priority", "action"] },
  examples: [
    "ask {person} for an update",
    "chase {person}",
    "nudge {person} about {action}",
    "chase the lead of {item}",
    "get an update on {topic} from {person}",
    "ping {person}",
    "ask the lead of {action} how it's going",
    "poke {person} about their figures",
    "send {person} a reminder",
    "can you chase {topic} for me",
    "ask everyone for an update",
    "request an update on {item}",
    "remind {person} about {action}",
    "give {person} a kick",
    "get after {person}",
    "ask {person} where {topic} is",
    "chase up whoever has {action}",
    "prompt the lead for {topic}",
    "tell {person} I need an update by {time}",
    "I need {person} to report, ask them",
    "message {person} for progress",
    "chase all the late ones",
    "remind {person} now",
    "chase jo for an update",
    "can you ask the lead of {item} how it is going",
    "chase the lead of {action}",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.askUpdate(scene, wish), carried),
});
