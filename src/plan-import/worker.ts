/** The thread that reads files. An entry of its own in the build. */
import { workThrough } from "../shared/thread-work.js";
import { readPlanFrom } from "./read-plan.js";
import { sourceOf } from "./readers/source.js";
import type { Task } from "./reading-thread.js";

workThrough(async (task: Task) => {
  if (task.kind === "plan") return readPlanFrom(task.source, task.options);
  const source = await sourceOf(task.name, task.bytes);
  return { source, read: readPlanFrom(source, task.options) };
});
