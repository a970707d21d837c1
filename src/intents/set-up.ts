/** Wanting to say how a measure is taken: kind, unit, direction, baseline, target, frequency, reporters. */

import { z } from "zod/v4";
import { withCarried } from "../answers/action-card.js";
import { itemOf } from "../answers/scope.js";
import { setUpForm } from "../figures/index.js";
import { counted } from "../plan/index.js";
import { Carried, ItemId } from "../request/args.js";
import { defineIntent } from "./define-intent.js";
import { aboutMeasure } from "./says.js";

const Said = z.string().max(60).optional();

export const setUp = defineIntent({
  name: "set-up",
  about: "Setting a measure up: its kind, unit, direction, frequency, baseline, target and reporters; for its lead and managers",
  says: aboutMeasure((name) => `Set up ${name}`),
  args: z.object({ measure: ItemId, target: Said, baseline: Said, frequency: z.enum(["monthly", "quarterly", "yearly"]).optional(), ...Carried }),
  traits: { personal: true, command: true, subjects: ["measure"] },
  examples: [
    "set a target for {measure}",
    "target for {measure} should be {value}",
    "change the baseline of {measure} to {value}",
    "{measure} should be reported yearly",
    "make {measure} quarterly",
    "set up {measure}",
    "{measure} is a percentage not a number",
    "what unit is {measure} in, change it",
    "lower is better for {measure}, fix that",
    "configure {measure}",
    "add a target to {measure}",
    "raise the target on {measure} to {value}",
    "put a baseline on {measure}",
    "edit {measure} settings",
    "we agreed a new target of {value} for {measure}",
    "change how often {measure} is reported",
    "define {measure}",
    "{measure} needs a target",
    "the baseline for {measure} was {value}",
    "switch {measure} to monthly",
    "we want {measure} to come down not go up",
    "{measure} should be counted in pounds",
    "no target was ever set for {measure}, make it {value}",
    "start {measure} from a baseline of {value}",
    "get {measure} ready for reporting",
    "target {measure} {value}",
    "the target for {measure} is {value}",
    "set the baseline for {measure} at {value}",
    "change {measure} to yearly",
    "{measure} ought to go up",
    "what kind of measure is {measure}, I want to change it",
    "make {value} the target of {measure}",
    "fix the unit on {measure}",
    "lower the target for {measure} to {value}",
    "we report {measure} monthly now",
    "let me set {measure} up",
    "measure settings for {measure}",
    "{measure} has no baseline, add {value}",
    "{measure} counts people not events",
    "new frequency for {measure}",
    "tell it that less is better for {measure}",
  ],
  answer: async ({ measure, carried, ...wish }, context) => {
    const said = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
    return withCarried(setUpForm(context.forms, context, counted(context.catalogue, itemOf(context, measure, "measure")), said), carried);
  },
});
