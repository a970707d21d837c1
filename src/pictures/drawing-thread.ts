/** Pictures are drawn in a thread of its own: one takes as long as dozens of answers. */
import type { Chart } from "../shared/chart.js";
import { openThread } from "../shared/thread.js";

export interface Task {
  chart: Chart;
  scale: number;
}

const inThread = openThread<Task, Uint8Array>({
  program: "picture-drawer.js",
  deadlineMs: 10_000,
  idleMs: 60_000,
  tooLong: () => new Error("drawing takes too long"),
  tooLarge: () => new Error("drawing takes too much memory"),
});

/** See draw. */
export const drawInThread = async (chart: Chart, scale = 1): Promise<Buffer> => Buffer.from(await inThread({ chart, scale }));
