/** The other end of thread.ts: what runs in the thread. */
import { parentPort } from "node:worker_threads";
import { UserFacingError } from "./errors.js";
import type { Result } from "./thread.js";

/** Does each task that comes and says what came of it. */
export function workThrough<Task, Done>(work: (task: Task) => Promise<Done>): void {
  parentPort?.on("message", (task: Task) => {
    resultOf(work, task).then((result) => parentPort?.postMessage(result));
  });
}

async function resultOf<Task, Done>(work: (task: Task) => Promise<Done>, task: Task): Promise<Result<Done>> {
  try {
    return { done: await work(task) };
  } catch (error) {
    if (error instanceof UserFacingError) return { refused: error.message };
    // The stack of calls is full: what came is nested deeper than anything that people write.
    if (error instanceof RangeError) return { tooLarge: true };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
