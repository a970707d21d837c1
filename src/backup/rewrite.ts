/** A document written anew while others may change it: what they change meanwhile stays. */
import { isDeepStrictEqual } from "node:util";
import type { Collection, Document, Filter } from "../storage/port.js";

type Any = Document & Record<string, unknown>;

/** Nobody changes one document so often meanwhile. */
const attempts = 20;

/** `make` gives the document as it should be, from how it is; it is asked again when somebody else was quicker. */
export async function rewrite(collection: Collection<Any>, document: Any, make: (now: Any) => Any): Promise<void> {
  let now: Any | undefined = document;
  for (let attempt = 0; now && attempt < attempts; attempt++) {
    const next = make(now);
    if (isDeepStrictEqual(next, now) || (await (next._id === now._id ? inPlace(collection, now, next) : moved(collection, now, next)))) return;
    now = await collection.get(now._id);
  }
  if (now) throw new Error("a document changes again and again");
}

/** Matches the document as it was read: by its plain fields, one of which changes with every change, and by there being no revision yet. */
function asRead(document: Any): Filter {
  const scalars = Object.entries(document).filter((entry): entry is [string, string | number | boolean] =>
    ["string", "number", "boolean"].includes(typeof entry[1]),
  );
  return { ...(document.revision === undefined && { revision: { $exists: false } }), ...Object.fromEntries(scalars) };
}

async function inPlace(collection: Collection<Any>, before: Any, after: Any): Promise<boolean> {
  const changed = Object.entries(after).filter(([field, value]) => !isDeepStrictEqual(value, before[field]));
  const gone = Object.keys(before).filter((field) => !(field in after));
  const update = {
    ...(changed.length && { $set: Object.fromEntries(changed) }),
    ...(gone.length && { $unset: Object.fromEntries(gone.map((field) => [field, true as const])) }),
  };
  return Boolean(await collection.updateWhere(asRead(before), update));
}

/** Under its new id first: a crash leaves both, and the next run ends it. */
async function moved(collection: Collection<Any>, before: Any, after: Any): Promise<boolean> {
  if (!(await collection.insert(after))) {
    await collection.remove({ _id: after._id });
    await collection.insert(after);
  }
  if (await collection.remove(asRead(before))) return true;
  await collection.remove({ _id: after._id });
  return false;
}
