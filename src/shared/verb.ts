import type { z } from "zod/v4";
import type { Answer } from "./answer.js";

/**
 * Something that a pressed button has done. `data` is whatever a client sent, checked by the schema; who pressed is in the
 * scene. Rights are checked in `run`, at the time of writing. What it answers takes the place of the pressed card.
 */
export interface Verb<Scene, Data extends z.ZodType = z.ZodType, Seen = unknown> {
  /** "figures.record" */
  name: string;
  data: Data;
  /**
   * What `run` has to know before it writes. Only reads, so that it can be looked up while it is asked which plan is in
   * force, and again in the rare case that it is another one than the last that was known.
   */
  look?(data: z.output<Data>, scene: Scene): Promise<Seen>;
  /** `seen` is what `look` came to in this very scene; it is missing for a verb that has none. */
  run(data: z.output<Data>, scene: Scene, seen: Seen): Promise<Answer>;
}

/** Keeps the types of the data, the look and the run together. */
export const verb = <Scene, Data extends z.ZodType, Seen = undefined>(it: Verb<Scene, Data, Seen>): Verb<Scene> => it as unknown as Verb<Scene>;

/** A verb that writes nothing: its answer is all it does. */
export const openingVerb = <Scene, Data extends z.ZodType>({
  open,
  ...rest
}: Pick<Verb<Scene, Data>, "name" | "data"> & { open: Verb<Scene, Data, Answer>["look"] & {} }) =>
  verb<Scene, Data, Answer>({ ...rest, look: open, run: async (_data, _scene, answer) => answer });
