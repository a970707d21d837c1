/** What is overdue: a yes or no for an action, a list for a priority, a theme, a person or all. */

import { z } from "zod/v4";
import { answerIn, suggest } from "../answers/answer-text.js";
import { datedOf } from "../answers/milestones.js";
import { milestoneRow, section } from "../answers/rows.js";
import { actingOrAll, placeOf, scopeOf, whoseOf } from "../answers/scope.js";
import { saidOf, sourcesOf } from "../answers/sources.js";
import { withoutDates, withoutStatuses } from "../answers/unreliable.js";
import { are, plural } from "../answers/wording.js";
import { overdueMilestones, unreportedMilestones } from "../plan/index.js";
import { Carried, Person, Scope } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { OVERDUE_EXAMPLES } from "./overdue/examples.js";
import { ofAction } from "./overdue/of-action.js";
import { ofPerson, scoped } from "./says.js";

export const overdue = defineIntent({
  name: "overdue",
  about: "What has missed its date and is not met: in the whole plan, a theme, a priority, one action, or of one person",
  says: ofPerson(
    "What is overdue for me?",
    scoped("What is overdue?", (name) => `What is overdue in ${name}?`),
  ),
  args: z.object({ scope: Scope.optional(), person: Person.optional(), ...Carried }),
  traits: {
    refreshable: true,
    subjects: ["theme", "priority", "action"],
    followUp: ["scope", "person"],
    namesLeads: true,
    help: [
      { says: "What is overdue?", about: "All, or of a theme, a priority or a person", place: 5 },
      { says: "What is overdue for me?", for: "leads", place: 3 },
    ],
    menu: [{ title: "What is overdue?", description: "Everything whose date is past and that is not done", in: ["personal", "shared"], place: 6 }],
  },
  examples: OVERDUE_EXAMPLES,
  answer: async ({ scope, person: asked, carried }, context) => {
    const scoped = scopeOf(context, scope);
    const { acting, person, note } = await actingOrAll(context, scoped, scoped.type === "action" ? undefined : asked);
    const [one] = acting;
    if (scoped.type === "action" && one) return ofAction(scoped, one, carried, context);
    const shown = datedOf(acting, (action) => overdueMilestones(action, context.today));
    const whose = whoseOf(context, scoped, person);
    return answerIn("rows", {
      carried,
      title: `Overdue${whose}`,
      lead: [
        ...note,
        shown.length ? `${plural(shown.length, "milestone")}${whose} ${are(shown.length)} overdue.` : `Nothing${whose} is overdue.`,
        ...(acting.length || !person ? [] : [`${person} leads no action ${placeOf(scoped)}.`]),
      ],
      sections: [
        ...section("", shown, (dated) => milestoneRow(dated, context.today)),
        ...section("Not yet reported", datedOf(acting, unreportedMilestones), (dated) => milestoneRow(dated, context.today)),
      ],
      gaps: [...withoutDates(acting), ...withoutStatuses(acting)],
      sources: sourcesOf(context, { said: saidOf(shown) }),
      suggestions: suggest(shown[0] && `How is ${shown[0].id} doing?`, shown[0] && `Who leads ${shown[0].id}?`, "What is due in the next 28 days?"),
    });
  },
});
