import { faultOf } from "../shared/fault.js";
import type { Logger } from "../shared/logger.js";
import type { Reminders } from "./reminders.js";

export interface Timer {
  /** Takes on no more, and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

const everyMs = 60_000;
const watchedEveryMs = 3_600_000;
/** After the server has taken up its work. */
const firstAfterMs = 5_000;

/** Runs a pass a minute, one at a time. Any number of instances may do so at the same time. */
export function startTimer(reminders: Pick<Reminders, "pass">, log: Logger): Timer {
  const stopped = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let next: NodeJS.Timeout;
  const tick = async () => {
    try {
      const { sent, refused, left, unreachable } = await reminders.pass({ signal: stopped.signal });
      if (sent.length || refused || left) {
        const unsure = sent.filter(({ sure }) => !sure).length;
        log.info({ sent: sent.length, unsure, refused, left, unreachable: unreachable.length }, "reminders sent");
      }
    } catch (error) {
      // The next one does what this one did not.
      log.warn({ fault: faultOf(error) }, "a pass of reminders failed");
    }
    if (!stopped.signal.aborted) plan(everyMs);
  };
  const plan = (milliseconds: number) => {
    next = setTimeout(() => {
      running = tick();
    }, milliseconds);
    next.unref();
  };
  plan(firstAfterMs);
  return {
    async stop() {
      stopped.abort();
      clearTimeout(next);
      await running;
    },
  };
}

/** Where passes are run from outside: says so when they are not. */
export function watchPasses(reminders: Pick<Reminders, "missed">, log: Logger): Timer {
  const look = () =>
    reminders.missed().then(
      (missed) => missed && log.warn({ from: missed.from, to: missed.to }, "no pass of reminders ran on these days"),
      () => undefined,
    );
  const timer = setInterval(look, watchedEveryMs).unref();
  return {
    async stop() {
      clearInterval(timer);
    },
  };
}
