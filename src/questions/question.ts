import { z } from "zod/v4";
import { Day } from "../plan/index.js";
import type { Answer } from "../shared/answer.js";
import type { Scene } from "./scene.js";

/** One kind of question: registered once, answered from a scene. A planner, with or without a model, only picks the name and the arguments. */
export interface Question<Args extends z.ZodType = z.ZodType> {
  name: string;
  /** What it answers, in a sentence that a model or a reader could choose by. */
  about: string;
  args: Args;
  traits?: Traits<z.output<Args>>;
  answer(args: z.output<Args>, scene: Scene): Promise<Answer>;
}

/** What holds of a question by itself, whatever its answer looks like. */
export interface Traits<Args = unknown> {
  /** The answer is the asker's alone: where others read it goes to the asker's own chat. What somebody asks about themselves by `person` always is. */
  personal?: true;
  /** The same where only some of its answers are. */
  personalWhen?(args: Args, scene: Scene): boolean;
}

/** Keeps the types of arguments and answer together. */
export const question = <Args extends z.ZodType>(it: Question<Args>): Question<Args> => it;

/** An item's id as printed: theme, priority, action or measure. */
export const ItemId = z.string().min(1).max(40);

/** An item, or the whole plan. */
export const Scope = z.union([z.literal("plan"), ItemId]);

/** Days, both ends counted, and how a person would call them ("December 2026", "the next 60 days"). */
export const Window = z.object({ from: Day, to: Day, label: z.string().max(120) });
export type Window = z.infer<typeof Window>;

/** E-mail address of someone, in lower case. */
export const Person = z.string().max(200);

/** States that people ask by. Of actions: red is off track, amber at risk, green on track. Of priorities and themes: as rolled up. */
export const State = z.enum(["red", "amber", "green", "complete", "not-started", "cancelled", "overdue"]);
export type State = z.infer<typeof State>;

/** What every reading may carry: what was taken over from the turn before, in words. */
export const Carried = { carried: z.string().max(300).optional() };

/** What a version of the plan is called. */
export const VersionName = z.string().min(1).max(60);
