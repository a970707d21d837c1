/** The storage port: what features may ask of a database. Documents have string ids made by us; one document is the unit of atomicity. Never store or query null; undefined fields are stripped on write. */

export interface Document {
  _id: string;
}

type Scalar = string | number | boolean;

/** A subset of MongoDB's filters that both databases read alike. Keys may be dotted paths. */
export type Condition =
  | Scalar
  | {
      $eq?: Scalar;
      $ne?: Scalar;
      $gt?: Scalar;
      $gte?: Scalar;
      $lt?: Scalar;
      $lte?: Scalar;
      $in?: Scalar[];
      $exists?: boolean;
    };
export type Filter = { [field: string]: Condition };

/** A subset of MongoDB's updates that both databases apply alike, atomically to one document. */
export interface Update {
  $set?: Record<string, unknown>;
  $unset?: Record<string, true>;
  $inc?: Record<string, number>;
  $push?: Record<string, unknown>;
}

export interface FindOptions {
  /** Field to direction, most significant first. */
  sort?: Record<string, 1 | -1>;
  limit?: number;
}

export interface Collection<T extends Document> {
  get(id: string): Promise<T | undefined>;
  find(filter: Filter, options?: FindOptions): Promise<T[]>;
  count(filter: Filter): Promise<number>;
  /** False when the id (or another unique key) is taken; nothing is written then. */
  insert(document: T): Promise<boolean>;
  /** Inserts those whose ids are free and returns how many that were. */
  insertMissing(documents: T[]): Promise<number>;
  /** Changes at most one document and returns it as it is now, or nothing when none matched. */
  updateWhere(filter: Filter, update: Update): Promise<T | undefined>;
  /** Returns how many were removed. */
  remove(filter: Filter): Promise<number>;
  ensureIndex(fields: string[], options?: { unique?: boolean }): Promise<void>;
}

export interface Storage {
  /** "embedded" means one process only. */
  kind: "embedded" | "mongodb";
  collection<T extends Document>(name: string): Collection<T>;
  /** Rejects when the database cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
