/** Files are read in a thread of its own: no file keeps the bot from answering others. */
import { UserFacingError } from "../shared/errors.js";
import { openThread } from "../shared/thread.js";
import type { ReadOptions, ReadPlan } from "./read-plan.js";
import type { Source } from "./readers/source.js";

/** What a file says, and the plan that it has. */
export interface ReadFile {
  source: Source;
  read: ReadPlan;
}

/** Both in one: what a file says may be large, and does not leave the thread where there is no plan in it. */
export type Task = { kind: "file"; name: string; bytes: Uint8Array; options: ReadOptions } | { kind: "plan"; source: Source; options: ReadOptions };

const nameOf = (task: Task): string => (task.kind === "file" ? task.name : task.source.name);

const inThread = openThread<Task, ReadFile | ReadPlan>({
  program: "plan-reader.js",
  deadlineMs: 10_000,
  idleMs: 60_000,
  tooLong: (task) =>
    new UserFacingError(
      `${nameOf(task)}: reading it takes longer than any plan does, so I stopped. Send the plan's own pages or sheets only. Nothing was saved.`,
    ),
  tooLarge: (task) =>
    new UserFacingError(`${nameOf(task)}: it holds far more than any plan, so I stopped reading. Send the plan's own pages or sheets only. Nothing was saved.`),
});

/** A file's plan, and what it says. Throws a UserFacingError as the readers do, or when it takes too long or too much. */
export const fileInThread = async (name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadFile> =>
  (await inThread({ kind: "file", name, bytes, options })) as ReadFile;

/** The plan that a source has; see readPlanFrom. */
export const planInThread = async (source: Source, options: ReadOptions = {}): Promise<ReadPlan> =>
  (await inThread({ kind: "plan", source, options })) as ReadPlan;
