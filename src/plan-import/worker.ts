/** The thread that reads files. An entry of its own in the build. */
import { workThrough } from "../shared/thread-work.js";
import { readPlanFrom } from "./read-plan.js";
import { sourceOf } from "./readers/source.js";
import type { Task } from "./reading-thread.js";
import { sourceIn, sourceText } from "./source-text.js";

workThrough(async (task: Task) => {
  if ("source" in task) return readPlanFrom(sourceIn(task.source), task.options);
  const source = await sourceOf(task.name, task.bytes);
  const read = readPlanFrom(source, task.options);
  return { source: sourceText(source), read };
});
