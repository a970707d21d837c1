/** Reads files in a thread of its own, so that no file keeps the bot from answering others. An entry of its own in the build. */
import { parentPort } from "node:worker_threads";
import { UserFacingError } from "../shared/errors.js";
import { readPlanFrom } from "./read-plan.js";
import { sourceOf } from "./readers/source.js";
import type { Answer, Task } from "./reading-thread.js";

async function answerTo(task: Task): Promise<Answer> {
  try {
    if (task.kind === "source") return { done: await sourceOf(task.name, task.bytes) };
    return { done: readPlanFrom(task.source, task.options) };
  } catch (error) {
    if (error instanceof UserFacingError) return { refused: error.message };
    // The stack of calls is full: the file is nested deeper than any plan.
    if (error instanceof RangeError) return { tooLarge: true };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on("message", (task: Task) => {
  answerTo(task).then((answer) => parentPort?.postMessage(answer));
});
