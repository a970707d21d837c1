/** Which sheets of a workbook are levels of its plan. Pure. */
import { levelWords } from "./level-words.js";
import type { Piece } from "./segments.js";

const plainSheet = /^(?:sheet ?\d*|plan|action ?plan|actions?|tracker|data|table ?\d*|main|summary|(?:fy ?)?\d{2,4}(?: ?[/-] ?\d{2,4})?|year ?\d+)$/i;

/** Whether the sheets with actions are each a level: neither one plan over years nor sheets that say their level themselves. */
export function areLevels(sheets: readonly string[], pieces: readonly Piece[]): boolean {
  if (sheets.length < 2 || sheets.every((sheet) => plainSheet.test(sheet.trim()))) return false;
  return !sheets.every((sheet) => namesLevelItself(pieces, sheet));
}

/** "Objective 1: A curriculum for work" above a sheet's table says what "Obj 1" on its tab does. */
const namesLevelItself = (pieces: readonly Piece[], sheet: string): boolean =>
  pieces.some((piece) => piece.type === "line" && piece.where.startsWith(`sheet "${sheet}", row `) && levelWords(piece.text).word !== undefined);
