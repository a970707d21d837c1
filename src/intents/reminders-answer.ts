/** What a lead says before an overdue item goes up to the managers. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, ItemId } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const remindersAnswer = defineIntent({
  name: "reminders-answer",
  about: "Answering for an overdue action with a reason before it goes up to the managers",
  args: z.object({ action: ItemId.optional(), note: z.string().max(4000).optional(), ...Carried }),
  traits: { personal: true, command: true, takesReason: true, subjects: ["action"] },
  examples: [
    "the reason {action} is late is {reason}",
    "{action} is overdue because {reason}",
    "my answer on {action}: {reason}",
    "here's why {action} slipped: {reason}",
    "before you escalate {action}, {reason}",
    "explain the delay for {action}: {reason}",
    "I want to give a reason for {action}",
    "respond to the overdue notice on {action}",
    "let me explain {action}",
    "don't escalate {action}, {reason}",
    "my excuse for {action}",
    "reply to the escalation",
    "{action} held up by {reason}, tell the managers",
    "I can explain why it's late",
    "answer the chaser about {action}",
    "the delay was down to {reason}",
    "put my reason in for {action}",
    "we missed it because {reason}",
    "explanation for {action} being late: {reason}",
    "you asked why {action} is late, well, {reason}",
    "in reply to your chaser: {reason}",
    "justify {action}'s delay",
    "{reason}, that's why {action} is overdue",
    "my reasons for {action} not being met",
    "the hold up on {action} is {reason}",
    "explain {action} to the managers because the builders are late",
    "tell the managers about {action} because the builders are late",
  ],
  answer: async ({ carried, ...wish }, scene) => withCarried(await scene.reminders.answer(scene, wish), carried),
});
