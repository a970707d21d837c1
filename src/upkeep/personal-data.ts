/** Everything that is kept of one person: taken out for them, or pseudonymised everywhere. Of no feature in particular, so that nothing is left out. */
import { createHash, randomUUID } from "node:crypto";
import { type Change, changeOf, whoseReminders } from "../record/index.js";
import { UserFacingError } from "../shared/errors.js";
import type { Collection, Document, Storage } from "../storage/port.js";
import { type KnownAs, mentions, replaced } from "./mentions.js";
import { eraseFromTexts, isInPieces, textsOf } from "./text-pieces.js";

/** What is about one person alone and no record: it goes whole. */
const ownCollections = ["people", "whereabouts", "conversations", "reminderSettings", "greeted", "planChoices", "outbox", "conversationPace"] as const;
/** Longer documents hold other people's data too: of those only what names the person is given. */
const longestWhole = 4_000;

type Any = Document & Record<string, unknown>;
const isName = (name: unknown): name is string => typeof name === "string" && /\S\s+\S/.test(name);

/** By what a person is known, from their address. */
export async function knownAs(storage: Storage, address: string): Promise<KnownAs> {
  const email = address.trim().toLowerCase();
  const met = [...(await storage.collection<Any>("people").find({ email })), ...(await storage.collection<Any>("whereabouts").find({ email }))];
  const changes = await storage.collection<Change>("changes").find({ by: email });
  const ids = [...met.map(({ _id }) => _id), ...changes.flatMap(({ byId }) => byId || [])];
  return { addresses: [email], ids: [...new Set(ids)], names: [...new Set(met.map(({ name }) => name).filter(isName))] };
}

/** What is kept of a person, by collection; of long documents the parts that name them, with where they stand. */
export async function personalDataOf(storage: Storage, known: KnownAs): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const name of await storage.collections()) {
    const all: unknown[] = [];
    for await (const document of documentsOf(storage, name))
      if (mentions(document, known) || isOwn(name, document, known)) all.push(...partsNaming(document, known).map((part) => withoutOthersIds(part, known)));
    if (all.length) found[name] = all;
  }
  return found;
}

/** Pieces of one text are one document here. */
async function* documentsOf(storage: Storage, name: string): AsyncIterable<Any> {
  if (!isInPieces(name)) return yield* storage.collection<Any>(name).all();
  for (const [_id, value] of await textsOf(storage, name)) yield { _id, value };
}

/** Who else changed something is said by address; the channel's id of theirs is no part of it. */
function withoutOthersIds(value: unknown, known: KnownAs): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutOthersIds(one, known));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(([name, inner]) => name !== "byId" || known.ids.includes(String(inner)));
  return Object.fromEntries(fields.map(([name, inner]) => [name, withoutOthersIds(inner, known)]));
}

/** The whole of a short document; of a long one the smallest objects that name the person themselves. */
function partsNaming(document: Any, known: KnownAs): unknown[] {
  if (JSON.stringify(document).length <= longestWhole) return [document];
  const parts: unknown[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null || !mentions(value, known)) return;
    const scalars = Object.entries(value).filter(
      ([, inner]) => typeof inner !== "object" || (Array.isArray(inner) && inner.every((one) => typeof one === "string")),
    );
    if (scalars.some(([, inner]) => mentions(inner, known))) parts.push({ in: document._id, at: path, ...Object.fromEntries(scalars) });
    for (const [name, inner] of Object.entries(value)) walk(inner, path ? `${path}.${name}` : name);
  };
  walk(document, "");
  return parts;
}

/** Whether a document is the person's own: of their settings, their whereabouts, their own conversation. */
function isOwn(name: string, document: Any, { addresses, ids }: KnownAs, own: readonly string[] = []): boolean {
  if (!(ownCollections as readonly string[]).includes(name)) return false;
  const { _id, who, email, to } = document;
  return (
    ids.includes(_id) ||
    ids.includes(String(to)) ||
    own.includes(_id) ||
    ids.some((id) => _id.endsWith(`/${id}`)) ||
    [who, email].some((one) => typeof one === "string" && addresses.includes(one))
  );
}

export interface Erasing {
  known: KnownAs;
  /** "former member of staff"; a number is put behind it where somebody else is called so already. */
  as: string;
  at: Date;
}

export interface Erased {
  as: string;
  /** Documents that were changed and that were removed. */
  changed: number;
  removed: number;
}

/** How far an erasure got, by a digest of the address, until it is done: the same command again ends it under the same name. */
interface Begun extends Document, Pick<KnownAs, "ids" | "names"> {
  as: string;
}

const through = "waymark people erase";

/** Puts words for the person everywhere, and takes away what is theirs alone. May be cut short and run again. Nothing else may write meanwhile. */
export async function erasePerson(storage: Storage, { known: now, as, at }: Erasing): Promise<Erased> {
  const begun = storage.collection<Begun>("erasures");
  const _id = createHash("sha256").update(now.addresses.join("\n")).digest("hex");
  const before = await begun.get(_id);
  const name = before?.as ?? (await freeName(storage, as));
  const known = { ...now, ids: [...new Set([...now.ids, ...(before?.ids ?? [])])], names: [...new Set([...now.names, ...(before?.names ?? [])])] };
  await begun.insert({ _id, as: name, ids: [...known.ids], names: [...known.names] });
  const done = { as: name, changed: 0, removed: 0 };
  const own = await ownPlaces(storage, known);
  for (const collection of (await storage.collections()).filter((one) => one !== "erasures")) {
    const { changed, removed } = isInPieces(collection)
      ? await eraseFromTexts(storage, collection, known, name)
      : await eraseFrom(storage, collection, known, name, own);
    done.changed += changed;
    done.removed += removed;
  }
  await storage.collection<Change>("changes").insert(entryOf(name, at, await firstPlan(storage)));
  await begun.remove({ _id });
  return done;
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

async function eraseFrom(storage: Storage, name: string, known: KnownAs, as: string, own: readonly string[]): Promise<{ changed: number; removed: number }> {
  const collection = storage.collection<Any>(name);
  const touched: Any[] = [];
  for await (const document of collection.all()) if (mentions(document, known) || isOwn(name, document, known, own)) touched.push(document);
  const done = { changed: 0, removed: 0 };
  for (const document of touched) {
    if (isOwn(name, document, known, own)) done.removed += await collection.remove({ _id: document._id });
    else {
      await write(collection, document, replaced(document, { known, as, emptyRoles: name === "amendments" }) as Any);
      done.changed++;
    }
  }
  return done;
}

/** Under its new id first: a crash leaves both, and the next run ends it. */
async function write(collection: Collection<Any>, before: Any, after: Any): Promise<void> {
  const { _id, ...fields } = after;
  if (_id !== before._id) {
    await collection.insert(after);
    await collection.remove({ _id: before._id });
    return;
  }
  const gone = Object.keys(before).filter((field) => !(field in after));
  await collection.updateWhere({ _id }, { $set: fields, ...(gone.length && { $unset: Object.fromEntries(gone.map((field) => [field, true as const])) }) });
}

/** Throws a UserFacingError when the words could be taken for somebody. */
export function checkedWords(words: string): string {
  const as = words.trim();
  if (!as || as.length > 60 || as.includes("@") || whoseReminders(as) !== undefined || !/^[\p{L}\p{N} ().'-]+$/u.test(as))
    throw new UserFacingError(`"${words}" cannot stand in a person's place: say it in words, such as "former member of staff". Nothing was changed.`);
  return as;
}
