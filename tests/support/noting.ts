import type { Collection, Document, Storage } from "../../src/storage/port.js";

/** Real storage that also writes down which calls were made. */
export function noting(storage: Storage): { storage: Storage; calls: string[] } {
  const calls: string[] = [];
  const collection = <T extends Document>(name: string): Collection<T> =>
    new Proxy(storage.collection<T>(name), {
      get: (kept, method) => {
        const call = Reflect.get(kept, method);
        return typeof call !== "function" ? call : (...args: unknown[]) => calls.push(`${name}.${String(method)}`) && call.apply(kept, args);
      },
    });
  return { storage: { ...storage, collection }, calls };
}
