import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { UserFacingError } from "../../shared/errors.js";
import type { Block } from "../block.js";
import type { ViewOf } from "../look-row.js";
import { looksLikeCsv, readCsv } from "./csv.js";
import { looksLikeWindows, utf16Text, windowsText } from "./encoding.js";
import { readOffice } from "./office/index.js";

/** A file of more than this is no plan. */
export const largestSource = 10 * 1024 * 1024;

/** What a file says: its text, or its lines and rows where it is none. Plain JSON. */
export interface Source {
  name: string;
  format: "text" | "docx" | "xlsx" | "csv" | "pdf";
  text: string;
  blocks: Block[];
  look: ViewOf<"unread">[];
}

/** It may have some bytes before its mark. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).toString("latin1").includes("%PDF-");

/** A source of text alone, as it is pasted or piped. */
export const textSource = (name: string, text: string): Source => ({ name, format: "text", text, blocks: [], look: [] });

const refuse = (name: string, why: string) => new UserFacingError(`${name}: ${why} Nothing was saved.`);

/** A file's name and bytes. Throws a UserFacingError when it is missing, a folder or too large. */
export async function readFileAt(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  const name = basename(path) || path;
  const facts = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw refuse(path, error.code === "ENOENT" ? "there is no such file." : `the file cannot be opened (${error.code}).`);
  });
  if (facts.isDirectory()) throw refuse(path, "this is a folder; a file was expected.");
  if (!facts.isFile()) throw refuse(path, "this is no ordinary file.");
  checkSize(path, facts.size);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw refuse(path, `the file cannot be read (${error.code}).`);
  });
  return { name, bytes };
}

/** What a file says. Throws a UserFacingError when it is missing, a folder, too large, empty, or nothing that a plan is written in. */
export async function readSource(path: string): Promise<Source> {
  const { name, bytes } = await readFileAt(path);
  return sourceOf(name, bytes);
}

/** Throws a UserFacingError for a file of more than 10 MB. */
export function checkSize(name: string, bytes: number): void {
  if (bytes > largestSource) throw refuse(name, `the file has ${Math.round(bytes / 1024 / 1024)} MB; a plan has at most 10 MB.`);
}

/** What the bytes of a file say; see readSource. What it is shows in its first bytes, whatever its name. */
export async function sourceOf(name: string, bytes: Uint8Array): Promise<Source> {
  checkSize(name, bytes.length);
  if (isPdf(bytes)) return { name, format: "pdf", text: "", blocks: await (await import("./pdf/index.js")).readPdf(name, bytes), look: [] };
  const office = await readOffice(name, bytes);
  if (office) return { name, text: "", ...office };
  if (/\.(?:csv|tsv)$/i.test(name) && !looksLikeUtf16(bytes) && !bytes.includes(0))
    return { name, format: "csv", text: "", blocks: readCsv(name, bytes), look: [] };
  const wide = utf16Text(bytes);
  const text = wide ?? decodeSource(name, bytes);
  if (/\.(?:csv|tsv)$/i.test(name) || looksLikeCsv(text))
    return { name, format: "csv", text: "", blocks: readCsv(name, wide === undefined ? bytes : Buffer.from(wide)), look: [] };
  return textSource(name, text);
}

/** UTF-8 text of the bytes, without a byte order mark. */
export function decodeSource(name: string, bytes: Uint8Array): string {
  if (looksLikeUtf16(bytes)) throw refuse(name, "the file is encoded as UTF-16; save it as UTF-8 and try again.");
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw refuse(name, `this is a binary file (byte ${nul + 1} is zero); a plan file (JSON) or the text of an appendix was expected, in UTF-8.`);
  const text = decode(name, bytes);
  if (!text.trim()) throw refuse(name, "the file is empty; a plan file (JSON) or the text of an appendix was expected.");
  return text;
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const start = bytes.subarray(0, 64);
  const zeros = (odd: number) => start.filter((byte, at) => at % 2 === odd && byte === 0).length;
  return start.length >= 8 && (zeros(0) === 0) !== (zeros(1) === 0) && zeros(0) + zeros(1) > start.length / 3;
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    if (isBinary(bytes)) throw refuse(name, "this is a binary file; a plan file (JSON) or the text of an appendix was expected, in UTF-8.");
    if (looksLikeWindows(bytes)) return windowsText(bytes);
    throw refuse(name, `line ${lineOfFirstBadByte(bytes)} is not UTF-8 text (perhaps Latin-1 or Windows-1252); save the file as UTF-8 and try again.`);
  }
}

function isBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 4096);
  const controls = start.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d].includes(byte)).length;
  return controls > start.length / 100;
}

function lineOfFirstBadByte(bytes: Uint8Array): number {
  let line = 1;
  let from = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from, at));
    } catch {
      return line;
    }
    from = at + 1;
    line++;
  }
  return line;
}
