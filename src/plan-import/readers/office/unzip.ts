/** The parts of an office file, inflated under limits that are watched while it happens: what a file says of its own size is not believed. */
import { fromBufferPromise } from "yauzl";
import { UserFacingError } from "../../../shared/errors.js";
import { hasMacros, officeKind, otherZip } from "./known-files.js";
import { damaged, refuse } from "./refusal.js";

/** A plan's file has some dozens of entries, and its words are a few MB. */
export interface ZipLimits {
  entries: number;
  bytes: number;
  /** Of what comes out to what was in the file; looked at from 1 MB on. */
  ratio: number;
}

export const zipLimits: ZipLimits = { entries: 2_000, bytes: 64 * 1024 * 1024, ratio: 200 };
const ratioFrom = 1024 * 1024;

export interface OfficeParts {
  kind: "docx" | "xlsx";
  /** XML by name: "word/document.xml". */
  parts: Map<string, string>;
}

const types = "[Content_Types].xml";
/** All that is looked at; pictures, fonts and the like stay packed. */
const wanted =
  /^(?:\[Content_Types\]\.xml|word\/(?:document\d*|numbering\d*|styles\d*)\.xml|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

const tooLarge = (name: string) => refuse(name, "unpacked it is far larger than any plan, as if it were made to fill a machine.");

type Zip = Awaited<ReturnType<typeof fromBufferPromise>>;
type Entry = Parameters<Zip["openReadStreamPromise"]>[0];

async function inflated(name: string, zip: Zip, entry: Entry, limits: ZipLimits, before: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    size += chunk.length;
    const isDense = size > ratioFrom && size > entry.compressedSize * limits.ratio;
    if (before + size > limits.bytes || isDense) throw tooLarge(name);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function read(name: string, bytes: Uint8Array, limits: ZipLimits): Promise<{ parts: Map<string, string>; names: Set<string> }> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { strictFileNames: true });
  const [parts, names] = [new Map<string, string>(), new Set<string>()];
  if (zip.entryCount > limits.entries) throw refuse(name, `it has ${zip.entryCount} parts, many more than any plan.`);
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const file = entry.fileName;
    if (names.has(file)) throw damaged(name);
    names.add(file);
    if (/(?:^|\/)vbaProject\.bin$/i.test(file)) throw hasMacros(name);
    if (!wanted.test(file)) continue;
    if (entry.isEncrypted()) throw refuse(name, "it is protected by a password. Save a copy without one and try again.");
    const content = await inflated(name, zip, entry, limits, total);
    total += content.length;
    parts.set(file, new TextDecoder("utf-8", { fatal: true }).decode(content));
  }
  return { parts, names };
}

/** Throws a UserFacingError when it is no Word document or spreadsheet, has macros, is damaged or unpacks to more than a plan has. */
export async function unzipOffice(name: string, bytes: Uint8Array, limits: ZipLimits = zipLimits): Promise<OfficeParts> {
  const { parts, names } = await read(name, bytes, limits).catch((error: unknown) => {
    throw error instanceof UserFacingError ? error : damaged(name);
  });
  const contentTypes = parts.get(types);
  if (contentTypes === undefined) throw otherZip(name, names.has("mimetype") && names.has("content.xml"));
  return { kind: officeKind(name, contentTypes), parts };
}
