/** The thread that reads files. An entry of its own in the build. */
import { workThrough } from "../shared/thread-work.js";
import { readPlanFrom } from "./read-plan.js";
import { sourceOf } from "./readers/source.js";
import type { Task } from "./reading-thread.js";

workThrough(async (task: Task) => (task.kind === "source" ? sourceOf(task.name, task.bytes) : readPlanFrom(task.source, task.options)));
