import { performance } from "node:perf_hooks";
import type { Storage } from "../storage/port.js";

/** The time that all instances agree on, and waiting by it. */
export interface Clock {
  now(): Promise<Date>;
  /** Milliseconds that have gone by since some moment. */
  count(): number;
  wait(milliseconds: number): Promise<void>;
}

const askAgainAfterMs = 60_000;

/**
 * The database's clock, asked once a minute and counted on in between by a counter that nobody sets. What this machine's own
 * clock shows is not looked at: an instance whose clock is ten minutes fast would write to people too early, and take over
 * work that others are still doing.
 */
export function sharedClock(
  storage: Pick<Storage, "now">,
  { count = () => performance.now(), wait = pause }: { count?: () => number; wait?: Clock["wait"] } = {},
): Clock {
  let known: { at: number; asked: number } | undefined;
  return {
    wait,
    count,
    async now() {
      const asked = count();
      if (!known || asked - known.asked > askAgainAfterMs) {
        const answer = (await storage.now()).getTime();
        // The answer was right somewhere between asking and hearing it; later is safe, as nothing is taken over too early then.
        known = { at: answer, asked };
        return new Date(answer + (count() - asked) / 2);
      }
      return new Date(known.at + (count() - known.asked));
    },
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
