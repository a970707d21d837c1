import { UserFacingError } from "../shared/errors.js";
import type { Collection, Document, Update } from "../storage/port.js";
import type { Change } from "./change.js";

/**
 * A document that carries its newest change with it until the record has an entry of it. Document and change are one
 * write, so no crash can part them; `recorded` is false while the entry may be missing.
 */
export interface Recorded extends Document {
  /** Goes up by one with every change. */
  revision: number;
  last?: Change;
  recorded: boolean;
}

/** The fields that a repository sees to. */
type Own = "_id" | "revision" | "last" | "recorded";

/** What a change makes of a document: fields to set and to take away, or the whole of a new one. */
export interface Next<T extends Recorded> {
  change: Change;
  /** For a document that is there. */
  update?: Pick<Update, "$set" | "$unset">;
  /** For one that is not there yet. */
  create?: Omit<T, Own>;
}

/** `again` when this very change had been made before: nothing was written then, and `change` is the one that stands. */
export interface Written<T> {
  now: T;
  change: Change;
  again: boolean;
}

export interface AuditedRepository<T extends Recorded> {
  get(documentId: string): Promise<T | undefined>;
  /**
   * Makes a change once, however often and wherever it is asked for: `id` is the change's one-time id. `decide` gets the
   * document as it stands (again, when somebody else was quicker) and may throw to refuse. `seen` saves a look: the document
   * as it was read just now, by whoever knows that this change cannot have been made at its revision or before.
   */
  change(documentId: string, id: string, decide: (now: T | undefined) => Next<T>, seen?: { document: T | undefined }): Promise<Written<T>>;
  /** Enters the changes that a crash left without an entry. */
  settle(): Promise<void>;
}

/** Enough for an answer to be made and sent. */
const laterMilliseconds = 20;

/** More people than this do not press at the same moment. */
const attempts = 25;

/** Changes documents so that a change and its entry stand together: the change rides in the document until its entry is written. */
export function openAuditedRepository<T extends Recorded>(kept: Collection<T>, entries: Collection<Change>): AuditedRepository<T> {
  let indexed: Promise<void> | undefined;
  /** Entries that are being made, by document and revision. */
  const entering = new Map<string, Promise<void>>();

  const enter = async ({ _id, revision, last }: T): Promise<void> => {
    if (last) await entries.insert(last);
    await kept.updateWhere({ _id, revision }, { $set: { recorded: true } });
  };

  const keyOf = ({ _id, revision }: T): string => `${_id} ${revision}`;

  /**
   * Nobody waits for it, as the state is safe already: it begins when the answer is on its way. An entry that could not be
   * made is made by the next change, read or start.
   */
  const enterLater = (document: T): void => {
    const key = keyOf(document);
    const work = new Promise<void>((resolve) => setTimeout(resolve, laterMilliseconds)).then(() => enter(document)).finally(() => entering.delete(key));
    entering.set(key, work);
    work.catch(() => undefined);
  };

  const before = async (now: T | undefined, id: string): Promise<Change | undefined> => {
    if (!now) return undefined;
    // First the document, then the entries: a change is always in one of the two when they are read in this order.
    return now.last?._id === id ? now.last : entries.get(id);
  };

  const write = async (documentId: string, now: T | undefined, { change, update, create }: Next<T>): Promise<T | undefined> => {
    const revision = (now?.revision ?? 0) + 1;
    const own = { revision, last: { ...change, revision }, recorded: false };
    // What came with a plan has no revision yet.
    if (now) return kept.updateWhere({ _id: documentId, revision: now.revision ?? { $exists: false } }, { ...update, $set: { ...update?.$set, ...own } });
    const made = { ...create, _id: documentId, ...own } as unknown as T;
    return (await kept.insert(made)) ? made : undefined;
  };

  return {
    get: (documentId) => kept.get(documentId),
    async change(documentId, id, decide, seen) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const first = attempt === 0 ? seen : undefined;
        const now = first ? first.document : await kept.get(documentId);
        const made = first ? undefined : await before(now, id);
        if (now && made) return { now, change: made, again: true };
        const next = decide(now);
        // Writing over a change that has no entry yet would lose it.
        if (now?.last && !now.recorded) await (entering.get(keyOf(now)) ?? enter(now));
        const written = await write(documentId, now, next);
        if (!written) continue;
        enterLater(written);
        return { now: written, change: written.last ?? next.change, again: false };
      }
      throw new UserFacingError("Several people are changing this at the same moment. Nothing was saved: please try again.");
    },
    async settle() {
      indexed ??= kept.ensureIndex(["recorded"]);
      await indexed;
      await Promise.allSettled(entering.values());
      for (const document of await kept.find({ recorded: false })) await enter(document);
    },
  };
}
