/** Choosing the plan that is used in a conversation. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { useCard } from "./use-plan/use-card.js";

export const usePlan = defineIntent({
  name: "use-plan",
  about: "Has one of several plans used in this chat from now on",
  args: z.object({ ...Carried }),
  traits: { command: true },
  examples: [
    "switch to {plan}",
    "use {plan}",
    "change plan",
    "I meant the {plan}",
    "talk about {plan} from now on",
    "go to {plan}",
    "other plan please",
    "not this plan, {plan}",
    "let's look at {plan} instead",
    "open {plan}",
    "set {plan} as my plan",
    "wrong plan",
    "I want the {plan}",
    "change over to {plan} please",
    "move to {plan}",
    "from now {plan}",
    "swap to the other one",
    "put me on the {plan}",
    "I don't care about this one, give me {plan}",
    "load up {plan}",
    "next questions are about {plan}",
    "can we talk {plan} now",
    "back to {plan}",
    "this channel should use {plan}",
    "stick with {plan}",
  ],
  answer: async ({ carried }, scene) => withCarried(useCard(scene), carried),
});
