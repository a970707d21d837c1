/** Wanting to give everything of one person to another. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { answerIn, suggest } from "../answers/answer-text.js";
import { handOverForm, permits, refusal } from "../people/index.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const handOver = defineIntent({
  name: "hand-over",
  about: "Handing over everything that one person leads, stands in for and reports to another; for managers",
  args: z.object({ person: Person.optional().describe("Whose"), to: Person.optional(), ...Carried }),
  traits: { personal: true, command: true },
  examples: [
    "{person} is leaving, give everything to {person}",
    "hand over {person}'s actions to {person}",
    "move all of {person}'s stuff to {person}",
    "{person} is retiring, who takes their actions",
    "transfer {person}'s portfolio to {person}",
    "{person} replaces {person} from {time}",
    "swap out {person} for {person} everywhere",
    "everything {person} has goes to {person}",
    "handover from {person}",
    "reassign the lot from {person} to {person}",
    "{person} left, pass it all on",
    "{person}'s post has been deleted, move her actions",
    "I'm leaving, hand mine to {person}",
    "start a handover",
    "bulk reassign {person}",
    "{person} has moved on - {person} picks up all of it",
    "make {person} successor to {person}",
    "hand ower a' {person}'s to {person}",
    "we have a new head of service, transfer {person}'s items",
    "{person} goes on {time}, {person} steps in",
    "all that {person} leads should go to {person}",
    "we need to split up what {person} had",
    "who gets {person}'s work when they go",
    "reorganisation: {person} takes the lot from {person}",
    "please transfer all responsibilities held by {person}",
    "give {person}'s work to {person}",
    "please move everything from {person} over to {person}",
    "{person} hands over to {person}",
    "who picks up after {person}",
    "change every {person} to {person}",
    "{person} is off for a year, {person} takes it all",
    "pass {person}'s lot to {person}",
    "hand everything of mine over to {person}",
    "all {person}'s measures and actions to {person} please",
    "swap {person} out, {person} in",
    "{person} has been replaced by {person}, update the plan",
    "i need to do a handover for {person}",
    "clear {person}'s name off the plan and put {person}",
    "transfer the lot to {person}, {person} has resigned",
    "{person}'s jobs go to {person} from {time}",
  ],
  answer: async ({ person, to, carried }, context) => {
    if (person) return withCarried(handOverForm(context.forms, context, person.toLowerCase(), to?.toLowerCase()), carried);
    return answerIn("notice", {
      carried,
      title: "Hand over",
      lead: permits("hand over", context)
        ? [
            'Tell me from whom and to whom, for example: "hand over everything from Sam Taylor to Anna Smith".',
            "You will see the list before anything changes.",
          ]
        : refusal("hand over", "hand over what somebody has", context),
      suggestions: suggest("Who leads what?"),
    });
  },
});
