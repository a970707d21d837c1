import type { Document, Storage } from "../storage/port.js";

/** Someone the bot has met. `id` is the Entra object id (or the channel's own id where there is none); the e-mail address is in lower case. */
export interface Person {
  id: string;
  name?: string;
  email?: string;
  /** A guest, or somebody of another tenant. */
  outsider?: boolean;
}

/** What the conversation's roster says of someone. */
export interface RosterEntry {
  email?: string;
  outsider: boolean;
}

/** Asks the conversation's roster for someone; rejects or gives nothing when it is not to be had. */
export type RosterLookUp = () => Promise<RosterEntry | undefined>;

export interface Directory {
  /** Who this is. Never rejects: when neither the database nor the roster answers, the e-mail address is missing and is looked up again next time. */
  whoIs(person: { id: string; name?: string }, lookUp: RosterLookUp): Promise<Person>;
  /** The address of somebody the bot has met, by the channel's id. */
  addressOf(id: string): Promise<string | undefined>;
}

interface PersonDocument extends Document {
  name?: string;
  email: string;
}

/** Small: a council's staff fits, and a stranger costs one read. */
const MOST_REMEMBERED = 5_000;
/** Leaves a turn time to answer without the address. */
const LOOK_UP_WITHIN_MS = 900;

/** Remembers addresses in memory and in the `people` collection, so the roster is asked once a person. */
export const openDirectory = (storage: Storage): Directory => {
  const people = storage.collection<PersonDocument>("people");
  const remembered = new Map<string, string>();

  const remember = (id: string, email: string) => {
    if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value ?? "");
    remembered.set(id, email);
  };

  const find = async (person: { id: string; name?: string }, lookUp: RosterLookUp): Promise<Omit<Person, "id" | "name">> => {
    const kept = await quietly(() => people.get(person.id));
    if (kept) return { email: kept.email };
    const entry = await quietly(lookUp);
    // Not remembered: a guest may become a member of staff.
    if (entry?.outsider) return { outsider: true };
    const email = entry?.email?.trim().toLowerCase();
    if (email) await quietly(() => people.insert({ _id: person.id, name: person.name, email }));
    return { email: email || undefined };
  };

  return {
    async whoIs({ id, name }, lookUp) {
      const known = remembered.get(id);
      const found = known ? { email: known } : await find({ id, name }, lookUp);
      if (found.email) remember(id, found.email);
      return { id, name, ...found };
    },
    addressOf: async (id) => remembered.get(id) ?? (await quietly(() => people.get(id)))?.email,
  };
};

/** Nothing instead of a failure or a long wait: a turn goes on without an address. */
const quietly = async <T>(ask: () => Promise<T | undefined>): Promise<T | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const timeOut = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, LOOK_UP_WITHIN_MS, undefined);
  });
  try {
    return await Promise.race([ask(), timeOut]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
};
