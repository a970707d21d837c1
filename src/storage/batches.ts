/** Changes that go to disk together. */
import type { Change } from "./document-lines.js";

export interface Batch {
  changes: Change[];
  /** Rejects when the disk refused them, once they are undone. */
  onDisk: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

/** Changes that go to disk together; `onDisk` settles when they have, or have not. */
export function newBatch(): Batch {
  const batch: Partial<Batch> = { changes: [] };
  batch.onDisk = new Promise<void>((resolve, reject) => Object.assign(batch, { resolve, reject }));
  // Whoever made a change hears of it.
  batch.onDisk.catch(() => undefined);
  return batch as Batch;
}

/** The changes of batches in the order in which they were made. */
export const changesOf = (batches: readonly Batch[]): Change[] => batches.flatMap(({ changes }) => changes);

/** The documents as they are without changes that are not on disk yet. */
export function lasting(documents: readonly Change[], changes: readonly Change[]): Change[] {
  const byId = new Map(documents.map((each) => [each.id, each]));
  for (const { id, before } of [...changes].reverse()) {
    if (before) byId.set(id, { id, after: before });
    else byId.delete(id);
  }
  return [...byId.values()];
}

export type Turns = <R>(work: () => Promise<R>) => Promise<R>;

/** Runs what it is given one after the other. */
export function takingTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
