/** What has been overdue longest. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { milestoneName } from "../answers/milestones.js";
import { namesOf, whoseInWords } from "../answers/people.js";
import { actionScope, stateIn } from "../answers/plan-state.js";
import { section } from "../answers/rows.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { withoutStatuses } from "../answers/unreliable.js";
import { are, daysInWords, listedUpTo, plural } from "../answers/wording.js";
import { dayInWords, leadOf } from "../plan/index.js";
import { Carried, Person, Scope } from "../request/args.js";
import { overdueNow } from "../status/index.js";
import { defineIntent } from "./define-intent.js";
import { lateRow } from "./lateness/late-row.js";
import { always } from "./says.js";

export const mostOverdue = defineIntent({
  name: "most-overdue",
  about: "What has been overdue longest: the overdue milestones, the longest first",
  says: always("What has been overdue longest?"),
  args: z.object({
    scope: Scope.optional(),
    person: Person.optional(),
    top: z.number().int().min(1).max(10).optional().describe("How many"),
    ...Carried,
  }),
  traits: { refreshable: true, subjects: ["theme", "priority", "action"], followUp: ["scope", "person"], namesLeads: true },
  examples: [
    "what is most overdue",
    "the latest of the late",
    "which action has been late longest",
    "oldest overdue item",
    "what's been hanging about the longest",
    "longest outstanding action",
    "worst slippage",
    "biggest delay in the plan",
    "whats the most late thing",
    "which milestone is furthest past its date",
    "top of the overdue list",
    "What has been waiting longest to be finished?",
    "which one has slipped the most",
    "our oldest miss",
    "which deadline did we miss by the most",
    "most behind its date in {theme}",
    "who has the longest overdue action",
    "five most overdue",
    "what's been gathering dust longest",
    "sort the late ones by how late",
    "which late action is the worst offender",
    "longest running overdue under {item}",
    "what's the single latest thing",
    "what has been outstanding since forever",
    "the thing that's been late the longest please",
    "which is our longest delayed milestone",
    "what is the longest overdue",
    "which thing is the latest of all",
    "what has been late for the longest time",
    "oldest thing still not done",
    "most overdue action in {theme}",
    "three most overdue things",
    "what's our worst overrun",
    "the longest delayed action",
    "which of {person}'s actions is most overdue",
    "rank the overdue ones by days",
    "overdue, longest first",
    "what should have been done ages ago",
    "whit's been late the longest",
    "the most out of date deadline",
    "the item that is furthest behind its deadline",
    "name the latest milestone",
    "longest slip so far",
  ],
  answer: async ({ scope, person, top, carried }, context) => {
    const scoped = actionScope(context, scope);
    const { actions } = await stateIn(context, scoped, person);
    const late = overdueNow(actions, context.today);
    const shown = late.slice(0, top ?? late.length);
    const names = await namesOf(context, [person?.toLowerCase(), ...shown.map(leadOf)]);
    const whose = whoseInWords(context, scoped, person, names);
    const [first] = late;
    const longest = late.filter(({ days }) => days === first?.days);
    return answerIn("rows", {
      carried,
      title: `Most overdue${whose}`,
      lead: first
        ? [
            `${listedUpTo(
              longest.map(({ id, milestone }) => milestoneName(id, milestone)),
              4,
            )} ${are(longest.length)} the longest overdue${whose}: by ${daysInWords(first.days)}, since ${dayInWords(first.milestone.due)}.`,
            ...(late.length > longest.length ? [`${plural(late.length, "milestone")} ${are(late.length)} overdue in all.`] : []),
          ]
        : [`Every date so far${whose} has been met, as far as anyone has reported.`],
      sections: section("", shown, (one) => lateRow(one, names)),
      gaps: withoutStatuses(actions),
      sources: sourcesOf(context, { said: saidOf(shown) }),
      suggestions: suggest(first && `How is ${first.id} doing?`, first && `Who leads ${first.id}?`, "What is due in the next 28 days?"),
    });
  },
});
