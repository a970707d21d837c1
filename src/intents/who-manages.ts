/** Who the managers are, and making somebody one or no longer one. */

import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { managersCard, permits } from "../people/index.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

export const whoManages = defineIntent({
  name: "managers",
  about: "Who the managers are; making somebody a manager or taking it back",
  says: always("Who are the managers?"),
  args: z.object({ person: Person.optional(), change: z.boolean().optional(), remove: z.boolean().optional(), ...Carried }),
  traits: { personalWhen: (_, context) => permits("name a manager", context) },
  examples: [
    "who are the managers",
    "make {person} a manager",
    "remove {person} as manager",
    "who can approve things",
    "who administers this plan",
    "am I a manager",
    "{person} should have manager rights",
    "take {person}'s manager rights away",
    "who's the admin here",
    "who runs this bot",
    "who has permission to change leads",
    "give {person} admin",
    "list of managers",
    "who's allowed to edit",
    "who can name leads",
    "is {person} a manager",
    "make me a manager",
    "add {person} to the managers",
    "who's the gaffer of this plan",
    "who do I ask for rights",
    "which people can approve extensions",
    "I need admin rights",
    "who has the keys to this",
    "stop {person} being a manager",
    "promote {person} to manager",
    "whose permission do I need to edit {item}",
    "who can name people here",
    "how many managers are there",
    "{person} needs to be a manager",
    "could you make {person} manager too",
    "i should be a manager",
    "take {person} off the managers",
    "which managers can I ask",
    "who else is a manager",
    "who manages this plan in the bot",
    "{person} is no longer a manager",
    "who do managers report to in here",
    "whos manager",
    "add me as a manager please",
    "names of the managers",
    "who could freeze the plan",
  ],
  answer: async ({ person, change, remove, carried }, context) =>
    withCarried(managersCard(context.forms, context, { email: person?.toLowerCase(), change, remove }), carried),
});
