import type { Clock } from "../messaging/index.js";

/** Resolves to the milliseconds after which it wants another turn, or to nothing when it is done. */
export type Task = () => Promise<number | undefined>;

export interface Turns {
  atOnce: number;
  clock: Clock;
  /** No new turns are taken after it. */
  signal?: AbortSignal;
  failed(error: unknown): void;
}

/** Runs the tasks, so many at once, in order; what wants another turn later holds up nobody. Resolves when all are done. */
export async function takingTurns(tasks: readonly Task[], { atOnce, clock, signal, failed }: Turns): Promise<void> {
  let next = 0;
  const later: { task: Task; at: number }[] = [];
  const isReady = (now: number) => later.findIndex(({ at }) => at <= now);
  const take = async (): Promise<Task | undefined> => {
    for (;;) {
      if (signal?.aborted) return undefined;
      const now = (await clock.now()).getTime();
      const ready = isReady(now);
      if (ready >= 0) return later.splice(ready, 1)[0]?.task;
      const task = tasks[next];
      if (task) {
        next += 1;
        return task;
      }
      const soonest = Math.min(...later.map(({ at }) => at));
      if (soonest === Number.POSITIVE_INFINITY) return undefined;
      await clock.wait(Math.min(soonest - now, longestWaitMs));
    }
  };
  const work = async () => {
    for (let task = await take(); task; task = await take()) {
      try {
        const again = await task();
        if (again !== undefined) later.push({ task, at: (await clock.now()).getTime() + again });
      } catch (error) {
        failed(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, tasks.length) }, work));
}

/** So that a stop is heard. */
const longestWaitMs = 1_000;
