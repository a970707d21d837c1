/** Files are read in a worker thread, one after the other, under a deadline and a limit of memory. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { UserFacingError } from "../shared/errors.js";
import type { ReadOptions, ReadPlan } from "./read-plan.js";
import type { Source } from "./readers/source.js";

export type Task = { kind: "source"; name: string; bytes: Uint8Array } | { kind: "plan"; source: Source; options: ReadOptions };
export type Answer = { done: Source | ReadPlan } | { refused: string } | { tooLarge: true } | { failed: string };

const deadlineMs = 10_000;
const idleMs = 60_000;
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };
const program = "plan-reader.js";

/** Beside what was bundled, or in dist when run from the sources. */
function programFile(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder))
    for (const path of [join(folder, program), join(folder, "dist", program)]) if (existsSync(path)) return path;
  throw new Error(`${program} is missing; npm run build makes it`);
}

interface Waiting {
  give(answer: Answer): void;
  fail(error: NodeJS.ErrnoException): void;
}

let worker: Worker | undefined;
let waiting: Waiting | undefined;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();

function stop(): void {
  void worker?.terminate();
  worker = undefined;
}

function startedWorker(): Worker {
  if (worker) return worker;
  const started = new Worker(programFile(), { resourceLimits: memory });
  const isCurrent = () => worker === started;
  started.on("message", (answer: Answer) => isCurrent() && waiting?.give(answer));
  started.on("error", (error) => isCurrent() && waiting?.fail(error));
  started.on("exit", () => isCurrent() && waiting?.fail(new Error("the thread ended")));
  worker = started;
  return started;
}

const tooLong = (name: string) =>
  new UserFacingError(`${name}: reading it takes longer than any plan does, so I stopped. Send the plan's own pages or sheets only. Nothing was saved.`);
const tooLarge = (name: string) =>
  new UserFacingError(`${name}: it holds far more than any plan, so I stopped reading. Send the plan's own pages or sheets only. Nothing was saved.`);

function answerOf(name: string, answer: Answer): Source | ReadPlan {
  if ("done" in answer) return answer.done;
  if ("refused" in answer) throw new UserFacingError(answer.refused);
  throw "tooLarge" in answer ? tooLarge(name) : new Error(answer.failed);
}

async function run(task: Task): Promise<Source | ReadPlan> {
  const name = task.kind === "source" ? task.name : task.source.name;
  const thread = startedWorker();
  clearTimeout(idle);
  thread.ref();
  let deadline: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<Answer>((give, fail) => {
      waiting = { give, fail: (error) => fail(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLarge(name) : error) };
      deadline = setTimeout(() => fail(tooLong(name)), deadlineMs);
      thread.postMessage(task);
    });
    waiting = undefined;
    return answerOf(name, answer);
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
}

function inTurn(task: Task): Promise<Source | ReadPlan> {
  const turn = last.then(() => run(task));
  last = turn
    .catch(() => undefined)
    .then(() => {
      idle = setTimeout(stop, idleMs);
      idle.unref();
    });
  return turn;
}

/** What the bytes of a file say. Throws a UserFacingError as the readers do, or when it takes too long or too much. */
export const sourceInThread = async (name: string, bytes: Uint8Array): Promise<Source> => (await inTurn({ kind: "source", name, bytes })) as Source;

/** The plan that a source has; see readPlanFrom. */
export const planInThread = async (source: Source, options: ReadOptions = {}): Promise<ReadPlan> =>
  (await inTurn({ kind: "plan", source, options })) as ReadPlan;
