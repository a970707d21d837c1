/** Wanting the plan kept whole as it stands, under a name. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { Carried, VersionName } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

export const freeze = defineIntent({
  name: "freeze",
  about: "Freezing the plan: keeping it whole as it stands now, under a name, to hold it against later; for managers",
  args: z.object({ name: VersionName.optional(), ...Carried }),
  traits: { personal: true, command: true },
  examples: [
    "freeze the plan",
    "freeze it as {plan}",
    "take a snapshot",
    "save this version",
    "keep a copy as agreed",
    "baseline the plan today",
    "lock the plan as it stands",
    "store a version called {plan}",
    "freeze before committee",
    "I want to keep the plan as it is now",
    "make a frozen copy",
    "snapshot for year end",
    "sign off this version",
    "archive the current state",
    "hold this as the agreed version",
    "freez the plan",
    "save where we are so we can compare later",
    "keep this one for the record",
    "I'd like today's plan kept under the name {plan}",
    "make a restore point",
    "before we change anything, store what we have",
    "members approved it last night so lock it in",
    "record this as version one",
    "copy of the plan as of today, for keeping",
    "could the plan be preserved exactly as it now stands?",
    "mark this as the approved plan",
  ],
  answer: async ({ carried, ...named }, scene) => withCarried(await scene.frozen.card(scene, named), carried),
});
