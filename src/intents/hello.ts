/** A greeting, answered as a person would. */
import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { shortened } from "../answers/wording.js";
import { Carried } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const hello = defineIntent({
  name: "hello",
  about: "A greeting, or who or what the bot is",
  args: z.object({ ...Carried }),
  traits: { lastResort: true },
  examples: [
    "hi",
    "hello",
    "morning",
    "good afternoon",
    "hiya",
    "hey there",
    "hello bot",
    "good morning, hope you're well",
    "alright",
    "ay up",
    "how do",
    "bore da",
    "hello, are you there",
    "hi, anyone there?",
    "hello I'm new",
    "who are you",
    "are you a real person",
    "are you a robot",
    "test",
    "is this thing on",
    "hey",
    "evening all",
    "what's your name",
    "good day to you",
    "wotcha",
    "sorry to bother you",
    "can you hear me",
    "hi there",
    "hello waymark",
    "hey bot",
    "good evening",
    "greetings",
    "hello, who am I talking to",
    "what are you",
    "are you human",
    "is anyone there",
    "hello again",
    "hi, it's me",
    "hullo",
    "howdy",
    "hi, nice to meet you",
    "dia duit",
    "whit like",
    "hello hello",
    "hey waymark",
  ],
  answer: async ({ carried }, { asker, plan }) => {
    const [first] = (asker.name ?? "").trim().split(/\s/);
    return answerIn("notice", {
      carried,
      title: first ? `Hello, ${shortened(first, 40)}.` : "Hello.",
      lead: [`I am Waymark, and I look after the ${shortened(plan.title, 120)}. Ask me how something is doing, what is due or what is yours.`],
      suggestions: suggest("How is the plan doing?", "What can you do?"),
    });
  },
});
