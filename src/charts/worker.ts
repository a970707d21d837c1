/** The thread that draws. An entry of its own in the build. */
import { workThrough } from "../shared/thread-work.js";
import { draw } from "./draw.js";
import type { Task } from "./drawing-thread.js";

workThrough(({ chart, how }: Task): Promise<Uint8Array> => draw(chart, how));
