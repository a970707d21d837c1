/** What a file said, kept for as long as its card may be pressed, so that pressing needs no file. */
import { randomUUID } from "node:crypto";
import { z } from "zod/v4";
import type { Source } from "../../plan/import/index.js";
import type { Document, Storage } from "../../storage/port.js";

const keptMs = 24 * 3_600_000;
/** Far below what one document of a database holds. */
const piece = 500_000;

interface Piece extends Document {
  file: string;
  place: number;
  of: number;
  /** Instant (ISO 8601) from which it may go. */
  until: string;
  text: string;
}

const KeptSource = z.object({
  name: z.string(),
  format: z.enum(["text", "docx", "xlsx"]),
  text: z.string(),
  places: z.array(z.string()),
  look: z.array(z.object({ id: z.string(), why: z.string() })),
});

export interface KeptFiles {
  /** Gives the id to ask for it again; takes away what nobody pressed for a day. */
  keep(source: Source, at: Date): Promise<string>;
  /** Nothing when its time is over or it was dropped. */
  of(file: string, at: Date): Promise<Source | undefined>;
  drop(file: string): Promise<void>;
}

export function openKeptFiles(storage: Storage): KeptFiles {
  const pieces = storage.collection<Piece>("planFiles");
  let indexed: Promise<unknown> | undefined;
  const ready = () => (indexed ??= Promise.all([pieces.ensureIndex(["file"]), pieces.ensureIndex(["until"])]));
  return {
    async keep(source, at) {
      await ready();
      await pieces.remove({ until: { $lte: at.toISOString() } });
      const [file, text] = [randomUUID(), JSON.stringify(source)];
      const of = Math.ceil(text.length / piece);
      const until = new Date(at.getTime() + keptMs).toISOString();
      const all = Array.from({ length: of }, (_, place) => ({
        _id: `${file}/${place}`,
        file,
        place,
        of,
        until,
        text: text.slice(place * piece, (place + 1) * piece),
      }));
      for (const one of all) await pieces.insert(one);
      return file;
    },
    async of(file, at) {
      await ready();
      const found = await pieces.find({ file }, { sort: { place: 1 } });
      const [first] = found;
      if (!first || found.length !== first.of || first.until <= at.toISOString()) return undefined;
      return KeptSource.parse(JSON.parse(found.map(({ text }) => text).join("")));
    },
    drop: async (file) => void (await pieces.remove({ file })),
  };
}
