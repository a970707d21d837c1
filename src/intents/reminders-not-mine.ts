/** An action is not theirs: the managers are asked to name somebody else. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, ItemId, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersNotMine = defineIntent({
  name: "reminders-not-mine",
  about: "Saying that an action is not one's own, so that a manager names another lead",
  args: z.object({ action: ItemId.optional(), person: Person.optional().describe("Whose it is instead"), note: z.string().max(4000).optional(), ...Carried }),
  traits: { personal: true, command: true, takesReason: true, subjects: ["action"] },
  examples: [
    "{action} isn't mine",
    "that's not my action",
    "I don't lead {topic}",
    "why am I getting reminders for {action}, it's not me",
    "not mine, it's {person}'s",
    "I gave {action} up ages ago",
    "{action} belongs to {person}",
    "you've got the wrong person for {action}",
    "I'm not responsible for {action}",
    "nothing to do with me",
    "I left that team, {action} isn't mine any more",
    "wrong person",
    "I never agreed to {action}",
    "{topic} sits with {person} not me",
    "take me off {action}",
    "that's no mine",
    "I shouldn't be down for {measure}",
    "someone else does {measure} now",
    "not my job",
    "{action} was {person}'s before me and still is",
    "please redirect {action} to {person}",
    "I've moved jobs, so {action} isn't with me",
    "who decided I was doing {action}",
    "my name's on {action} in error",
    "you've the wrong man for {action}",
    "{action} is not mine because i moved to another team",
    "someone else should do {action}",
    "i am not the lead of {action}",
    "{action} is not mine",
    "i do not lead {action} any more",
    "{action} belongs to somebody else now",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.notMine(scene, wish), carried),
});
