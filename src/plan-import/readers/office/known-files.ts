/** Which files are no plan, by their first bytes, each with what to do about it. Pure. */
import { refuse } from "./refusal.js";

const latin = (bytes: Uint8Array, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString("latin1");

const startsWith = (bytes: Uint8Array, text: string, from = 0): boolean => latin(bytes, from, from + text.length) === text;

/** A compound file is an old .doc or .xls, or a new one that a password encrypts. */
function compoundFile(bytes: Uint8Array): string {
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from("EncryptedPackage", "utf16le"));
  return isEncrypted
    ? "it is protected by a password. Save a copy without one (File, Info, Protect) and try again."
    : "this is a file of an old kind (.doc or .xls), or it is protected by a password. Save it as .docx or .xlsx without a password and try again.";
}

const wanted = "A Word document (.docx), a spreadsheet (.xlsx), a PDF, a CSV file, a plan file (JSON) or text was expected.";

const kinds: [(bytes: Uint8Array) => boolean, (bytes: Uint8Array) => string][] = [
  [(bytes) => startsWith(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), compoundFile],
  [(bytes) => startsWith(bytes, "\x89PNG") || startsWith(bytes, "\xff\xd8\xff") || startsWith(bytes, "GIF8"), () => `this is a picture. ${wanted}`],
  [(bytes) => startsWith(bytes, "{\\rtf"), () => "this is rich text (.rtf). Save it as a Word document (.docx) and try again."],
  [(bytes) => startsWith(bytes, "Rar!") || startsWith(bytes, "7z\xbc\xaf") || startsWith(bytes, "\x1f\x8b"), () => `this is an archive. ${wanted}`],
];

/** By its first bytes. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06");

/** Throws a UserFacingError for files of a kind that people do send and that is no plan. */
export function refuseKnown(name: string, bytes: Uint8Array): void {
  const why = kinds.find(([is]) => is(bytes))?.[1];
  if (why) throw refuse(name, why(bytes));
}

const macros = "it has macros, which are not opened here.";

/** Of a zip: what its list of contents says that it is. */
export function officeKind(name: string, contentTypes: string): "docx" | "xlsx" {
  if (/wordprocessingml\.(?:document|template)\.main\+xml/.test(contentTypes)) return "docx";
  if (/spreadsheetml\.(?:sheet|template)\.main\+xml/.test(contentTypes)) return "xlsx";
  if (/macroEnabled|sheet\.binary/i.test(contentTypes)) throw refuse(name, `${macros} Save it as .docx or .xlsx and try again.`);
  throw refuse(name, `this is neither a Word document nor a spreadsheet. ${wanted}`);
}

/** The refusal of a file with macros, to be thrown. */
export const hasMacros = (name: string): Error => refuse(name, `${macros} Save it as .docx or .xlsx and try again.`);

/** The refusal of a zip that is no office file, to be thrown. */
export const otherZip = (name: string, isOpenDocument: boolean): Error =>
  refuse(name, isOpenDocument ? "this is an OpenDocument file. Save it as .docx or .xlsx and try again." : `this is a zip archive. ${wanted}`);
