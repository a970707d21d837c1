/** What can be asked, with examples from the plan in hand. */
import { z } from "zod/v4";
import { answerIn, ask } from "../answers/answer-text.js";
import { plural } from "../answers/wording.js";
import { Carried } from "../request/args.js";
import type { Scene } from "../request/scene.js";
import type { Row } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";
import { type Example, ownExamples } from "./help/suggested-questions.js";

export const help = defineIntent({
  name: "help",
  about: "What the bot can do and what can be asked, with examples",
  args: z.object({ ...Carried }),
  traits: { bareSubject: "status", lastResort: true },
  examples: [
    "help",
    "what can you do",
    "what can I ask",
    "how does this work",
    "what are you for",
    "how do I use this",
    "examples please",
    "commands",
    "I don't know what to ask",
    "give me some ideas of what to ask",
    "what do you know",
    "instructions",
    "how do I talk to you",
    "menu",
    "options",
    "what sort of things can I ask you",
    "I'm stuck",
    "show me how",
    "Would you explain what you are able to help with?",
    "first time using this, what do I do",
    "whit can ye dae",
    "guide",
    "what are you able to answer",
    "hlep",
    "can you explain yourself",
    "what do you do",
    "how can you help me",
    "i am new, where do i start",
    "what else can you tell me",
    "tell me how this works please",
    "can you give me a few example questions",
    "what's this bot for",
    "list of things you can do",
    "how should I ask you things",
    "what are my options here",
    "give us a hand",
    "usage",
    "what questions do you understand",
    "I have no idea how to use you",
    "wat can i do here",
  ],
  answer: async ({ carried }, scene) => {
    const { plan, catalogue } = scene;
    const own = ownExamples(scene);
    return answerIn("rows", {
      carried,
      title: "What you can ask",
      lead: [
        `I answer questions about the ${plan.title}: ${plural(catalogue.themes.length, "theme")}, ${plural(catalogue.priorities.length, "priority")}, ${plural(catalogue.actions.length, "action")} and ${plural(catalogue.measures.length, "measure")}.`,
        "Ask in your own words, by number or by topic.",
      ],
      sections: [...(own.length ? [{ heading: "For you", rows: own.map(example) }] : []), { heading: "For example", rows: examples(scene).map(example) }],
      gaps: [],
      sources: scene.known.sample ? ["Example data: the leads, statuses and figures in this plan are examples."] : [],
      suggestions: [...own, ...examples(scene)].slice(0, 3).map(({ says }) => ask(says)),
    });
  },
});

const example = ({ says, about }: Example): Row => ({ id: "", text: says, ...(about && { detail: about }) });

function examples({ catalogue }: Scene): Example[] {
  const priority = catalogue.priorities[Math.min(1, catalogue.priorities.length - 1)];
  const [theme] = catalogue.themes;
  const action = catalogue.actions.find((item) => item.action.milestones?.length) ?? catalogue.actions[0];
  const measure = catalogue.measures.find((item) => item.measure.target !== undefined) ?? catalogue.measures[0];
  return [
    ...(priority ? [{ says: `How is ${priority.id} doing?`, about: "How a priority, theme, action or the plan stands, and why" }] : []),
    ...(theme ? [{ says: `What actions are in ${theme.theme.name}?`, about: "Actions, all or by status; also: which priority is furthest behind" }] : []),
    ...(action ? [{ says: `When is ${action.id} due?`, about: "Dates of an action or a priority" }] : []),
    { says: "What is due in the next 90 days?", about: "Anything with a date: this quarter, next month, Year 2" },
    { says: "What is overdue?", about: "All, or of a theme, a priority or a person" },
    ...(priority ? [{ says: `Who leads ${priority.id}?`, about: "Who leads or reports what" }] : []),
    ...(measure ? [{ says: `What is the latest figure for ${measure.id}?`, about: "Figures, trend, target, baseline" }] : []),
    { says: "Report figures", about: `A form for the figures that you report; for one alone: update ${measure?.id ?? "it, by its id"}` },
    { says: "Which figures are missing?", about: "What is still to be reported, and by whom" },
    { says: "What changed since 1 October?", about: "Who changed what, and when" },
  ];
}
