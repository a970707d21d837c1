/** Wanting more time for an action. */

import { z } from "zod/v4";
import { cardFor, ownActionsOf, withCarried } from "../answers/action-card.js";
import { Day } from "../plan/index.js";
import { Carried, ItemId } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { aboutAction } from "./says.js";

export const moreTime = defineIntent({
  name: "more-time",
  about: "Asking for more time: a later date for an action or one of its milestones, which a manager agrees to or refuses",
  says: aboutAction((name) => `${name} needs more time`),
  args: z.object({
    action: ItemId.optional(),
    label: z.string().max(4000).optional().describe("The milestone, by its label"),
    due: Day.optional().describe("The new date"),
    note: z.string().max(4000).optional().describe("Why"),
    ...Carried,
  }),
  traits: { personal: true, command: true, takesReason: true, subjects: ["action"] },
  examples: [
    "I need more time for {action}",
    "can we push {action} back to {time}",
    "extend {action}",
    "extension for {topic} till {time}",
    "move the deadline of {action} to {time}",
    "we won't make {time} for {action}",
    "{action} will be late, can we have until {time}",
    "give us another month for {action}",
    "ask for a later date for {stage}",
    "change the due date of {action}",
    "reschedule {stage} to {time}",
    "new date for {action} is {time}",
    "{stage} is going to slip to {time}",
    "slip {action} to {time} because {reason}",
    "put {action} back a quarter",
    "can the date for {topic} be moved",
    "delay {action} until {time}",
    "postpone {stage}",
    "{topic} needs longer",
    "not going to hit the date on {action}",
    "request extension",
    "need longer",
    "could I possibly have a few more weeks for {action}?",
    "we can't finish {action} by then, {reason}",
    "revise the target date for {item}",
    "rebaseline {action} to {time}",
    "re-profile {stage}",
    "give me till {time} on {action}",
    "any chance of some slack on {stage}",
    "need moar time for {topic}",
    "i want to ask for longer deadline of {action}",
    "kick {action} into {time}",
    "the date on {action} is unrealistic, we want {time}",
    "bring {action} forward to {time}",
    "{action} can't be done by {time}, can we say {time}",
    "I'd like an extension on {action} please",
    "could {stage} be moved to {time}",
    "we'll need until {time} for {topic}",
    "ask if {action} can go to {time}",
    "another six months on {action} please, {reason}",
  ],
  answer: async ({ action, label, due, note, carried }, context) =>
    action ? cardFor(context, action, { card: "time", label, due, why: note }, carried) : withCarried(await ownActionsOf(context), carried),
});
