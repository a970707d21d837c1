/** The other end of thread.ts: what runs in the thread. */
import { readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { basename } from "node:path";
import { parentPort } from "node:worker_threads";
import { UserFacingError } from "./errors.js";
import type { Result } from "./thread.js";

/** Does each task that comes and says what came of it. */
export function workThrough<Task, Done>(work: (task: Task) => Promise<Done>): void {
  giveWay();
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

/** Where processors are few, whoever is answered goes first. On Linux a thread has a priority of its own, under the id that this link ends in; elsewhere it stays. */
function giveWay(): void {
  try {
    setPriority(Number(basename(readlinkSync("/proc/thread-self"))), constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // All threads are alike then.
  }
}
