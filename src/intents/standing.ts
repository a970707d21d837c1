/** How a priority, theme, action or the whole plan stands, and why. */

import { scopeOf } from "../answers/scope.js";
import type { Item, ItemOf } from "../plan/index.js";
import type { AnswerContext } from "../request/answer-context.js";
import type { Answer } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";
import { scoped } from "./says.js";
import { actionStatus } from "./standing/action.js";
import { StandingArgs } from "./standing/args.js";
import { STANDING_EXAMPLES } from "./standing/examples.js";
import { planStatus, themeStatus } from "./standing/many.js";
import { priorityStatus } from "./standing/priority.js";

export const standing = defineIntent({
  name: "standing",
  about: "How a priority, theme, action or the whole plan stands (on track, at risk, off track, complete …) and why",
  says: scoped("How is the plan doing?", (name) => `How is ${name} doing?`),
  args: StandingArgs,
  traits: {
    refreshable: true,
    subjects: ["theme", "priority", "action"],
    followUp: ["scope"],
    lists: "actions",
    help: [{ says: ({ priority }) => priority && `How is ${priority} doing?`, about: "How a priority, theme, action or the plan stands, and why", place: 1 }],
    menu: [{ title: "How is the plan doing?", description: "Every theme with its status, and what holds it back", in: ["personal", "shared"], place: 5 }],
  },
  examples: STANDING_EXAMPLES,
  answer: async (args, context) => {
    const scoped = scopeOf(context, args.scope);
    return scoped.type === "plan" ? planStatus(args, context) : itemStatus(scoped, args, context);
  },
});

function itemStatus(item: Item, args: StandingArgs, context: AnswerContext): Promise<Answer> {
  if (item.type === "theme") return themeStatus(item, args, context);
  if (item.type === "action") return actionStatus(item, args, context);
  const priority = context.catalogue.find(item.priority.id) as ItemOf<"priority">;
  return priorityStatus(priority, args, context);
}
