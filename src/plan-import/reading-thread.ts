/** Files are read in a thread of its own: no file keeps the bot from answering others. */
import { UserFacingError } from "../shared/errors.js";
import { openThread } from "../shared/thread.js";
import type { ReadOptions, ReadPlan } from "./read-plan.js";
import type { Source } from "./readers/source.js";

export type Task = { kind: "source"; name: string; bytes: Uint8Array } | { kind: "plan"; source: Source; options: ReadOptions };

const nameOf = (task: Task): string => (task.kind === "source" ? task.name : task.source.name);

const inThread = openThread<Task, Source | ReadPlan>({
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

/** What the bytes of a file say. Throws a UserFacingError as the readers do, or when it takes too long or too much. */
export const sourceInThread = async (name: string, bytes: Uint8Array): Promise<Source> => (await inThread({ kind: "source", name, bytes })) as Source;

/** The plan that a source has; see readPlanFrom. */
export const planInThread = async (source: Source, options: ReadOptions = {}): Promise<ReadPlan> =>
  (await inThread({ kind: "plan", source, options })) as ReadPlan;
