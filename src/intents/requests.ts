/** Requests for more time that wait: the card to answer for managers, a list for everybody else. */

import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { answerIn, suggest } from "../answers/answer-text.js";
import { plural } from "../answers/wording.js";
import { permits } from "../people/index.js";
import { answerForm, requestsIn, requestsSays, waitingLine } from "../progress/index.js";
import { Carried, ItemId } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { always } from "./says.js";

/** Said one by one up to here. */
const mostShown = 10;

export const requests = defineIntent({
  name: "requests",
  about: "Requests for more time that wait for a manager, to agree to or refuse",
  says: always("Requests for more time"),
  args: z.object({ action: ItemId.optional().describe("Of this action only, as far as one waits"), ...Carried }),
  traits: {
    personalWhen: (_, context) => permits("decide on more time", context),
    subjects: ["action"],
    help: [{ says: "Requests for more time", about: "You are a manager: agree to them or refuse", for: "managers", place: 1 }],
  },
  examples: [
    "refuse the extension of {action}",
    "turn down more time for {action}",
    "let {action} have its extension",
    "what needs my approval",
    "who is asking me for an extension",
    "any requests waiting",
    "requests for more time",
    "who's asked for an extension",
    "approve the extension for {action}",
    "what's waiting for my decision",
    "extension requests to decide",
    "refuse {person}'s request",
    "agree to the new date on {action}",
    "pending approvals",
    "has my extension been agreed",
    "did they say yes to {action}",
    "what do I have to sign off",
    "open requests",
    "what needs approving",
    "say yes to {person}",
    "turn down the request for {action}",
    "anything in my approval queue",
    "what happened to my request for {action}",
    "requests on {item}",
    "requets outstanding",
    "who wants longer",
    "what's sitting with me to approve",
    "which extension requests haven't been answered",
    "give {person} the extra time",
    "no to the extension on {action}",
    "did my manager agree the later date for {action}",
    "who has asked for more time",
    "show me requests for more time",
    "any extensions for me to decide",
    "I'd like to approve the later date on {action}",
    "what's awaiting a decision",
    "requests to agree",
    "does anyone want more time",
    "decide on {action}'s extension",
    "has {person} asked for longer",
    "is my request for more time still waiting",
    "agree to {person}'s extension",
    "say no to more time for {action}",
    "extensions pending",
    "are there any requests I haven't dealt with",
    "who is waiting for a yes from me",
  ],
  answer: async ({ action, carried }, context) => {
    const all = requestsIn(context, (await context.waiting()).values());
    const waiting = action ? all.filter(({ item }) => item.id === action) : all;
    const [oldest] = waiting;
    if (oldest && permits("decide on more time", context)) return withCarried(answerForm(context.forms, context, oldest, all.length - 1), carried);
    const lines = waiting.slice(0, mostShown).map(({ item, place, asked }) => waitingLine(item, place, asked, context));
    const hidden = waiting.length - lines.length;
    return answerIn("notice", {
      carried,
      title: "Requests for more time",
      lead: waiting.length
        ? [
            `${plural(waiting.length, "request")} ${waiting.length === 1 ? "waits" : "wait"} for a manager.`,
            ...lines,
            ...(hidden > 0 ? [`and ${hidden} more`] : []),
          ]
        : [action ? `Nobody is waiting for an answer about ${action}.` : "Nobody is waiting for an answer."],
      suggestions: suggest(all.length > waiting.length && requestsSays, action && `When is ${action} due?`, "What is overdue?"),
    });
  },
});
