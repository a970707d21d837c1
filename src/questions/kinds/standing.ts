/** How a priority, theme, action or the whole plan stands, and why. */
import type { Item, ItemOf } from "../../plan/index.js";
import type { Answer } from "../../shared/answer.js";
import { question } from "../question.js";
import type { Scene } from "../scene.js";
import { scopeOf } from "../wording/scope.js";
import { StandingArgs } from "./standing-args.js";
import { actionStanding } from "./standing-of-action.js";
import { planStanding, themeStanding } from "./standing-of-many.js";
import { priorityStanding } from "./standing-of-priority.js";

export const standing = question({
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
