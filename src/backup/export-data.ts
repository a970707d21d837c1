import type { Storage } from "../storage/port.js";
import { type Counts, lineOf } from "./dump.js";
import { schemaCollection, versionOf } from "./schema.js";

/** All that is stored, as lines that end in a line break; a few documents are in memory at a time. What is written meanwhile may be in it or not. */
export async function* exportData(storage: Storage, at: Date): AsyncIterable<string> {
  yield lineOf({ waymark: "data", schema: await versionOf(storage), at: at.toISOString() });
  const counts: Counts = {};
  for (const name of await storage.collections()) {
    if (name === schemaCollection) continue;
    for await (const document of storage.collection(name).all()) {
      counts[name] = (counts[name] ?? 0) + 1;
      yield lineOf({ in: name, document });
    }
  }
  yield lineOf({ end: counts });
}
