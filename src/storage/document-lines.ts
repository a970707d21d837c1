/** The file of a collection: JSON lines, each a document or `{"$$deleted":true,"_id":"…"}`. The last line of an id holds. */
import { isUtf8 } from "node:buffer";
import { stat } from "node:fs/promises";
import { type Line, lineBreak, linesOf, wholeLinesIn } from "./file-lines.js";
import type { Document } from "./port.js";

/** A change of one document; without `before` it was new, without `after` it is removed. */
export interface Change {
  id: string;
  before?: Document;
  after?: Document;
}

export interface LoadedFile {
  /** False when there is no such file. */
  exists: boolean;
  documents: Map<string, Document>;
  lines: number;
  /** Bytes up to the end of the last whole line; what follows was never acknowledged. */
  length: number;
  size: number;
  /** Bytes of the last whole line. */
  lastLine: number;
  /** The last line is whole but for its line break. */
  open: boolean;
  /** Written by a Waymark that left the file to NeDB, which writes its indexes into it. */
  byNedb: boolean;
  damage?: Damage;
  /** Sound, but shorter than it was known to be. */
  cut?: Damage;
}

/** Bytes that a file had at least, and how many of them were its last line. */
export interface KnownLength {
  length: number;
  lastLine: number;
}

export interface Damage {
  path: string;
  /** From 1; none when the file is missing. */
  line?: number;
  what: string;
}

/** A document as its line in a file, or the line that says it was removed. */
export const lineOf = ({ id, after }: Change): string => `${onOneLine(JSON.stringify(after ?? { $$deleted: true, _id: id }))}\n`;

/** Other programs, NeDB among them, end a line at these too. JSON.parse undoes it. */
const onOneLine = (line: string) => line.replace(/[\u0085\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/**
 * Reads a file of which so many bytes are known to have been written at least. Only what a crash can leave behind is no damage: a
 * last line of which the end is missing. The documents are those of all lines that can be read.
 */
export async function readFileOf(path: string, known: KnownLength): Promise<LoadedFile> {
  const size = await sizeOf(path);
  const loaded: LoadedFile = {
    exists: size !== undefined,
    documents: new Map(),
    lines: 0,
    length: 0,
    size: size ?? 0,
    lastLine: 0,
    open: false,
    byNedb: false,
  };
  if (size === undefined) {
    if (known.length) loaded.damage = { path, what: "is missing" };
    return loaded;
  }
  const share = sharingTexts();
  for await (const bytes of wholeLinesIn(path)) {
    const values = allParsed(bytes);
    if (values) takeAll(loaded, bytes, values, share);
    else for (const line of linesOf(bytes)) take(loaded, line, path, share);
  }
  const missing = known.length - loaded.length;
  const isTorn = loaded.size > loaded.length && missing <= known.lastLine;
  if (missing > 0 && !isTorn)
    loaded.cut = { path, line: loaded.lines + 1, what: `ends too early: ${missing} bytes that were there are missing or cannot be read` };
  return loaded;
}

/** In bytes; nothing where there is no such file. */
export async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

type Share = (document: Record<string, unknown>) => void;

function take(loaded: LoadedFile, { bytes, ended }: Line, path: string, share: Share): void {
  const value = parsed(bytes);
  if (!value && !ended && mayBeTorn(bytes)) return;
  loaded.lines += 1;
  loaded.length += bytes.length + Number(ended);
  loaded.lastLine = bytes.length + Number(ended);
  loaded.open = !ended;
  if (value) keep(loaded, value, share);
  else loaded.damage ??= { path, line: loaded.lines, what: "cannot be read" };
}

function keep(loaded: LoadedFile, value: Record<string, unknown>, share: Share): void {
  if (isNedbs(value)) loaded.byNedb = true;
  else if (value.$$deleted) loaded.documents.delete(value._id as string);
  else if (value._id) {
    share(value);
    loaded.documents.set(value._id as string, value as unknown as Document);
  }
}

/** Whole lines that are all sound. */
function takeAll(loaded: LoadedFile, bytes: Buffer, values: Record<string, unknown>[], share: Share): void {
  loaded.lines += values.length;
  loaded.length += bytes.length;
  loaded.lastLine = bytes.length - bytes.lastIndexOf(lineBreak, -2) - 1;
  loaded.open = false;
  for (const value of values) keep(loaded, value, share);
}

/** What stands in whole lines, read in one go, which takes a fraction of the time; nothing as soon as anything in them is out of the ordinary. */
function allParsed(bytes: Buffer): Record<string, unknown>[] | undefined {
  if (bytes.at(-1) !== lineBreak || !isUtf8(bytes)) return undefined;
  const lines = bytes.toString("utf8", 0, bytes.length - 1).split("\n");
  if (!lines.every((line) => line.startsWith("{") && line.endsWith("}"))) return undefined;
  try {
    const values: unknown[] = JSON.parse(`[${lines.join(",")}]`);
    return values.length === lines.length && values.every(isRecord) ? values : undefined;
  } catch {
    return undefined;
  }
}

const longestShared = 64;
const mostShared = 20_000;

/** Documents of a file that say the same in a field have one text in memory between them: plan, measure, period, person. */
function sharingTexts(): (document: Record<string, unknown>) => void {
  const texts = new Map<string, string>();
  return (document) => {
    for (const field in document) {
      const text = document[field];
      if (typeof text !== "string" || text.length > longestShared || field === "_id") continue;
      const known = texts.get(text);
      if (known !== undefined) document[field] = known;
      else if (texts.size < mostShared) texts.set(text, text);
    }
  };
}

/** Nothing when it is no document; an empty object for an empty line. */
function parsed(bytes: Buffer): Record<string, unknown> | undefined {
  if (!bytes.length) return {};
  if (!isUtf8(bytes)) return undefined;
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A document, a line that says one was removed, or one of NeDB's own. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const record = value as Record<string, unknown>;
  return isNedbs(record) || (typeof record._id === "string" && record._id !== "");
}

const isNedbs = (value: Record<string, unknown>): boolean => "$$indexCreated" in value || "$$indexRemoved" in value;

/** The beginning of a document, and behind it perhaps zeros, where a file had grown before its bytes came. */
function mayBeTorn(bytes: Buffer): boolean {
  const zeros = bytes.indexOf(0);
  const written = zeros < 0 ? bytes : bytes.subarray(0, zeros);
  if (zeros >= 0 && bytes.subarray(zeros).some((byte) => byte !== 0)) return false;
  return '{"'.startsWith(written.toString("latin1", 0, 2)) && !written.some((byte) => byte < 0x20 || byte === 0xff);
}
