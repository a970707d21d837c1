import type { z } from "zod/v4";
import type { Answer } from "../shared/answer.js";

/** Someone who asks. `id` is the Entra object id where the channel gives one. */
export interface Asker {
  id: string;
  email?: string;
  name?: string;
}

/** One message of a person. `at` is the activity's timestamp: "today" is its date in the plan's time zone. */
export interface Turn {
  text: string;
  at: Date;
  conversationId: string;
  asker: Asker;
  /** In a channel or a group, where others read the answer. */
  shared?: boolean;
}

/** A question and its arguments, as understood from a text (or later by a model). `args` fits the question's schema. */
export interface Reading {
  question: string;
  args: Record<string, unknown>;
}

/** What a planner needs of the features: hear a turn, then answer each reading. Channel-free. */
export interface Desk<Scene = unknown> {
  /** Every question there is, once, with the schema of its arguments. */
  questions: readonly { name: string; about: string; args: z.ZodType }[];
  /** At least one reading for any text whatever, in the order asked; asking back and "not in the plan" are readings too. */
  hear(turn: Turn): Promise<{ readings: Reading[]; scene: Scene }>;
  answer(reading: Reading, scene: Scene): Promise<Answer>;
  /** Answers a reading that came without words: a welcome, a card brought up to date. Nothing is remembered of it. */
  answerNow(reading: Reading, turn: Omit<Turn, "text">): Promise<Answer>;
  /** Every verb that a button may carry, once. */
  verbs: readonly string[];
  /** Does what a pressed button says; nothing when its data fits no such verb. The answer takes the place of the button's card. */
  press(press: { verb: string; data: unknown }, turn: Omit<Turn, "text">): Promise<Answer | undefined>;
}
