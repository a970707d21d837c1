/** What is different since a version of the plan was frozen. */
import { z } from "zod/v4";
import { Carried, question, VersionName } from "../question.js";
import { withCarried } from "../wording/action-card.js";

export const sinceFrozen = question({
  name: "since-frozen",
  about: "What is different since the plan was agreed or frozen: the plan as it stands, compared with a version that was kept",
  args: z.object({ name: VersionName.optional(), ...Carried }),
  answer: async ({ carried, ...named }, scene) => withCarried(await scene.frozen.since(scene, named), carried),
});
