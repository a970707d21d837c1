/** Storage for a process that ends itself, as kill -9 does, before its n-th write. */
import type { Collection, Document, Storage } from "../../src/storage/port.js";

const writing = new Set(["insert", "insertMissing", "updateWhere", "remove"]);

export interface Mortal {
  storage: Storage;
  /** How many there were so far. */
  writes(): number;
  /** From now on: dies before the n-th write that comes. */
  dieBefore(before: number): void;
}

/** `before` 0 kills nobody. */
export function mortal(storage: Storage, before: number): Mortal {
  let writes = 0;
  let last = before;
  const collection = <T extends Document>(name: string): Collection<T> =>
    new Proxy(storage.collection<T>(name), {
      get(kept, method) {
        const call = Reflect.get(kept, method);
        return (...args: unknown[]) => {
          if (writing.has(String(method)) && ++writes === last) process.kill(process.pid, "SIGKILL");
          return call.apply(kept, args);
        };
      },
    });
  const dieBefore = (coming: number) => {
    writes = 0;
    last = coming;
  };
  return { storage: { ...storage, collection }, writes: () => writes, dieBefore };
}
