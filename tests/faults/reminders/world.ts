/** Time that passes only when nobody has anything left to do: a year of it takes seconds. */
import { type Clock, sharedClock } from "../../../src/messaging/shared-clock.js";
import type { Collection, Document, Storage } from "../../../src/storage/index.js";

export interface World {
  /** Milliseconds, as everybody would agree. */
  time(): number;
  /** The same database, whose clock is the world's. */
  storage: Storage;
  /** The clock of an instance whose own is so far out. */
  clockOf(ahead: number): Clock;
  wait(milliseconds: number): Promise<void>;
  /** Runs until the work is done; throws when it waits for something that never comes. */
  run<T>(work: () => Promise<T>): Promise<T>;
  goTo(instant: string): void;
}

export function openWorld(database: Storage, start: string): World {
  let time = Date.parse(start);
  let inside = 0;
  const timers: { at: number; wake(): void }[] = [];
  const wait = (milliseconds: number) =>
    new Promise<void>((wake) => {
      timers.push({ at: time + milliseconds, wake });
      timers.sort((a, b) => a.at - b.at);
    });
  const counted = async <R>(call: () => Promise<R>): Promise<R> => {
    inside += 1;
    try {
      return await call();
    } finally {
      inside -= 1;
    }
  };
  const collection = <T extends Document>(name: string): Collection<T> =>
    new Proxy(database.collection<T>(name), {
      get(kept, method) {
        const call = Reflect.get(kept, method);
        return (...args: unknown[]) => counted(() => call.apply(kept, args));
      },
    });
  return {
    time: () => time,
    storage: { ...database, collection, now: async () => new Date(time) },
    // Its own clock stands wrong and its counter began at another moment: neither may matter.
    clockOf: (ahead) => sharedClock({ now: async () => new Date(time) }, { count: () => time + ahead, wait }),
    wait,
    async run(work) {
      let over = false;
      const result = work().finally(() => {
        over = true;
      });
      result.catch(() => undefined);
      for (let idle = 0; !over; ) {
        await new Promise(setImmediate);
        idle = inside ? 0 : idle + 1;
        if (idle < 3) continue;
        const next = timers.shift();
        if (!next && idle > 1_000) throw new Error("Everybody waits for something that never comes");
        if (!next) continue;
        time = Math.max(time, next.at);
        next.wake();
        idle = 0;
      }
      return result;
    },
    goTo(instant) {
      time = Math.max(time, Date.parse(instant));
    },
  };
}
