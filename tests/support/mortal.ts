/** Storage for a process that ends itself, as kill -9 does, before its n-th write. */
import type { Collection, Document, Storage } from "../../src/storage/port.js";

const writing = new Set(["insert", "insertMissing", "updateWhere", "remove"]);

/** `before` 0 kills nobody. `writes` says how many there were so far. */
export function mortal(storage: Storage, before: number): { storage: Storage; writes(): number } {
  let writes = 0;
  const collection = <T extends Document>(name: string): Collection<T> =>
    new Proxy(storage.collection<T>(name), {
      get(kept, method) {
        const call = Reflect.get(kept, method);
        return (...args: unknown[]) => {
          if (writing.has(String(method)) && ++writes === before) process.kill(process.pid, "SIGKILL");
          return call.apply(kept, args);
        };
      },
    });
  return { storage: { ...storage, collection }, writes: () => writes };
}
