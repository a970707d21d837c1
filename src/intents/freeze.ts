/** Wanting the plan kept whole as it stands, under a name. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, VersionName } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const freeze = defineIntent({
  name: "freeze",
  about: "Freezing the plan: keeping it whole as it stands now, under a name, to hold it against later; for managers",
  args: z.object({ name: VersionName.optional(), ...Carried }),
  traits: { personal: true },
  answer: async ({ carried, ...named }, scene) => withCarried(await scene.frozen.card(scene, named), carried),
});
