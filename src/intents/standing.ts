/** How a priority, theme, action or the whole plan stands, and why. */

import { scopeOf } from "../answers/scope.js";
import type { Item, ItemOf } from "../plan/index.js";
import type { Scene } from "../request/scene.js";
import type { Answer } from "../shared/answer.js";
import { defineIntent } from "./define-intent.js";
import { actionStanding } from "./standing/action.js";
import { StandingArgs } from "./standing/args.js";
import { planStanding, themeStanding } from "./standing/many.js";
import { priorityStanding } from "./standing/priority.js";

export const standing = defineIntent({
  name: "standing",
  about: "How a priority, theme, action or the whole plan stands (on track, at risk, off track, complete …) and why",
  args: StandingArgs,
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
