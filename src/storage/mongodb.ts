/** Storage in MongoDB, or a server that speaks its protocol. Only this file loads the driver. */
import { setTimeout as pause } from "node:timers/promises";
import type { Db, MongoClient, Collection as MongoCollection, Filter as MongoFilter, OptionalUnlessRequiredId, UpdateFilter } from "mongodb";
import { UserFacingError } from "../shared/errors.js";
import type { Logger } from "../shared/logger.js";
import { type Client, openClients } from "./mongo-client.js";
import type { Collection, Document, Storage } from "./port.js";

type Driver = typeof import("mongodb");

/** These win over the connection string. Retries are left to it: the driver makes them unless it says no, as Azure's does. */
const settings = {
  appName: "waymark",
  writeConcern: { w: "majority", journal: true },
  serverSelectionTimeoutMS: 2_000,
  connectTimeoutMS: 2_000,
  // A frozen server must not hold a turn for longer than Teams waits for it.
  socketTimeoutMS: 10_000,
  // A watcher that waits for the server's word, and then ten seconds, finds a lost one out too late: it is asked every second.
  serverMonitoringMode: "poll",
  heartbeatFrequencyMS: 1_000,
  // A turn asks several things at once: none of them waits for a connection to be made.
  minPoolSize: 8,
} as const;

const duplicateKey = 11_000;
/** MongoDB's code and Atlas's. */
const authenticationFailed = new Set<number | string>([18, 8_000]);
/** Beyond the server's first 101 documents, so that a find stays one round trip. */
const batchSize = 10_000;
/** Where nobody knows how many there are. */
const fewAtATime = 500;

/** Longer than the driver's own limits for making a connection and asking the server who it is. */
const hungAfterMs = 2 * settings.connectTimeoutMS + 300;
/** One document is a matter of milliseconds: whoever waits so long for one waits on a connection that is dead, though the server lives. */
const quickWithinMs = 3_500;

/** The driver's own types of events say less than there is. */
type ConnectingClient = MongoClient & Client;

export interface MongoDbOptions {
  log?: Logger;
  /** Milliseconds for which a database that does not answer is waited for. */
  waitAtStartMs?: number;
}

/** Connects before it resolves. The database is the one the connection string names, "waymark" when it names none. */
export async function openMongoDb(uri: string, { log, waitAtStartMs = 0 }: MongoDbOptions = {}): Promise<Storage> {
  // Loaded here so that the embedded database starts without it.
  const driver = await import("mongodb");
  const name = decodeURIComponent(/^[^/]*\/\/[^/]+\/([^?]+)/.exec(uri)?.[1] ?? "waymark");
  const make = (): ConnectingClient => readUri(driver, uri) as ConnectingClient;
  const clients = openClients({ make, hungAfterMs, waitMs: settings.serverSelectionTimeoutMS, log });
  await connected(driver, make(), { connect: clients.connect, waitAtStartMs, log });
  const quickly = <R>(call: (database: Db) => Promise<R>) => clients.use((client) => call(client.db(name)), quickWithinMs);
  return {
    kind: "mongodb",
    collection: <T extends Document>(of: string) => {
      const use: Use<T> = (call, { quick = false } = {}) => clients.use((client) => call(client.db(name).collection<T>(of)), quick ? quickWithinMs : undefined);
      return collectionOf(driver, use);
    },
    async collections() {
      const found = await clients.use((client) => client.db(name).listCollections({}, { nameOnly: true }).toArray());
      return found.map(({ name: each }) => each).filter((each) => !each.startsWith("system."));
    },
    ping: async () => {
      await quickly((database) => database.command({ ping: 1 }));
    },
    now: async () => (await quickly((database) => database.command({ hello: 1 }))).localTime as Date,
    close: () => clients.close(),
  };
}

interface FirstConnection extends Required<Pick<MongoDbOptions, "waitAtStartMs">> {
  connect(): Promise<void>;
  log?: Logger;
}

/** `client` is only asked what it was told. */
async function connected(driver: Driver, { options }: MongoClient, { connect, waitAtStartMs, log }: FirstConnection): Promise<void> {
  const until = performance.now() + waitAtStartMs;
  for (let tries = 1; ; tries++) {
    try {
      return await connect();
    } catch (cause) {
      const refused = cause instanceof driver.MongoServerError && authenticationFailed.has(cause.code ?? 0);
      if (!refused && performance.now() < until) {
        if (tries === 1) log?.warn("the database cannot be reached yet");
        await pause(200);
        continue;
      }
      const hosts = options.hosts.map(String).join(", ") || "the host of MONGODB_URI";
      const reason = refused ? "refused the user name or password in MONGODB_URI." : "cannot be reached. Is it running, and is MONGODB_URI right?";
      throw new UserFacingError(`The database at ${hosts} ${reason}`, { cause });
    }
  }
}

function readUri(driver: Driver, uri: string): MongoClient {
  try {
    return new driver.MongoClient(uri, settings);
  } catch {
    // The driver's own message may quote the password.
    throw new UserFacingError("MONGODB_URI cannot be read. Expected mongodb://user:password@host:27017/name");
  }
}

/** `quick`: for calls about one document or none. */
type Use<T extends Document> = <R>(call: (kept: MongoCollection<T>) => Promise<R>, how?: { quick?: boolean }) => Promise<R>;

function collectionOf<T extends Document>(driver: Driver, use: Use<T>): Collection<T> {
  const quick = { quick: true };
  return {
    get: async (id) => (await use((kept) => kept.findOne<T>({ _id: id } as MongoFilter<T>), quick)) ?? undefined,
    find: (filter, options) => use((kept) => kept.find<T>(filter as MongoFilter<T>, { batchSize, ...options }).toArray()),
    async *all() {
      yield* await use(async (kept) => kept.find<T>({}, { batchSize: fewAtATime }));
    },
    count: (filter) => use((kept) => kept.countDocuments(filter as MongoFilter<T>)),
    insert: async (document) => (await use((kept) => insertMissing(driver, kept, [document]), quick)) === 1,
    insertMissing: (documents) => use((kept) => insertMissing(driver, kept, documents)),
    async updateWhere(filter, update) {
      const change = (kept: MongoCollection<T>) => kept.findOneAndUpdate(filter as MongoFilter<T>, update as UpdateFilter<T>, { returnDocument: "after" });
      return ((await use(change, quick)) as T | null) ?? undefined;
    },
    remove: async (filter) => (await use((kept) => kept.deleteMany(filter as MongoFilter<T>))).deletedCount,
    async ensureIndex(fields, options) {
      await use((kept) => kept.createIndex(Object.fromEntries(fields.map((field) => [field, 1])), options));
    },
  };
}

/** One round trip; those whose keys are taken are left out by the server. */
async function insertMissing<T extends Document>(driver: Driver, kept: MongoCollection<T>, documents: readonly T[]): Promise<number> {
  try {
    return (await kept.insertMany(documents as unknown as OptionalUnlessRequiredId<T>[], { ordered: false })).insertedCount;
  } catch (error) {
    if (!(error instanceof driver.MongoBulkWriteError)) throw error;
    // A lost connection comes as this error as well, with no failures in it.
    const failures = [error.writeErrors].flat();
    if (!failures.length || failures.some(({ code }) => code !== duplicateKey) || error.result.getWriteConcernError()) throw error;
    return error.insertedCount;
  }
}
