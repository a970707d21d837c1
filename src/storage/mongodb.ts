/** Storage in MongoDB, or a server that speaks its protocol. Only this file imports the driver. */
import type { MongoClient, Collection as MongoCollection, Filter as MongoFilter, OptionalUnlessRequiredId, UpdateFilter } from "mongodb";
import { UserFacingError } from "../shared/errors.js";
import type { Logger } from "../shared/logger.js";
import { type Emitter, watchForHangs } from "./hangs.js";
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

/** For calls about one document or none. */
type Quickly = <T>(call: () => Promise<T>) => Promise<T>;

export interface MongoDbOptions {
  log?: Logger;
}

/** Connects before it resolves. The database is the one the connection string names, "waymark" when it names none. */
export async function openMongoDb(uri: string, { log }: MongoDbOptions = {}): Promise<Storage> {
  // Loaded here so that the embedded database starts without it.
  const driver = await import("mongodb");
  const name = decodeURIComponent(/^[^/]*\/\/[^/]+\/([^?]+)/.exec(uri)?.[1] ?? "waymark");
  let client = readUri(driver, uri);
  const watch = () => watchForHangs(client as Emitter, hungAfterMs, renew);
  // A client connects with its first call. What the old one has under way fails, as it would have all the same.
  const renew = () => {
    const old = client;
    client = readUri(driver, uri);
    stopWatching = watch();
    old.close().catch(() => undefined);
    log?.warn("connections to the database made anew");
  };
  let stopWatching = watch();
  const quickly: Quickly = async (call) => {
    const asked = client;
    const timer = setTimeout(() => client === asked && renew(), quickWithinMs).unref();
    return call().finally(() => clearTimeout(timer));
  };
  await connected(driver, client);
  const database = () => client.db(name);
  return {
    kind: "mongodb",
    collection: <T extends Document>(of: string) => collectionOf(driver, () => database().collection<T>(of), quickly),
    async collections() {
      const found = await database().listCollections({}, { nameOnly: true }).toArray();
      return found.map(({ name: each }) => each).filter((each) => !each.startsWith("system."));
    },
    ping: async () => {
      await quickly(() => database().command({ ping: 1 }));
    },
    now: async () => (await quickly(() => database().command({ hello: 1 }))).localTime as Date,
    close: () => {
      stopWatching();
      return client.close();
    },
  };
}

async function connected(driver: Driver, client: MongoClient): Promise<void> {
  try {
    await client.connect();
  } catch (cause) {
    await client.close();
    const hosts = client.options.hosts.map(String).join(", ") || "the host of MONGODB_URI";
    const refused = cause instanceof driver.MongoServerError && authenticationFailed.has(cause.code ?? 0);
    const reason = refused ? "refused the user name or password in MONGODB_URI." : "cannot be reached. Is it running, and is MONGODB_URI right?";
    throw new UserFacingError(`The database at ${hosts} ${reason}`, { cause });
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

function collectionOf<T extends Document>(driver: Driver, kept: () => MongoCollection<T>, quickly: Quickly): Collection<T> {
  return {
    get: async (id) => (await quickly(() => kept().findOne<T>({ _id: id } as MongoFilter<T>))) ?? undefined,
    find: (filter, options) =>
      kept()
        .find<T>(filter as MongoFilter<T>, { batchSize, ...options })
        .toArray(),
    all: () => kept().find<T>({}, { batchSize: fewAtATime }),
    count: (filter) => kept().countDocuments(filter as MongoFilter<T>),
    insert: async (document) => (await quickly(() => insertMissing(driver, kept(), [document]))) === 1,
    insertMissing: (documents) => insertMissing(driver, kept(), documents),
    async updateWhere(filter, update) {
      const change = () => kept().findOneAndUpdate(filter as MongoFilter<T>, update as UpdateFilter<T>, { returnDocument: "after" });
      const changed = await quickly(change);
      return (changed as T | null) ?? undefined;
    },
    remove: async (filter) => (await kept().deleteMany(filter as MongoFilter<T>)).deletedCount,
    async ensureIndex(fields, options) {
      await kept().createIndex(Object.fromEntries(fields.map((field) => [field, 1])), options);
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
