import type { Document, Storage } from "../storage/port.js";

/** Someone the bot has met. `id` is the Entra object id (or the channel's own id where there is none); the e-mail address is in lower case. */
export interface Person {
  id: string;
  name?: string;
  email?: string;
}

/** Asks the conversation's roster for someone's e-mail address; rejects or gives nothing when it is not to be had. */
export type RosterLookUp = () => Promise<string | undefined>;

export interface Directory {
  /** Who this is. Never rejects: when neither the database nor the roster answers, the e-mail address is missing and is looked up again next time. */
  whoIs(person: { id: string; name?: string }, lookUp: RosterLookUp): Promise<Person>;
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

  const find = async (person: { id: string; name?: string }, lookUp: RosterLookUp): Promise<string | undefined> => {
    const kept = await quietly(() => people.get(person.id));
    if (kept) return kept.email;
    const email = (await quietly(lookUp))?.trim().toLowerCase();
    if (email) await quietly(() => people.insert({ _id: person.id, name: person.name, email }));
    return email || undefined;
  };

  return {
    async whoIs({ id, name }, lookUp) {
      const email = remembered.get(id) ?? (await find({ id, name }, lookUp));
      if (email) remember(id, email);
      return { id, name, email };
    },
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
