/** The asker's own actions, with the cards to change them at hand. */

import { z } from "zod/v4";
import { ownActionsOf, withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

export const myActions = defineIntent({
  name: "my-actions",
  about: "The asker's own actions, to change their status, mark milestones done, add notes or ask for more time",
  says: always("My actions"),
  args: z.object({ ...Carried }),
  traits: {
    personal: true,
    help: [{ says: "My actions", about: "You lead part of the plan: status, milestones done, notes, more time", for: "leads", place: 1 }],
    menu: [{ title: "My actions", description: "Say how your actions stand, mark milestones done, ask for more time", in: ["personal"], place: 2 }],
  },
  examples: [
    "report progress",
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
    "show me my actions",
    "my actions please",
    "list my actions so I can update them",
    "what are my actions",
    "I want to say how my actions are going",
    "where are my actions",
    "can I have my update form",
    "let me do my updates",
    "my actoins",
    "take me through my actions one by one",
    "actions with my name on, I want to edit them",
    "update mine",
    "I need to report on my actions",
    "fill in my progress",
    "how do i change the status of my own actions",
  ],
  answer: async ({ carried }, context) => withCarried(await ownActionsOf(context), carried),
});
