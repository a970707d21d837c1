/** What someone leads and reports, as the plan names them. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { actionRow, priorityRow, section } from "../answers/rows.js";
import { actingOf, isAsker, wordsOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { listed, plural, shortened } from "../answers/wording.js";
import { actionsIn, deputiesOf, isSaidAs } from "../plan/index.js";
import { Carried, Person } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { yoursAnswer } from "./held/yours.js";
import { text } from "./says.js";

export const held = defineIntent({
  name: "held",
  about: "What someone (or the asker) leads and reports: priorities, actions and measures",
  says: ({ person }) => (text(person) ? `What does ${person} lead?` : "What do I lead?"),
  args: z.object({ person: Person, ...Carried }),
  traits: { bareSubject: "status" },
  examples: [
    "what is {person} responsible for",
    "{person}",
    "what's {person} got",
    "what is {person} on the hook for",
    "show me {person}'s actions",
    "everything under {person}",
    "which priorities does {person} have",
    "{person} portfolio",
    "How many things is {person} carrying?",
    "what has {person} signed up to",
    "list what {person} owns",
    "What falls to {person}, please?",
    "what's on {person}'s plate",
    "what does {person} do in this plan",
    "what's {person} supposed to be delivering",
    "is {person} in the plan anywhere",
    "does {person} have anything",
    "what are {person}'s measures",
    "what is {person} down for",
    "what am i down for",
    "what's mine",
    "my stuff",
    "what have I got",
    "which bits are mine",
    "what's on my plate",
    "show my priorities",
    "what am I responsible for in all this",
    "What is it that I am expected to deliver?",
    "am i named anywhere in here",
    "am I down for anything",
    "what have they stuck me with",
    "what did I inherit",
    "i've just taken over from {person}, what did they have",
    "what was {person} leading",
    "{person} is leaving, what do they hold",
    "wat does {person} lead",
    "everythin {person} is responsable for",
    "what's our {person} doing",
    "give me {person}'s list",
    "which actions sit with {person}",
    "what sits with the team of {person}",
    "how much has {person} on their shoulders",
    "what is with {person}",
    "what's in {person}'s name",
    "all items where lead = {person}",
    "do I have any actions",
    "whit am I daein",
    "what's been put on me",
    "tell me what belongs to me",
    "anything in {theme} for {person}",
    "{person} responsibilities",
    "what are you holding me to",
    "tell me which parts of this {person} answers for",
    "which bits does {person} look after",
    "what's {person}'s involvement",
    "what has {person} to do with this plan",
    "what did {person} agree to do",
    "what do we have {person} down for",
    "does {person} lead any actions",
    "wot has {person} got",
    "what is {person} working on",
    "what are {person}'s priorities",
    "what should I ask {person} about",
    "what do I ask {person} at our one to one",
    "what does our head of {topic} have",
    "what does the {theme} director lead",
    "have I got anything in this",
    "what have I to deliver",
    "what are my responsibilities",
    "which of these are mine",
    "which ones am I on the hook for",
    "my actions",
    "my priorities",
    "list mine",
    "anything with my name on",
    "what do i own",
    "do i lead anything?",
    "what has the {person} got on their {topic}",
    "what is on my {topic}",
    "what is the {person} in charge of",
    "what is mine",
    "what is the {person} running",
    "what have i been given to lead",
    "what does the {person} lead",
    "what am i responsible for",
    "what is on my list",
    "which measures do i report",
    "what has {person} got on their plate",
    "Which bits does {person} own",
    "whats {person} in charge of",
    "what is {person} in charge of reporting",
    "what have I got again",
    "remind me what I have",
    "what belongs to me",
    "what is {person} looking after",
    "what's {person} got on at the moment",
    "what does {person} have and is it late",
    "which ones are {person}'s",
    "what's in {person}'s in tray",
    "remind me which are mine",
  ],
  answer: async ({ person, carried }, context) => {
    const who = person.toLowerCase();
    const isSame = (said: string | undefined) => isSaidAs(who, said);
    const you = isAsker(context, person);
    const priorityStates = await context.priorities();
    const priorities = priorityStates.filter(({ priority }) => isSame(priority.lead ?? priority.leadAs));
    // Actions of a priority they lead are theirs anyway and would only repeat it.
    const actions = actingOf(priorityStates).filter(
      ({ action, priority }) => isSame(action.lead ?? action.leadAs) && !isSame(priority.lead ?? priority.leadAs),
    );
    const measures = context.catalogue.measures.filter(({ measure }) => isSame(measure.reporter ?? measure.reporterAs));
    const stood = [...context.catalogue.priorities, ...context.catalogue.actions, ...context.catalogue.measures].filter((item) =>
      deputiesOf(item).includes(who),
    );
    const led = [...(priorities.length ? [plural(priorities.length, "priority")] : []), ...(actions.length ? [plural(actions.length, "action")] : [])];
    const name = you ? "You" : person;
    const verb = (word: string) => (you ? word : `${word}s`);
    const parts = [
      ...(led.length ? [`${verb("lead")} ${listed(led)}`] : []),
      ...(measures.length ? [`${verb("report")} ${plural(measures.length, "measure")}`] : []),
      ...(stood.length ? [`${you ? "are" : "is"} deputy for ${plural(stood.length, "item")}`] : []),
    ];
    const sources = sourcesOf(context, { said: saidOf([...actingOf(priorities), ...actions]), statuses: led.length > 0 });
    if (you && parts.length) {
      const row = (item: (typeof stood)[number]) => ({ id: item.id, text: shortened(wordsOf(item), 200) });
      return yoursAnswer(context, {
        ...(carried && { carried }),
        lead: `You ${listed(parts)}.`,
        actions: [...actingOf(priorities), ...actions],
        measures,
        stood: stood.map(row),
        sources,
      });
    }
    return answerIn("rows", {
      carried,
      title: you ? "Yours" : person,
      lead: [
        parts.length
          ? `${name} ${listed(parts)}.`
          : `${name} ${verb("lead")} nothing in the plan, and no measure names ${you ? "you" : "them"} as its reporter.`,
      ],
      sections: [
        ...section("Priorities led", priorities, (standing) => priorityRow(standing, context.today, plural(actionsIn(standing.priority).length, "action"))),
        ...section("Actions led", actions, (acting) => actionRow(acting, context.today)),
        ...section("Measures reported", measures, ({ id, measure }) => ({ id, text: shortened(measure.text, 200) })),
        ...section("Deputy for", stood, (item) => ({ id: item.id, text: shortened(wordsOf(item), 200) })),
      ],
      gaps: [],
      sources,
      suggestions: parts.length
        ? suggest(
            led.length > 0 && (you ? "What is overdue for me?" : `What is overdue for ${person}?`),
            you ? "Which figures are missing from me?" : `Which figures are missing from ${person}?`,
          )
        : suggest("Who leads what?", "What can you do?"),
    });
  },
});
