/** Word documents and spreadsheets, read as the printed lines of an appendix. */
import type { LookOf } from "../look-row.js";
import { sourceError } from "../problems.js";
import type { Block } from "./block.js";
import { readDocx } from "./docx.js";
import { isZip, refuseKnown } from "./known-files.js";
import { layOut } from "./lay-out.js";
import { damaged } from "./refusal.js";
import { unzipOffice, type ZipLimits } from "./unzip.js";
import { readXlsx } from "./xlsx.js";

export interface OfficeText {
  format: "docx" | "xlsx";
  text: string;
  /** Where each line stands in the file: "table 2, row 5". */
  places: string[];
  look: LookOf<"unread">[];
}

function blocksIn(name: string, kind: OfficeText["format"], parts: Map<string, string>): { blocks: Block[]; look: LookOf<"unread">[] } {
  try {
    return kind === "docx" ? { blocks: readDocx(parts), look: [] } : readXlsx(parts);
  } catch {
    throw damaged(name);
  }
}

/**
 * The text of an office file; nothing when it is none. Throws a UserFacingError that says what to do when it has a password
 * or macros, is too large unpacked, damaged, another kind of file, or has no table of actions.
 */
export async function readOffice(name: string, bytes: Uint8Array, limits?: ZipLimits): Promise<OfficeText | undefined> {
  refuseKnown(name, bytes);
  if (!isZip(bytes)) return undefined;
  const { kind, parts } = await unzipOffice(name, bytes, limits);
  const { blocks, look } = blocksIn(name, kind, parts);
  const { lines, places, look: laid, problems } = layOut(blocks, look);
  if (problems.length) throw sourceError(name, problems);
  return { format: kind, text: lines.join("\n"), places, look: laid };
}
