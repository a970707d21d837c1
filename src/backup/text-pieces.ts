/** Collections whose documents are pieces of one JSON text: a person's address may be cut in two between them. */
import type { Document, Storage } from "../storage/port.js";
import { type KnownAs, mentions, replaced } from "./mentions.js";

interface Piece extends Document {
  place: number;
  text?: string;
  content?: string;
  file?: string;
}

/** The field that pieces of one text share. */
const together: Record<string, "content" | "file"> = { frozenPlanParts: "content", planFiles: "file" };

/** Whether a collection's documents are pieces of one text, in which a name may be cut in two. */
export const isInPieces = (collection: string): boolean => collection in together;

async function piecesOf(storage: Storage, name: string): Promise<Map<string, Piece[]>> {
  const by = together[name] ?? "content";
  const texts = new Map<string, Piece[]>();
  for await (const piece of storage.collection<Piece>(name).all())
    if (piece.text !== undefined) texts.set(piece[by] ?? "", [...(texts.get(piece[by] ?? "") ?? []), piece]);
  for (const pieces of texts.values()) pieces.sort((a, b) => a.place - b.place);
  return texts;
}

const jsonOf = (pieces: readonly Piece[]): unknown => JSON.parse(pieces.map(({ text }) => text).join(""));

/** Every text, read, by what its pieces share. */
export async function textsOf(storage: Storage, name: string): Promise<[string, unknown][]> {
  return [...(await piecesOf(storage, name))].map(([id, pieces]) => [id, jsonOf(pieces)]);
}

/** A frozen version keeps as many pieces as it had; a file that waits for a press goes. */
export async function eraseFromTexts(storage: Storage, name: string, known: KnownAs, as: string): Promise<{ changed: number; removed: number }> {
  const collection = storage.collection<Piece>(name);
  const done = { changed: 0, removed: 0 };
  for (const [id, pieces] of await piecesOf(storage, name)) {
    const content = jsonOf(pieces);
    if (!mentions(content, known)) continue;
    if (together[name] === "file") done.removed += await collection.remove({ file: id });
    else {
      const text = JSON.stringify(replaced(content, { known, as }));
      const size = Math.ceil(text.length / pieces.length);
      for (const [place, { _id }] of pieces.entries()) await collection.updateWhere({ _id }, { $set: { text: text.slice(place * size, (place + 1) * size) } });
      done.changed++;
    }
  }
  return done;
}
