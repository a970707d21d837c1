/** Word documents and spreadsheets as lines and rows of cells. */

import type { Block } from "../../block.js";
import type { ViewOf } from "../../look-row.js";
import { readDocx } from "./docx.js";
import { isZip, refuseKnown } from "./known-files.js";
import { damaged, refuse } from "./refusal.js";
import { unzipOffice, type ZipLimits } from "./unzip.js";
import { readXlsx } from "./xlsx.js";

export interface OfficeFile {
  format: "docx" | "xlsx";
  blocks: Block[];
  look: ViewOf<"unread">[];
}

function blocksIn(name: string, kind: OfficeFile["format"], parts: Map<string, string>): { blocks: Block[]; look: ViewOf<"unread">[] } {
  try {
    return kind === "docx" ? { blocks: readDocx(parts), look: [] } : readXlsx(parts);
  } catch (error) {
    throw error instanceof RangeError ? refuse(name, "it has more rows than any plan. Send the plan's own pages or sheets only.") : damaged(name);
  }
}

/**
 * What an office file says; nothing when it is none. Throws a UserFacingError that says what to do when it has a password
 * or macros, is too large unpacked, damaged or another kind of file.
 */
export async function readOffice(name: string, bytes: Uint8Array, limits?: ZipLimits): Promise<OfficeFile | undefined> {
  refuseKnown(name, bytes);
  if (!isZip(bytes)) return undefined;
  const { kind, parts } = await unzipOffice(name, bytes, limits);
  return { format: kind, ...blocksIn(name, kind, parts) };
}
