/** Milestones whose date has gone by unmet, or was moved, within a stretch of time. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { milestoneFact } from "../answers/milestones.js";
import { leadInWords, namesOf, whoseInWords } from "../answers/people.js";
import { actionScope, stateIn } from "../answers/plan-state.js";
import { facts, section } from "../answers/rows.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { notReported } from "../answers/unreliable.js";
import { capital, plural, shortened } from "../answers/wording.js";
import { actionBadge, addDays, leadOf } from "../plan/index.js";
import { Carried, Person, Scope, Window } from "../request/args.js";
import { slippedIn } from "../status/index.js";
import { defineIntent } from "./define-intent.js";
import { textOf } from "./lateness/late-row.js";

/** "Lately", when no time is said. */
const recentDays = 92;

export const slippedSince = defineIntent({
  name: "slipped-since",
  about: "Which milestones slipped since a day or in a stretch of time: their date went by and they are not met, or their date was moved",
  says: ({ window }) => (window ? undefined : "What has slipped?"),
  args: z.object({ scope: Scope.optional(), person: Person.optional(), window: Window.optional(), ...Carried }),
  traits: { refreshable: true, subjects: ["theme", "priority", "action"], followUp: ["scope", "window", "person"], namesLeads: true, looksBack: true },
  examples: [
    "which milestones slipped in {period}",
    "what slipped last month",
    "what have we missed since {time}",
    "slippage since {time}",
    "which dates have gone by since {time} and not been met",
    "what went overdue in {period}",
    "what has become late since {time}",
    "newly overdue since {time}",
    "new slippage",
    "recently slipped",
    "what's slipped lately",
    "anything slipped this quarter",
    "which dates were moved since {time}",
    "what was put back since {time}",
    "what was postponed in {period}",
    "what has been pushed back",
    "which deadlines were extended",
    "what got more time",
    "what moved to the right",
    "which milestones did we miss in {period}",
    "what did we miss last quarter",
    "dates missed since {time}",
    "how many milestones slipped since {time}",
    "slipped milestones in {theme} since {time}",
    "what has {person} let slip since {time}",
    "which dates fell through in {period}",
    "what has drifted since {time}",
    "drift since the last committee",
    "what fell behind since {time}",
    "rescheduled items",
    "what was rescheduled in {period}",
    "anything put off since {time}",
    "which ones went red since {time}",
    "what has gone late this month",
    "recent slippage please",
    "have any deadlines been moved",
    "were any dates changed since {time}",
    "what missed its date in {time}",
    "delays since {time}",
    "which promises lapsed since {time}",
    "what has slipped since {time}",
    "whats gone late since {time}",
    "what slid {time}",
  ],
  answer: async ({ scope, person, window, carried }, context) => {
    const { today } = context;
    const scoped = actionScope(context, scope);
    const from = window?.from ?? addDays(today, -recentDays);
    const span = { from, to: window && window.to < today ? window.to : today };
    const { actions } = await stateIn(context, scoped, person);
    const slipped = slippedIn(actions, span, today);
    const names = await namesOf(context, [person?.toLowerCase(), ...slipped.map(leadOf)]);
    const whose = whoseInWords(context, scoped, person, names);
    const when = window ? window.label.replace(/^from /, "since ") : `in the last ${recentDays} days`;
    const moved = slipped.filter(({ milestone }) => milestone.due > span.to).length;
    return answerIn("rows", {
      carried,
      title: `Slipped${whose} ${when}`,
      lead: [
        slipped.length
          ? `${plural(slipped.length, "milestone")}${whose} slipped ${when}: ${[
              slipped.length - moved ? `${slipped.length - moved} went past the date unmet` : "",
              moved ? `${moved} got a later date` : "",
            ]
              .filter(Boolean)
              .join(" and ")}.`
          : `Every date${whose} that fell ${when} was met or is still to come, as far as anyone has reported.`,
      ],
      sections: section("", slipped, (one) => ({
        id: one.id,
        text: shortened(textOf(one), 160),
        badge: actionBadge(one.action),
        detail: facts(
          `Due ${milestoneFact(one.action, one.milestone, today)}`,
          leadInWords(one, names) && `Lead: ${leadInWords(one, names)}`,
          one.action.note && `Note: ${shortened(capital(one.action.note), 120)}`,
        ),
      })),
      gaps: notReported(actions),
      sources: sourcesOf(context, { said: saidOf(slipped) }),
      suggestions: suggest(slipped[0] && `How is ${slipped[0].id} doing?`, "What is overdue?", "Recent changes"),
    });
  },
});
