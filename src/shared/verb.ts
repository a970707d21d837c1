import type { z } from "zod/v4";
import type { Answer } from "./answer.js";

/**
 * Something that a pressed button has done. `data` is whatever a client sent, checked by the schema; who pressed is in the
 * scene. Rights are checked in `run`, at the time of writing. What it answers takes the place of the pressed card.
 */
export interface Verb<Scene, Data extends z.ZodType = z.ZodType> {
  /** "figures.record" */
  name: string;
  data: Data;
  run(data: z.output<Data>, scene: Scene): Promise<Answer>;
}

/** Keeps the types of the data and the run together. */
export const verb = <Scene, Data extends z.ZodType>(it: Verb<Scene, Data>): Verb<Scene> => it as unknown as Verb<Scene>;
