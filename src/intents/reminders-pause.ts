/** Wanting reminders to rest until a day, for everybody or for one person; for managers. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Day } from "../plan/index.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersPause = defineIntent({
  name: "reminders-pause",
  about: "Pausing reminders until a date, for everyone or for one person, with a reason; for managers",
  args: z.object({
    person: Person.optional(),
    name: z.string().max(120).optional().describe("Somebody the plan does not name"),
    from: Day.optional(),
    until: Day.optional(),
    note: z.string().max(4000).optional(),
    ...Carried,
  }),
  traits: { personal: true, command: true, takesReason: true, plans: "setting" },
  examples: [
    "pause reminders until {time}",
    "stop all reminders until {time}",
    "hold reminders for {person}",
    "pause everything over christmas",
    "no reminders for anyone till {time}",
    "suspend chasers during purdah",
    "freeze reminders for the team for two weeks",
    "leave {person} alone until {time}",
    "{person} is off sick, don't remind them",
    "put reminders on hold, {reason}",
    "give everyone a break until {time}",
    "no nagging this week",
    "pause {person}'s reminders",
    "quiet period until {time}",
    "strike week, hold off the reminders",
    "reminders off for everyone",
    "nobody is to be chased until {time}",
    "give {person} some peace until {time}",
    "bereavement, please stop {person}'s reminders",
    "during the election period send nothing",
    "hold off chasing {person}",
    "stop chasing until the inspection's over",
    "let's not pester people over the summer",
    "hald aff the reminders till {time}",
    "all quiet please until {time}, {reason}",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.pause(scene, wish), carried),
});
