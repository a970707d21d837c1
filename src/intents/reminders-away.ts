/** Being away until a day, with somebody who gets the reminders meanwhile. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Day } from "../plan/index.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersAway = defineIntent({
  name: "reminders-away",
  about: "The asker is on holiday or away until a date, and who gets their reminders meanwhile",
  args: z.object({
    from: Day.optional(),
    until: Day.optional(),
    deputy: Person.optional(),
    name: z.string().max(120).optional().describe("The deputy, when the plan does not name them"),
    note: z.string().max(4000).optional(),
    ...Carried,
  }),
  traits: { personal: true, command: true, takesReason: true, plans: "setting" },
  examples: [
    "I'm on holiday until {time}",
    "I'm away from {time} to {time}",
    "on leave till {time}, {person} is covering",
    "out of office until {time}",
    "I'm off sick",
    "{person} gets my reminders while I'm away",
    "maternity leave from {time}",
    "set my out of office",
    "I'm not in next week",
    "off on annual leave, back {time}",
    "{person} will stand in for me until {time}",
    "am on my jollies till {time}",
    "send mine to {person} while I'm off",
    "away for a fortnight",
    "I'll be out {time}",
    "holiday",
    "not working {time}",
    "on secondment until {time}",
    "cover for me is {person}",
    "I shall be absent from {time} to {time}",
    "i am off {time}",
    "send my reminders to {person} while i am on holiday {time}",
    "i am on holiday {time}, sam covers for me",
    "i will be away {time}",
    "on leave {time}",
    "out of office {time}, {person} is covering",
    "off on annual leave til {time}",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.away(scene, wish), carried),
});
