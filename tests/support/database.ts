/** Fresh, isolated storage of each kind for tests: closed and removed after the suite. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { afterAll, describe } from "vitest";
import { openStorage, type Storage } from "../../src/storage/index.js";

/** What openStorage takes. */
export interface Place {
  mongodbUri?: string;
  folder?: string;
}

export interface TestDatabase {
  kind: "embedded memory" | "embedded file" | "mongodb";
  /** Empty storage of its own. */
  open(): Promise<Storage>;
  /** A place of its own for whoever opens storage by itself (and closes it). In memory nothing stays there. */
  place(): Promise<Place>;
}

const kinds = ["embedded memory", "embedded file", "mongodb"] as const;

/** Runs the suite once on each database; without MONGODB_URI its part is skipped, which is said once a run (global-setup.ts). */
export function describeEachDatabase(title: string, suite: (database: TestDatabase) => void): void {
  for (const kind of kinds) {
    const missing = kind === "mongodb" && !process.env.MONGODB_URI;
    describe.skipIf(missing)(`${title} (${kind})`, () => suite(databaseOf(kind)));
  }
}

/** For a suite that needs one kind only; call it inside describe. */
export function databaseOf(kind: TestDatabase["kind"]): TestDatabase {
  const opened: Storage[] = [];
  const cleanings: (() => Promise<void>)[] = [];
  afterAll(async () => {
    await Promise.all(opened.map((storage) => storage.close()));
    await Promise.all(cleanings.map((clean) => clean()));
  });
  const place = async () => {
    if (kind === "embedded memory") return {};
    const made = kind === "mongodb" ? newDatabase() : await newFolder();
    cleanings.push(made.clean);
    return made.place;
  };
  const open = async () => {
    const storage = await openStorage(await place());
    opened.push(storage);
    return storage;
  };
  return { kind, place, open };
}

async function newFolder() {
  const folder = await mkdtemp(join(tmpdir(), "waymark-test-"));
  return { place: { folder }, clean: () => rm(folder, { recursive: true, force: true }) };
}

function newDatabase() {
  const [start, query] = (process.env.MONGODB_URI ?? "").split("?");
  const host = /^[^/]*\/\/[^/]+/.exec(start ?? "")?.[0];
  const mongodbUri = `${host}/waymark-test-${randomUUID()}${query ? `?${query}` : ""}`;
  const clean = async () => {
    const client = new MongoClient(mongodbUri);
    await client.db().dropDatabase();
    await client.close();
  };
  return { place: { mongodbUri }, clean };
}
