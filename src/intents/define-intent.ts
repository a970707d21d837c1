import type { z } from "zod/v4";
import type { Scene } from "../request/scene.js";
import type { Answer } from "../shared/answer.js";

/** A question or a command that people may say: registered once, answered from a scene. Whatever understands a text only picks the name and the arguments. */
export interface Intent<Name extends string = string, Args extends z.ZodType = z.ZodType> {
  name: Name;
  /** What it answers, in a sentence that a model or a reader could choose by. */
  about: string;
  args: Args;
  traits?: Traits<z.output<Args>>;
  answer(args: z.output<Args>, scene: Scene): Promise<Answer>;
}

/** What holds of an intent by itself, whatever its answer looks like. */
export interface Traits<Args = unknown> {
  /** The answer is the asker's alone: where others read it goes to the asker's own chat. What somebody asks about themselves by `person` always is. */
  personal?: true;
  /** The same where only some of its answers are. */
  personalWhen?(args: Args, scene: Scene): boolean;
}

/** Keeps the types of name, arguments and answer together. */
export const defineIntent = <const Name extends string, Args extends z.ZodType>(intent: Intent<Name, Args>): Intent<Name, Args> => intent;
