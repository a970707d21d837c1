import type { z } from "zod/v4";
import type { Answer } from "./answer.js";

/**
 * Something that a pressed button has done. `data` is whatever a client sent, checked by the schema; who pressed is in the
 * context. Rights are checked in `run`, at the time of writing. What it answers takes the place of the pressed card.
 */
export interface Verb<AnswerContext, Data extends z.ZodType = z.ZodType, Seen = unknown> {
  /** "figures.record" */
  name: string;
  data: Data;
  /**
   * What `run` has to know before it writes. Only reads, so that it can be looked up while it is asked which plan is in
   * force, and again in the rare case that it is another one than the last that was known.
   */
  look?(data: z.output<Data>, context: AnswerContext): Promise<Seen>;
  /** `seen` is what `look` came to in this very context; it is missing for a verb that has none. */
  run(data: z.output<Data>, context: AnswerContext, seen: Seen): Promise<Answer>;
}

/** Keeps the types of the data, the look and the run together. */
export const verb = <AnswerContext, Data extends z.ZodType, Seen = undefined>(it: Verb<AnswerContext, Data, Seen>): Verb<AnswerContext> =>
  it as unknown as Verb<AnswerContext>;

/** A verb that writes nothing: its answer is all it does. */
export const openingVerb = <AnswerContext, Data extends z.ZodType>({
  open,
  ...rest
}: Pick<Verb<AnswerContext, Data>, "name" | "data"> & { open: Verb<AnswerContext, Data, Answer>["look"] & {} }) =>
  verb<AnswerContext, Data, Answer>({ ...rest, look: open, run: async (_data, _context, answer) => answer });
