/** Wanting to say how a measure is taken: kind, unit, direction, baseline, target, frequency, reporters. */
import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { itemOf } from "../answers/scope.js";
import { setUpForm } from "../figures/index.js";
import { counted } from "../plan/index.js";
import { Carried, ItemId } from "../request/args.js";
import { defineIntent } from "./define-intent.js";

const Said = z.string().max(60).optional();

export const setUp = defineIntent({
  name: "set-up",
  about: "Setting a measure up: its kind, unit, direction, frequency, baseline, target and reporters; for its lead and managers",
  args: z.object({ measure: ItemId, target: Said, baseline: Said, frequency: z.enum(["monthly", "quarterly", "yearly"]).optional(), ...Carried }),
  traits: { personal: true },
  answer: async ({ measure, carried, ...wish }, scene) => {
    const said = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
    return withCarried(setUpForm(scene.forms, scene, counted(scene.catalogue, itemOf(scene, measure, "measure")), said), carried);
  },
});
