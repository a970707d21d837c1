/** Outlives the bench, however that ends, and takes away what it left: processes, folders, databases. */
import { rm } from "node:fs/promises";
import { MongoClient } from "mongodb";
import type { Leftover } from "./keeper-of.js";

const pids = new Set<number>();
const folders = new Set<string>();
const databases = new Set<string>();

const killed = (pid: number): void => {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
};

const dropped = async (uri: string): Promise<void> => {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 2_000 });
  await client
    .db()
    .dropDatabase()
    .finally(() => client.close());
};

process.on("message", ({ pid, ended, folder, database }: Leftover) => {
  if (pid !== undefined) pids.add(pid);
  if (ended !== undefined) pids.delete(ended);
  if (folder) folders.add(folder);
  if (database) databases.add(database);
});
process.on("disconnect", async () => {
  for (const pid of pids) killed(pid);
  const work = [...[...folders].map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })), ...[...databases].map(dropped)];
  const failed = (await Promise.allSettled(work)).filter(({ status }) => status === "rejected");
  process.exit(failed.length ? 1 : 0);
});
// The terminal's Ctrl+C is the bench's to act on.
process.on("SIGINT", () => undefined);
