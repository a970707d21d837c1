/** The data as a file of JSON lines: what is in it first, a line a document, and last how many there were, so that a part is never taken for the whole. */
import { open } from "node:fs/promises";
import { z } from "zod/v4";
import { UserFacingError } from "../shared/errors.js";
import type { Document } from "../storage/port.js";

const Head = z.strictObject({ waymark: z.literal("data"), schema: z.number().int().min(1), at: z.iso.datetime() });
const Row = z.strictObject({ in: z.string().regex(/^[A-Za-z][\w-]*$/), document: z.looseObject({ _id: z.string().min(1) }) });
const End = z.strictObject({ end: z.record(z.string(), z.number().int().min(0)) });

export type Head = z.infer<typeof Head>;
/** How many documents, by collection. */
export type Counts = Record<string, number>;
export interface Row {
  in: string;
  document: Document;
}

/** Characters that some programs take for the end of a line are written so that they cannot be. */
export const lineOf = (value: Head | Row | { end: Counts }): string =>
  `${JSON.stringify(value).replace(/[\u0085\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;

export interface Dump {
  head: Head;
  /** From the beginning at each call. Throws a UserFacingError, with the number of the line, at the first that is not as it must be, or when the end is missing. */
  rows(): AsyncIterable<Row>;
}

/** Throws a UserFacingError when there is no such file, or it is no file of the data. */
export async function openDump(path: string): Promise<Dump> {
  for await (const { text } of linesIn(path)) {
    const head = Head.safeParse(json(text));
    if (head.success) return { head: head.data, rows: () => rowsIn(path) };
    break;
  }
  throw new UserFacingError(`${path} is not what "waymark data export" prints: its first line does not say so. Nothing was changed.`);
}

async function* rowsIn(path: string): AsyncIterable<Row> {
  const counts: Counts = {};
  let ended = false;
  for await (const { text, number } of linesIn(path)) {
    if (number === 1) continue;
    const value = json(text);
    const row = Row.safeParse(value);
    const end = row.success ? undefined : End.safeParse(value);
    if (ended || (!row.success && !end?.success)) throw wrong(path, number, "cannot be read");
    if (row.success) {
      counts[row.data.in] = (counts[row.data.in] ?? 0) + 1;
      yield row.data;
    } else if (!same(counts, end?.data?.end ?? {})) throw wrong(path, number, "counts other documents than there are above it");
    else ended = true;
  }
  if (!ended) throw new UserFacingError(`${path} is not whole: its last line is missing. Nothing was changed.`);
}

/** What is wrong with a line of a file to import; the first line is 1. */
export const wrong = (path: string, number: number, what: string): UserFacingError =>
  new UserFacingError(`Line ${number} of ${path} ${what}. Nothing was changed.`);

const same = (some: Counts, others: Counts): boolean =>
  [...Object.keys(some), ...Object.keys(others)].every((name) => (some[name] ?? 0) === (others[name] ?? 0));

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Lines of a file, from 1, without holding more than one of them and a piece; bytes that are no UTF-8 are an error and not quietly replaced. */
async function* linesIn(path: string): AsyncIterable<{ text: string; number: number }> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decoded = (bytes: Buffer | undefined, number: number) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw wrong(path, number, "is not UTF-8");
    }
  };
  let number = 0;
  let rest = "";
  for await (const bytes of await piecesOf(path)) {
    const lines = (rest + decoded(bytes, number + 1)).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) yield { text, number: ++number };
  }
  rest += decoded(undefined, number + 1);
  if (rest) yield { text: rest, number: number + 1 };
}

async function piecesOf(path: string): Promise<AsyncIterable<Buffer>> {
  try {
    const handle = await open(path);
    if ((await handle.stat()).isFile()) return handle.createReadStream();
    await handle.close();
  } catch {
    // Said below.
  }
  throw new UserFacingError(`${path} cannot be read. Is there such a file?`);
}
