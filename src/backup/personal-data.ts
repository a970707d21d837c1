/** Everything that is kept of one person, to be taken out for them. Of no feature in particular, so that nothing is left out. */
import type { Change } from "../audit/index.js";
import type { Document, Storage } from "../storage/port.js";
import { type KnownAs, mentions } from "./mentions.js";
import { isInPieces, textsOf } from "./text-pieces.js";

/** What is about one person alone and no record: it goes whole. */
const ownCollections = ["people", "whereabouts", "conversations", "reminderSettings", "greeted", "planChoices", "outbox", "conversationPace"] as const;
/** Longer documents hold other people's data too: of those only what names the person is given. */
const longestWhole = 4_000;

export type Any = Document & Record<string, unknown>;
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
export function isOwn(name: string, document: Any, { addresses, ids }: KnownAs, own: readonly string[] = []): boolean {
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
