/** Time in tests: never by the clock alone, as other work on the machine would fail them. The exact limits hold in `npm run test:faults` and the bench. */
import { setTimeout as pause } from "node:timers/promises";
import { whole } from "./fault-scale.js";

/** Processor time that this process has used so far, in milliseconds. What other processes do counts for little. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Processor time of `work`, the least of `times`, in milliseconds. */
export function processorMs(work: () => unknown, times = 5): number {
  const once = () => {
    const from = processorTime();
    work();
    return processorTime() - from;
  };
  return Math.min(...Array.from({ length: times }, once));
}

const text = "Report visits to libraries for 2026-27 Q2, in 12 rows. ".repeat(1_600);
const yardstick = () => JSON.parse(JSON.stringify(text.match(/\b[a-z]+\b/g)?.toSorted()));

/** What the yardstick takes on a quiet machine of 2026, in milliseconds. */
const usualMs = 1.1;

/** How many times as slowly this machine works just now as a quiet one; at least 1. */
export const slowness = (): number => Math.max(1, processorMs(yardstick, 9) / usualMs);

/** The longest that something may take which waits for timers, sockets and other processes: `ms` on a quiet machine, more where the yardstick beside it takes longer. */
export async function patience(ms: number): Promise<number> {
  if (whole) return ms;
  const steps = 20;
  const from = performance.now();
  for (let step = 0; step < steps; step++) {
    yardstick();
    await pause(1);
  }
  // Busy in bursts: what was measured may have met another one than the yardstick.
  return 4 * ms * Math.max(1, (performance.now() - from) / (steps * (usualMs + 1.3)));
}

/** For `expect.poll` and `vi.waitFor`: what comes in the end is waited for, however slow the machine. */
export const patienceOfWaiting = { timeout: 60_000 };

/**
 * Resolves when whatever goes on in this process by itself has ended as far as `count` shows: it stays the same for many turns of the event loop.
 * Counted in turns and not by the clock, so that what is slow is waited for.
 */
export async function untilCalm(count: () => number, turns = 60): Promise<void> {
  let last = count();
  for (let calm = 0; calm < turns; calm++) {
    await pause(2);
    if (count() === last) continue;
    last = count();
    calm = 0;
  }
}
