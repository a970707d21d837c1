/** What the cards about a milestone share: which one is meant, said or chosen on the card. Pure. */
import { z } from "zod/v4";
import { type Typed, typed } from "../forms/index.js";
import type { RequestContext } from "../people/index.js";
import { dueInWords, type PlanAction } from "../plan/index.js";
import type { FormInput } from "../shared/answer.js";
import { About, type Pressed } from "./pressed.js";
import type { Facts } from "./progress.js";
import { milestoneAt, milestoneLabel } from "./said.js";
import type { ActionItem } from "./words.js";

/** `place` is there when one milestone is meant, and missing when the card asks which. */
export const AboutMilestone = About.extend({ place: z.number().int().min(0).optional() });
export type AboutMilestone = z.infer<typeof AboutMilestone>;

/** What a card is made from. */
export interface Shown {
  context: RequestContext;
  item: ActionItem;
  action: PlanAction;
  facts: Facts;
}

/** What stands in red below an input; nothing where it is well. */
export const messageOf = ({ problem }: Typed) => (problem ? { message: problem } : {});

/** Asks which of the milestones at these places is meant. */
export const whichInput = (action: PlanAction, places: number[], { label, which }: { label: string; which?: Typed }): FormInput => ({
  name: "which",
  kind: "choice",
  label,
  value: which?.text ?? "",
  ...(which && messageOf(which)),
  choices: places.map((place) => {
    const milestone = milestoneAt(action, place);
    return { value: String(place), label: `${milestoneLabel(action, place) ?? "Its date"}${milestone ? `, due ${dueInWords(milestone)}` : ""}` };
  }),
});

/** The place that is meant or was chosen; with the field, where the card asked. */
export function placeIn({ data, about }: Pressed<AboutMilestone>, places: number[], problem: string): { place?: number; which?: Typed } {
  if (about.place !== undefined) return { place: about.place };
  const { text } = typed(data, "which", { most: 5 });
  const place = places.find((each) => String(each) === text);
  return place === undefined ? { which: { text: "", problem } } : { place, which: { text } };
}
