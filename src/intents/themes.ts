/** What the plan is made of: its themes with their priorities. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { priorityRow, section } from "../answers/rows.js";
import { nameOf, priorityStatesIn, scopeOf } from "../answers/scope.js";
import { sourcesOf } from "../answers/sources.js";
import { listedUpTo, plural, shortened } from "../answers/wording.js";
import { Carried, Scope } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

export const themes = defineIntent({
  name: "themes",
  about: "What the plan is about and how it is built: its themes and priorities as a list",
  says: always("What are the themes?"),
  args: z.object({ scope: Scope.optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority"], followUp: ["scope"] },
  examples: [
    "what are the themes",
    "list the themes",
    "which themes does the plan have",
    "what are the main headings",
    "what's the plan about",
    "what is in this plan",
    "how is the plan structured",
    "name the strategic aims",
    "what are our priorities",
    "list of priorities",
    "what priorities are under {theme}",
    "what are the objectives",
    "what are the big areas",
    "pillars",
    "give me the headlines of the strategy",
    "What themes is the action plan organised into?",
    "sections of the plan",
    "remind me what the goals are",
    "contents",
    "workstreams",
    "what does the strategy cover",
    "overview of the structure",
    "how's the plan laid out",
    "what areas does it cover",
    "theems",
    "show all priorities",
    "what are the outcomes we're after",
    "what does this plan hope to achieve",
    "tell me about the strategy",
    "what's the strategy for",
    "how many levels has the plan, and what are they called",
    "what are the main aims",
    "explain the plan to a new starter",
    "what's in {plan}",
    "what is the plan made up of",
    "list themes and priorities",
    "show me the themes",
    "what priorities do we have in {theme}",
    "give me the list of priorities",
    "which headings are there",
    "what are the priorities called",
    "name the themes and what is under them",
    "structure of the plan please",
    "whit are the themes",
    "what does {theme} cover",
    "what is under {theme}",
    "what are the parts of this plan",
  ],
  answer: async ({ scope, carried }, context) => {
    const { plan, catalogue, today } = context;
    const scoped = scopeOf(context, scope);
    const own = scoped.type === "plan" ? undefined : scoped.theme;
    const priorityStates = await priorityStatesIn(context, own ? scopeOf(context, own.id) : scoped);
    const [first] = priorityStates;
    return answerIn("rows", {
      carried,
      title: own ? `The priorities of ${own.name}` : plan.title,
      lead: own
        ? [`${own.name} has ${plural(priorityStates.length, "priority")}.`, ...(own.statement ? [`In the plan's words: ${shortened(own.statement, 300)}`] : [])]
        : [
            `The plan has ${plural(catalogue.themes.length, "theme")}: ${listedUpTo(
              catalogue.themes.map(({ theme }) => theme.name),
              8,
            )}.`,
            `Under them are ${plural(catalogue.priorities.length, "priority")}, ${plural(catalogue.actions.length, "action")} and ${plural(catalogue.measures.length, "measure")}.`,
          ],
      sections: own
        ? section("", priorityStates, (standing) => priorityRow(standing, today))
        : catalogue.themes.flatMap(({ id, theme }) =>
            section(
              `${id} ${theme.name}`,
              catalogue.priorities.filter((item) => item.theme.id === id),
              ({ id: priorityId, priority }) => ({ id: priorityId, text: shortened(priority.title, 160) }),
            ),
          ),
      gaps: [],
      sources: sourcesOf(context, { statuses: own !== undefined }),
      suggestions: suggest(
        own ? `How is ${nameOf(scopeOf(context, own.id))} doing?` : "How is the plan doing?",
        first && `How is ${first.priority.id} doing?`,
        "Who leads what?",
      ),
    });
  },
});
