/** Wanting to name the lead, a deputy or the reporter of something. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { NotInPlan, scopeOf } from "../answers/scope.js";
import { nameForm, Role } from "../people/index.js";
import { Carried, ItemId, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const namePerson = defineIntent({
  name: "name-person",
  about: "Naming the lead or a deputy of a priority or action, or the reporter of a measure; for managers",
  args: z.object({ scope: ItemId, role: Role.optional(), person: Person.optional(), ...Carried }),
  traits: { personal: true, command: true, subjects: ["priority", "action", "measure"] },
  examples: [
    "make {person} the lead for {item}",
    "{person} leads {topic} now",
    "change the lead of {action} to {person}",
    "assign {action} to {person}",
    "put {person} down for {item}",
    "{person} is taking over {topic}",
    "set {person} as reporter for {measure}",
    "{person} will report {measure} from now on",
    "new lead for {topic}: {person}",
    "name {person} as deputy on {item}",
    "swap {person} for {person} on {action}",
    "{item} should be with {person}",
    "give {action} to {person}",
    "allocate {topic} to {person}",
    "{person} has agreed to lead {action}",
    "appoint {person} to {item}",
    "the lead for {action} is wrong, it's {person}",
    "replace the lead on {topic}",
    "I want to name a lead",
    "take {person} off {action}",
    "can you put me down as lead for {topic}",
    "lead of {item} → {person}",
    "{person} now on the hook for {action}",
    "asign {person} {action}",
    "from {time} {topic} goes to {person}",
    "nominate {person} for {item}",
    "{item}'s new lead is {person}",
    "please name {person} as lead of {item}",
    "{person} takes on {action}",
    "put {person} in charge of {topic}",
    "{measure} is reported by {person} now",
    "make {person} reporter of {measure}",
    "deputy for {item} is {person}",
    "change who leads {topic} to {person}",
    "{person} should be the owner of {action}",
    "give {item} a lead, {person}",
    "let {person} have {action}",
    "add {person} as a deputy for {action}",
    "take {person}'s name off {item}",
    "can {person} be lead on {topic}",
    "lead for {action} = {person}",
  ],
  answer: async ({ scope, role, person, carried }, context) => {
    const item = scopeOf(context, scope);
    if (item.type === "plan" || item.type === "theme") throw new NotInPlan(scope);
    return withCarried(nameForm(context.forms, context, item, { role, email: person }), carried);
  },
});
