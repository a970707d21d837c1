/**
 * The storage port: what features may ask of a database. Documents have string ids made by us; one document is the unit
 * of atomicity. What is stored is plain JSON without null: undefined fields are stripped on write, and null, dates, NaN,
 * field names with a dot or a dollar are programming errors (TypeError). A call that resolved is on disk.
 */

export interface Document {
  _id: string;
}

type Scalar = string | number | boolean;
type Ordered = string | number;

interface Operators {
  $eq: Scalar;
  /** Also true of documents without the field. */
  $ne: Scalar;
  /** Compares with values of its own type only. */
  $gt: Ordered;
  $gte: Ordered;
  $lt: Ordered;
  $lte: Ordered;
  $in: readonly Scalar[];
  $exists: boolean;
}

/** At least one key, so that `unknown`, `{}`, `object` and records of anything are no operators to the type check. */
type OneOrMore<T> = { [K in keyof T]: Pick<T, K> & Partial<T> }[keyof T];

/**
 * A subset of MongoDB's filters that both databases read alike. Keys may be dotted paths through objects (not through
 * lists). A list matches when one of its elements does. What a client sent goes in only after a schema made it a Scalar.
 */
export type Condition = Scalar | OneOrMore<Operators>;
export type Filter = { [field: string]: Condition };

/** A subset of MongoDB's updates that both databases apply alike, atomically to one document. Keys may be dotted paths. */
export interface Update {
  $set?: Record<string, unknown>;
  $unset?: Record<string, true>;
  $inc?: Record<string, number>;
  $push?: Record<string, unknown>;
}

export interface FindOptions {
  /** Field to direction, most significant first; ties go by id. Documents without the field come first in 1. Unsorted results come in any order. */
  sort?: Record<string, 1 | -1>;
  limit?: number;
}

export interface Collection<T extends Document> {
  get(id: string): Promise<T | undefined>;
  find(filter: Filter, options?: FindOptions): Promise<T[]>;
  count(filter: Filter): Promise<number>;
  /** Every document once, in any order and a few at a time. Of those that change meanwhile one state is given, of those that come or go perhaps none. */
  all(): AsyncIterable<T>;
  /** False when the id (or another unique key) is taken; nothing is written then. */
  insert(document: T): Promise<boolean>;
  /** Inserts those whose ids (and other unique keys) are free and returns how many that were. A crash may leave some of them. */
  insertMissing(documents: readonly T[]): Promise<number>;
  /** Changes at most one document and returns it as it is now, or nothing when none matched. Rejects when another document has the new unique key. */
  updateWhere(filter: Filter, update: Update): Promise<T | undefined>;
  /** Returns how many were removed. */
  remove(filter: Filter): Promise<number>;
  /** Speeds up filters on these fields and, when unique, lets no two documents have the same values (none counts as a value). May be repeated. */
  ensureIndex(fields: string[], options?: { unique?: boolean }): Promise<void>;
}

export interface Storage {
  /** "embedded" means one process only. */
  kind: "embedded" | "mongodb";
  collection<T extends Document>(name: string): Collection<T>;
  /** Names of all collections that have a document, and perhaps of some that had one; sorted. */
  collections(): Promise<string[]>;
  /** Rejects when the database cannot be reached. */
  ping(): Promise<void>;
  /** The database's own clock: one and the same for all who share it, however much their own differ. */
  now(): Promise<Date>;
  /** Waits for what is under way; every later call rejects. */
  close(): Promise<void>;
}

/** Ids and other strings that start so; `prefix` ends in an ASCII character, such as "2.3/". */
export function startingWith(prefix: string): { $gte: string; $lt: string } {
  const last = prefix.charCodeAt(prefix.length - 1);
  if (!(last < 0x7f)) throw new TypeError("A prefix ends in an ASCII character");
  return { $gte: prefix, $lt: prefix.slice(0, -1) + String.fromCharCode(last + 1) };
}
