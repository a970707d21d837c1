/** Pictures are drawn in a thread of its own: one takes as long as dozens of answers. */
import type { Chart } from "../shared/chart.js";
import { openThread } from "../shared/thread.js";
import type { Drawn } from "./options.js";

export interface Task {
  chart: Chart;
  how: Drawn;
}

const inThread = openThread<Task, Uint8Array>({
  program: "picture-drawer.js",
  deadlineMs: 10_000,
  idleMs: 60_000,
  tooLong: () => new Error("drawing takes too long"),
  tooLarge: () => new Error("drawing takes too much memory"),
});

/** See draw. */
export const drawInThread = async (chart: Chart, how: Drawn = {}): Promise<Buffer> => Buffer.from(await inThread({ chart, how }));
