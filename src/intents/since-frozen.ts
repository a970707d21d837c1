/** What is different since a version of the plan was frozen. */

import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { placeOf, scopeOf } from "../answers/scope.js";
import { Carried, Scope, VersionName } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { text } from "./says.js";

export const sinceFrozen = defineIntent({
  name: "since-frozen",
  about: "What is different since the plan was agreed or frozen, in all of it or in a part: the plan as it stands, compared with a version that was kept",
  says: ({ scope, name: version }, name) =>
    version ? undefined : text(scope) && scope !== "plan" ? `What changed in ${name(String(scope))} since it was agreed?` : "What changed since it was agreed?",
  args: z.object({ name: VersionName.optional(), scope: Scope.optional(), ...Carried }),
  traits: { subjects: ["theme", "priority", "action", "measure"], followUp: ["scope"] },
  examples: [
    "what's different since we agreed the plan",
    "compare with the frozen version",
    "what has changed since {plan} was agreed",
    "difference from the baseline plan",
    "how far have we moved from the original",
    "what did the original plan say about {item}",
    "versus the agreed version",
    "changes against the version of {time}",
    "has {item} changed from what was signed off",
    "since the snapshot what's new",
    "how does it compare to when it was approved",
    "drift from the original plan",
    "what was {action}'s original date",
    "which dates have moved since it was agreed",
    "compare now and {plan}",
    "original vs current",
    "variance from baseline",
    "have the goalposts moved",
    "which deadlines have been shifted",
    "what's been altered from what council approved",
    "diff with the last version",
    "was {topic} in the version we signed",
    "what does {item} look like beside the agreed version",
    "are we still working to the plan that was agreed",
    "compare with version one",
    "what slipped from the approved plan",
    "what changed in {theme} {time} version",
    "could you tell me what has changed in {item} since the plan was approved by cabinet?",
    "what is different in priority {item} since we {topic} it",
    "has anything changed since it was frozen",
    "what changed since it was {topic}",
    "what is different from the {topic} plan",
    "what has changed under {item} since the plan was {topic}?",
    "what is changed since we {topic} the plan",
    "which figures have changed since it was {topic}",
    "compare the plan with the {topic} version",
    "which dates in {item} have moved since it was {topic}",
    "what changed {time} version",
    "since it was {topic}, what has changed in {item}?",
    "what is different from the agreed plan",
    "what changed since the {plan} version",
    "what changed in {item} since it was agreed",
    "whats different in priority {item} since we agreed it",
    "changes since the plan was signed off",
    "how is {topic} different from what we agreed",
    "new or gone since the agreed plan",
    "what's been reworded since it was agreed",
    "which targets have changed since version {plan}",
    "since {plan}, what moved",
    "differences between today and the agreed plan",
    "anything dropped since it was agreed",
  ],
  answer: async ({ carried, name, scope }, context) => {
    const scoped = scopeOf(context, scope);
    const within = scoped.type === "plan" ? {} : { within: { id: scoped.id, place: placeOf(scoped) } };
    return withCarried(await context.frozen.since(context, { ...(name && { name }), ...within }), carried);
  },
});
