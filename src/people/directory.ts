import type { Collection, Document, Storage } from "../storage/port.js";

/** Someone the bot has met. `id` is the Entra object id (or the channel's own id where there is none); `email` is the sign-in name, in lower case. */
export interface Person {
  id: string;
  name?: string;
  email?: string;
  /** A guest, or somebody of another tenant. */
  outsider?: boolean;
}

/** What the conversation's roster says of someone. A mail address that differs from the sign-in name is left out: whoever sets it does not become somebody else. */
export interface RosterEntry {
  /** The user principal name. */
  email?: string;
  outsider: boolean;
}

/** Asks the conversation's roster for someone; rejects or gives nothing when it is not to be had. */
export type RosterLookUp = () => Promise<RosterEntry | undefined>;

export interface Directory {
  /**
   * Who this is, by the roster as it was within the last day; it is asked again after that, and whenever the activity gives a
   * name or an account that the last look-up did not. Never rejects: when nothing says who it is, the e-mail address is missing.
   */
  whoIs(person: Called, lookUp: RosterLookUp): Promise<Person>;
  /** Somebody has removed the bot, so nothing is kept of who they are. Never rejects. */
  forget(id: string): Promise<void>;
  /** The address of somebody the bot has met, by the channel's id. */
  addressOf(id: string): Promise<string | undefined>;
  /** Names of those of these people whom the bot has met, by address. Who shares a name with another of its people is left out. Never rejects. */
  names(emails: readonly string[]): Promise<Map<string, string>>;
  /** The names of all of them, by address; as `names`. */
  everyone(): Promise<ReadonlyMap<string, string>>;
}

/** What an activity calls somebody: `account` is the channel's own id of them here, which is another one when they come as a guest. */
interface Called {
  id: string;
  name?: string;
  account?: string;
}

interface PersonDocument extends Document {
  name?: string;
  account?: string;
  email: string;
  /** When the roster said so (instant, ISO 8601). */
  checkedAt?: string;
}

interface Known {
  email: string;
  /** Milliseconds. */
  checkedAt: number;
  /** What the activities called them since: names and accounts. */
  called: Set<string | undefined>;
}

/** Small: a council's staff fits, and a stranger costs one read. */
const MOST_REMEMBERED = 5_000;
/** Leaves a turn time to answer without the address. */
const LOOK_UP_WITHIN_MS = 900;
/** How long another process may not yet know somebody's name. */
const NAMES_KEPT_MS = 60_000;
const DAY_MS = 24 * 3_600_000;
/** A person's name and account change seldom; more than these since yesterday are not told apart. */
const MOST_CALLED = 10;

/** Remembers addresses in memory and in the `people` collection, so the roster is asked once a person and day. `now` in milliseconds. */
export const openDirectory = (storage: Storage, now: () => number = Date.now): Directory => {
  const people = storage.collection<PersonDocument>("people");
  const remembered = new Map<string, Known>();
  const isRecent = (known: Known | undefined): known is Known => known !== undefined && Math.abs(now() - known.checkedAt) < DAY_MS;

  const remember = (id: string, known: Known): Known => {
    if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value ?? "");
    remembered.set(id, known);
    return known;
  };

  /** As some process of ours has looked it up. */
  const recall = async (id: string): Promise<Known | undefined> => {
    const known = remembered.get(id);
    if (isRecent(known)) return known;
    remembered.delete(id);
    const kept = await quietly(() => people.get(id));
    const found = kept && { email: kept.email, checkedAt: Date.parse(kept.checkedAt ?? "") || 0, called: new Set([kept.name, kept.account]) };
    return isRecent(found) ? remember(id, found) : undefined;
  };

  /** Everybody with a name, read once a minute at most: a council's staff fits. */
  let named: { until: number; names: Promise<Map<string, string>> } | undefined;
  const everybody = (): Promise<Map<string, string>> => {
    if (!named || named.until <= now()) named = { until: now() + NAMES_KEPT_MS, names: readNames(people) };
    return named.names;
  };

  const keep = async ({ id, name, account }: Called, email: string, before?: Known): Promise<void> => {
    const found = { email, checkedAt: new Date(now()).toISOString(), ...(name && { name }), ...(account && { account }) };
    remember(id, { email, checkedAt: now(), called: new Set([...(before?.called ?? []), name, account]) });
    await quietly(async () => (await people.updateWhere({ _id: id }, { $set: found })) ?? (await people.insert({ _id: id, ...found })));
    named = undefined;
  };

  const forget = async (id: string): Promise<void> => {
    remembered.delete(id);
    await quietly(() => people.remove({ _id: id }));
    named = undefined;
  };

  return {
    async whoIs(person, lookUp) {
      const { id, name, account } = person;
      const known = await recall(id);
      const called = [name, account].filter((one) => one !== undefined);
      const isNew = known !== undefined && known.called.size < MOST_CALLED && called.some((one) => !known.called.has(one));
      if (known && !isNew) return { id, name, email: known.email };
      const entry = await quietly(lookUp);
      if (entry?.outsider) {
        // Not remembered: a guest may become a member of staff, and was one perhaps.
        await forget(id);
        return { id, name, outsider: true };
      }
      const email = entry?.email?.trim().toLowerCase();
      if (email) await keep(person, email, known);
      else for (const one of called) known?.called.add(one);
      return { id, name, email: email || known?.email };
    },
    async names(emails) {
      const known = emails.length ? await everybody() : new Map<string, string>();
      return new Map(
        emails.flatMap((email): [string, string][] => {
          const name = known.get(email);
          return name ? [[email, name]] : [];
        }),
      );
    },
    everyone: everybody,
    forget,
    addressOf: async (id) => remembered.get(id)?.email ?? (await quietly(() => people.get(id)))?.email,
  };
};

async function readNames(people: Collection<PersonDocument>): Promise<Map<string, string>> {
  const named = ((await quietly(() => people.find({}))) ?? []).flatMap(({ email, name }) => (name?.trim() ? [{ email, name: name.trim() }] : []));
  const byName = new Map<string, Set<string>>();
  for (const { email, name } of named) byName.set(name.toLowerCase(), (byName.get(name.toLowerCase()) ?? new Set()).add(email));
  return new Map(named.filter(({ name }) => byName.get(name.toLowerCase())?.size === 1).map(({ email, name }) => [email, name]));
}

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
