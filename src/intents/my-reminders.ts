/** What the asker would be reminded of now, to act on it. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const myReminders = defineIntent({
  name: "my-reminders",
  about: "The asker's own list of what is due, as a reminder would bring it, to act on it",
  args: z.object({ ...Carried }),
  traits: { personal: true },
  examples: [
    "my reminders",
    "what reminders do I have",
    "show me what you'd remind me about",
    "my list",
    "what are you going to nag me about",
    "what's due from me",
    "anything due from me",
    "open my to do list",
    "what do I have to do",
    "my deadlines",
    "what's coming up for me",
    "when are my things due",
    "remind me what I have to do",
    "show the reminder again",
    "bring back the last reminder",
    "that reminder you sent me, show it",
    "where's my list of things due",
    "my due items please",
    "what have I got due {time}",
    "list what I need to deal with",
    "pull up my reminder",
    "have I anything to answer",
    "what's outstanding for me",
    "nag list",
    "what did you want from me again",
    "what have you got for me {time}",
    "show me my list",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.mine(scene, wish), carried),
});
