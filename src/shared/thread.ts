/** Work in a thread of its own, one task after the other, under a deadline and a limit of memory, so that no task keeps others waiting. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { UserFacingError } from "./errors.js";

/** What the thread says of a task; "refused" is for people. */
export type Result<Done> = { done: Done } | { refused: string } | { tooLarge: true } | { failed: string };

export interface ThreadParts<Task> {
  /** An entry of the build: "plan-reader.js". */
  program: string;
  deadlineMs: number;
  /** A thread that has nothing to do ends after so long. */
  idleMs: number;
  /** What people are told of a task that takes too long, or more than there is. */
  tooLong(task: Task): Error;
  tooLarge(task: Task): Error;
}

/** Rejects with the errors of `parts`, with a UserFacingError of the task's own, or with a bug's. */
export type RunInThread<Task, Done> = (task: Task) => Promise<Done>;

interface Waiting<Done> {
  give(result: Result<Done>): void;
  fail(error: NodeJS.ErrnoException): void;
}

const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** Beside what was bundled, or in dist when run from the sources. */
function programFile(program: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder))
    for (const path of [join(folder, program), join(folder, "dist", program)]) if (existsSync(path)) return path;
  throw new Error(`${program} is missing; npm run build makes it`);
}

/** Started with the first task, and again after a task that ended it. */
export function openThread<Task, Done>({ program, deadlineMs, idleMs, tooLong, tooLarge }: ThreadParts<Task>): RunInThread<Task, Done> {
  let worker: Worker | undefined;
  let waiting: Waiting<Done> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const stop = (): void => {
    void worker?.terminate();
    worker = undefined;
  };

  const started = (): Worker => {
    if (worker) return worker;
    const fresh = new Worker(programFile(program), { resourceLimits: memory });
    const isCurrent = () => worker === fresh;
    fresh.on("message", (result: Result<Done>) => isCurrent() && waiting?.give(result));
    fresh.on("error", (error) => isCurrent() && waiting?.fail(error));
    fresh.on("exit", () => {
      if (!isCurrent()) return;
      worker = undefined;
      waiting?.fail(new Error("the thread ended"));
    });
    worker = fresh;
    return fresh;
  };

  const doneOf = (task: Task, result: Result<Done>): Done => {
    if ("done" in result) return result.done;
    if ("refused" in result) throw new UserFacingError(result.refused);
    throw "tooLarge" in result ? tooLarge(task) : new Error(result.failed);
  };

  const run = async (task: Task): Promise<Done> => {
    const thread = started();
    clearTimeout(idle);
    thread.ref();
    let deadline: NodeJS.Timeout | undefined;
    try {
      const result = await new Promise<Result<Done>>((give, fail) => {
        waiting = { give, fail: (error) => fail(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLarge(task) : error) };
        deadline = setTimeout(() => fail(tooLong(task)), deadlineMs);
        thread.postMessage(task);
      });
      waiting = undefined;
      return doneOf(task, result);
    } catch (error) {
      // No answer came: the thread has ended, or will not end by itself.
      if (waiting) stop();
      throw error;
    } finally {
      waiting = undefined;
      clearTimeout(deadline);
      // Neither a thread that waits nor its clock keeps the process alive.
      thread.unref();
    }
  };

  return (task) => {
    const turn = last.then(() => run(task));
    last = turn
      .catch(() => undefined)
      .then(() => {
        idle = setTimeout(stop, idleMs);
        idle.unref();
      });
    return turn;
  };
}
