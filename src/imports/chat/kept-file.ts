/**
 * What a file said and what was chosen about it so far, kept for as long as its card may be pressed: so pressing needs no
 * file, and no page of the card loses what was chosen on another.
 */
import { randomUUID } from "node:crypto";
import type { SourceText } from "../../plan-import/index.js";
import type { Document, Storage } from "../../storage/port.js";

const keptMs = 24 * 3_600_000;
/** Far below what one document of a database holds. */
const piece = 500_000;

interface Kept extends Document {
  file: string;
  /** Instant (ISO 8601) from which it may go. */
  until: string;
}

interface Piece extends Kept {
  place: number;
  of: number;
  text: string;
}

/** One for each file. */
interface Choices extends Kept {
  /** By the names of inputs, letters and digits; what is here was looked at. */
  chosen: Record<string, string>;
}

export interface KeptFiles {
  /** Gives the id to ask for it again; takes away what nobody pressed for a day. */
  keep(source: SourceText, at: Date): Promise<string>;
  /** Nothing when its time is over or it was dropped. */
  of(file: string, at: Date): Promise<{ source: SourceText; chosen: Map<string, string> } | undefined>;
  /** Keeps what was chosen beside what was chosen before. */
  choose(file: string, chosen: Map<string, string>): Promise<void>;
  drop(file: string): Promise<void>;
}

/** Files that managers sent, kept for a day with what was chosen about them. */
export function openKeptFiles(storage: Storage): KeptFiles {
  const kept = storage.collection<Piece | Choices>("planFiles");
  const choicesId = (file: string) => `${file}/chosen`;
  let indexed: Promise<unknown> | undefined;
  const ready = () => (indexed ??= Promise.all([kept.ensureIndex(["file"]), kept.ensureIndex(["until"])]));
  return {
    async keep(source, at) {
      await ready();
      await kept.remove({ until: { $lte: at.toISOString() } });
      const file = randomUUID();
      const of = Math.ceil(source.length / piece);
      const until = new Date(at.getTime() + keptMs).toISOString();
      const all = Array.from({ length: of }, (_, place) => ({
        _id: `${file}/${place}`,
        file,
        place,
        of,
        until,
        text: source.slice(place * piece, (place + 1) * piece),
      }));
      for (const one of all) await kept.insert(one);
      await kept.insert({ _id: choicesId(file), file, until, chosen: {} });
      return file;
    },
    async of(file, at) {
      await ready();
      const all = await kept.find({ file }, { sort: { place: 1 } });
      const pieces = all.filter((one): one is Piece => "text" in one);
      const choices = all.find((one): one is Choices => "chosen" in one);
      const [first] = pieces;
      if (!first || !choices || pieces.length !== first.of || first.until <= at.toISOString()) return undefined;
      return { source: pieces.map(({ text }) => text).join(""), chosen: new Map(Object.entries(choices.chosen)) };
    },
    async choose(file, chosen) {
      const fields = [...chosen].map(([name, value]): [string, string] => [`chosen.${name}`, value]);
      if (fields.length) await kept.updateWhere({ _id: choicesId(file) }, { $set: Object.fromEntries(fields) });
    },
    drop: async (file) => void (await kept.remove({ file })),
  };
}
