/** What is kept for a time and no longer, and the timer that sees to it. */
import { faultOf } from "../shared/fault.js";
import type { Logger } from "../shared/logger.js";
import type { Document, Storage } from "../storage/port.js";

/** In days. */
export interface Retention {
  /** Which reminder went to whom. */
  sent: number;
  /** Who somebody is that has not used the bot since. */
  people: number;
}

const DAY_MS = 24 * 3_600_000;

/** May be cut short, and run by several at once. */
export async function sweep(storage: Storage, keep: Retention, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
  const people = storage.collection<Document & { checkedAt?: string }>("people");
  await people.remove({ checkedAt: { $lt: before(keep.people) } });
  const day = before(keep.sent).slice(0, 10);
  // What the next message still hangs on stays, however old it is.
  const isOver = { openIn: { $exists: false }, newestOf: { $exists: false }, troubleIn: { $exists: false } };
  await storage.collection<Document & { day: string }>("reminderLog").remove({ day: { $lt: day }, ...isOver });
  const days = storage.collection("reminderDays");
  // "person/day"
  for await (const { _id } of days.all()) if (_id.slice(-10) < day) await days.remove({ _id });
}

const EVERY_MS = 10 * 60_000;
const FIRST_AFTER_MS = 15_000;

/** Runs the work now and then, one at a time; a failure is made up for by the next. Call what it gives to end it. */
export function startSweeping(
  work: (now: Date) => Promise<void>,
  log: Logger,
  { firstAfterMs = FIRST_AFTER_MS, everyMs = EVERY_MS } = {},
): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: NodeJS.Timeout;
  let ended = false;
  const plan = (ms: number): void => {
    next = setTimeout(() => {
      running = work(new Date())
        .catch((error: unknown) => log.warn({ fault: faultOf(error) }, "what is kept too long could not be removed"))
        .finally(() => !ended && plan(everyMs));
    }, ms);
    next.unref();
  };
  plan(firstAfterMs);
  return async () => {
    ended = true;
    clearTimeout(next);
    await running;
  };
}
