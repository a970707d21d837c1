/** How a priority, theme, action or the whole plan stands, and why. */

import { scopeOf } from "../answers/scope.js";
import type { Item, ItemOf } from "../plan/index.js";
import type { Scene } from "../request/scene.js";
import type { Answer } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";
import { actionStanding } from "./standing/action.js";
import { StandingArgs } from "./standing/args.js";
import { STANDING_EXAMPLES } from "./standing/examples.js";
import { planStanding, themeStanding } from "./standing/many.js";
import { priorityStanding } from "./standing/priority.js";

export const standing = defineIntent({
  name: "standing",
  about: "How a priority, theme, action or the whole plan stands (on track, at risk, off track, complete …) and why",
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
  answer: async (args, scene) => {
    const scoped = scopeOf(scene, args.scope);
    return scoped.type === "plan" ? planStanding(args, scene) : itemStanding(scoped, args, scene);
  },
});

function itemStanding(item: Item, args: StandingArgs, scene: Scene): Promise<Answer> {
  if (item.type === "theme") return themeStanding(item, args, scene);
  if (item.type === "action") return actionStanding(item, args, scene);
  const priority = scene.catalogue.find(item.priority.id) as ItemOf<"priority">;
  return priorityStanding(priority, args, scene);
}
