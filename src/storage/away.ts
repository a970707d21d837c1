/** A database that is away, as the driver says it and as people read it. */
import { OutOfReachError } from "../shared/errors.js";

/** The names of the driver's errors after which no call of that client works any more. */
const closed = new Set(["MongoTopologyClosedError", "MongoNotConnectedError", "MongoClientClosedError", "MongoServerClosedError", "MongoPoolClosedError"]);
const silent = new Set(["MongoServerSelectionError", "MongoNetworkError", "MongoNetworkTimeoutError", "MongoPoolClearedError", "PoolClearedOnNetworkError"]);

const isOf = (names: ReadonlySet<string>, error: unknown): boolean => error instanceof Error && (names.has(error.name) || isOf(names, error.cause));

/** Whether an error says that this client was closed, by us or by the driver. */
export const saysClosed = (error: unknown): boolean => isOf(closed, error);

/** Nothing is wrong with what was asked: it did not arrive, or its answer did not. */
export const isAway = (error: unknown): boolean => saysClosed(error) || isOf(silent, error);

/** It promises no more than that pressing again is safe: what was asked may have been written. */
export const outOfReach = (cause?: unknown): OutOfReachError =>
  new OutOfReachError(
    "I cannot reach my records just now, so I can neither answer nor confirm that anything was saved. Please try again in a minute: what is pressed twice is saved once only.",
    { cause },
  );
