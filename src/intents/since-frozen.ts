/** What is different since a version of the plan was frozen. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { placeOf, scopeOf } from "../answers/scope.js";
import { Carried, Scope, VersionName } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const sinceFrozen = defineIntent({
  name: "since-frozen",
  about: "What is different since the plan was agreed or frozen, in all of it or in a part: the plan as it stands, compared with a version that was kept",
  args: z.object({ name: VersionName.optional(), scope: Scope.optional(), ...Carried }),
  answer: async ({ carried, name, scope }, scene) => {
    const scoped = scopeOf(scene, scope);
    const within = scoped.type === "plan" ? {} : { within: { id: scoped.id, place: placeOf(scoped) } };
    return withCarried(await scene.frozen.since(scene, { ...(name && { name }), ...within }), carried);
  },
});
