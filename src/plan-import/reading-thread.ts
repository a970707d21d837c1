/** Files are read in a thread of its own: no file keeps the bot from answering others. */
import { UserFacingError } from "../shared/errors.js";
import { openThread } from "../shared/thread.js";
import type { ReadOptions, ReadPlan } from "./read-plan.js";
import type { SourceText } from "./source-text.js";

/** What a file says, and the plan that it has. */
export interface ReadFile {
  source: SourceText;
  read: ReadPlan;
}

/** Both in one: what a file says may be large, and does not leave the thread where there is no plan in it. */
export type Task = { name: string; options: ReadOptions } & ({ bytes: Uint8Array } | { source: SourceText });

const inThread = openThread<Task, ReadFile | ReadPlan>({
  program: "plan-reader.js",
  deadlineMs: 10_000,
  idleMs: 60_000,
  tooLong: (task) =>
    new UserFacingError(`${task.name}: reading it takes longer than any plan does, so I stopped. Send the plan's own pages or sheets only. Nothing was saved.`),
  tooLarge: (task) =>
    new UserFacingError(`${task.name}: it holds far more than any plan, so I stopped reading. Send the plan's own pages or sheets only. Nothing was saved.`),
});

/** A file's plan, and what it says. Throws a UserFacingError as the readers do, or when it takes too long or too much. */
export const fileInThread = async (name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadFile> =>
  (await inThread({ name, bytes, options })) as ReadFile;

/** The plan of a file that was read before; see readPlanFrom. */
export const planInThread = async (name: string, source: SourceText, options: ReadOptions = {}): Promise<ReadPlan> =>
  (await inThread({ name, source, options })) as ReadPlan;
