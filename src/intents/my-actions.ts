/** The asker's own actions, with the cards to change them at hand. */
import { z } from "zod/v4";
import { ownActionsOf, withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const myActions = defineIntent({
  name: "my-actions",
  about: "The asker's own actions, to change their status, mark milestones done, add notes or ask for more time",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  examples: [
    "update my actions",
    "I want to go through my actions",
    "let me update my stuff",
    "open my actions",
    "I need to do my update",
    "take me to my own actions so I can change them",
    "time to do my returns, bring up my actions",
    "form for my actions",
    "edit what I've got",
    "can i do all mine in one go",
    "update all of mine",
    "I've got ten minutes to update my bits",
    "where do I put my progress",
    "let me tick things off",
    "mine please, to update",
    "I'd like to record progress on my actions",
    "need to update several of my actions",
    "my monthly update",
    "how do I submit my update",
    "let me get my updates out the way",
    "do my bit of the plan",
    "upate my actoins",
    "bring up everything of mine that I can edit",
    "I have changes to make on my actions",
    "right let's get my update done",
  ],
  answer: async ({ carried }, scene) => withCarried(await ownActionsOf(scene), carried),
});
