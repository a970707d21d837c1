/** One person taken out of everything that is kept: words in their place, and what is theirs alone removed. */
import { createHash, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Change, changeOf, whoseReminders } from "../audit/index.js";
import { UserFacingError } from "../shared/errors.js";
import type { Document, Storage } from "../storage/port.js";
import { type KnownAs, mentions, replaced } from "./mentions.js";
import { type Any, isOwn } from "./personal-data.js";
import { rewrite } from "./rewrite.js";
import { eraseFromTexts, isInPieces } from "./text-pieces.js";

export interface Erasing {
  /** Between two looks at everything, where instances may be at work: longer than a turn that began before the first ended. */
  turnsEndMs?: number;
  known: KnownAs;
  /** "former member of staff"; a number is put behind it where somebody else is called so already. */
  as: string;
  at: Date;
}

/** Documents that were changed and that were removed. */
interface Done {
  changed: number;
  removed: number;
}

export interface Erased extends Done {
  as: string;
}

/** How far an erasure got, by a digest of the address, until it is done: the same command again ends it under the same name. */
interface Begun extends Document, Pick<KnownAs, "ids" | "names"> {
  as: string;
}

const through = "waymark people erase";

/**
 * Puts words for the person everywhere, and takes away what is theirs alone. May be cut short and run again. Instances on a
 * database that several share may be at work: what they change meanwhile stays, and what they remember they read anew.
 */
export async function erasePerson(storage: Storage, { known: now, as, at, turnsEndMs = 0 }: Erasing): Promise<Erased> {
  const begun = storage.collection<Begun>("erasures");
  const _id = createHash("sha256").update(now.addresses.join("\n")).digest("hex");
  const before = await begun.get(_id);
  const name = before?.as ?? (await freeName(storage, as));
  const known = { ...now, ids: [...new Set([...now.ids, ...(before?.ids ?? [])])], names: [...new Set([...now.names, ...(before?.names ?? [])])] };
  await begun.insert({ _id, as: name, ids: [...known.ids], names: [...known.names] });
  const own = await ownPlaces(storage, known);
  const done = await eraseEverywhere(storage, known, name, own);
  await noteRewritten(storage);
  if (storage.kind === "mongodb") {
    await pause(turnsEndMs);
    const late = await eraseEverywhere(storage, known, name, own);
    if (late.changed) await noteRewritten(storage);
    done.changed += late.changed;
    done.removed += late.removed;
  }
  await storage.collection<Change>("changes").insert(entryOf(name, at, await firstPlan(storage)));
  await begun.remove({ _id });
  return { as: name, ...done };
}

async function eraseEverywhere(storage: Storage, known: KnownAs, as: string, own: readonly string[]): Promise<Done> {
  const done = { changed: 0, removed: 0 };
  for (const collection of (await storage.collections()).filter((one) => one !== "erasures")) {
    const { changed, removed } = isInPieces(collection)
      ? await eraseFromTexts(storage, collection, known, as)
      : await eraseFrom(storage, collection, known, as, own);
    done.changed += changed;
    done.removed += removed;
  }
  return done;
}

/** Instances remember the plans in force until their pointers say otherwise. */
async function noteRewritten(storage: Storage): Promise<void> {
  const pointers = storage.collection<Any & { plans?: object }>("plans");
  for (const { _id, plans = {} } of await pointers.find({}))
    for (const plan of Object.keys(plans))
      await pointers.updateWhere({ _id, [`plans.${plan}`]: { $exists: true } }, { $set: { [`plans.${plan}.rewritten`]: randomUUID() } });
}

/** Ids of the conversations that the person has with the bot alone. */
async function ownPlaces(storage: Storage, { addresses }: KnownAs): Promise<string[]> {
  const places = await storage.collection<Any>("whereabouts").find({ email: { $in: addresses } });
  return places.flatMap(({ where }) => (where as { conversation?: string } | undefined)?.conversation ?? []);
}

async function firstPlan(storage: Storage): Promise<string> {
  const pointers = await storage.collection<Any & { first?: string }>("plans").find({}, { limit: 1 });
  return pointers[0]?.first ?? "plan";
}

async function freeName(storage: Storage, as: string): Promise<string> {
  const entries = await storage.collection<Change>("changes").find({ items: "people" });
  const taken = new Set(entries.flatMap(({ parts }) => parts.map(({ to }) => to)));
  for (let count = 1; ; count++) {
    const name = count === 1 ? as : `${as} ${count}`;
    if (!taken.has(name)) return name;
  }
}

const entryOf = (as: string, at: Date, plan: string): Change =>
  changeOf({
    id: randomUUID(),
    plan,
    parts: [{ item: "people", what: "personal data erased of", to: as }],
    author: { email: "the command line", id: "" },
    at,
    through,
  });

async function eraseFrom(storage: Storage, name: string, known: KnownAs, as: string, own: readonly string[]): Promise<Done> {
  const collection = storage.collection<Any>(name);
  const touched: Any[] = [];
  for await (const document of collection.all()) if (mentions(document, known) || isOwn(name, document, known, own)) touched.push(document);
  const done = { changed: 0, removed: 0 };
  for (const document of touched) {
    if (isOwn(name, document, known, own)) done.removed += await collection.remove({ _id: document._id });
    else {
      await rewrite(collection, document, (now) => replaced(now, { known, as, emptyRoles: name === "amendments" }) as Any);
      done.changed++;
    }
  }
  return done;
}

/** Throws a UserFacingError when the words could be taken for somebody. */
export function checkedWords(words: string): string {
  const as = words.trim();
  if (!as || as.length > 60 || as.includes("@") || whoseReminders(as) !== undefined || !/^[\p{L}\p{N} ().'-]+$/u.test(as))
    throw new UserFacingError(`"${words}" cannot stand in a person's place: say it in words, such as "former member of staff". Nothing was changed.`);
  return as;
}
