/** Words into the pieces that the vectors are of, as BERT's uncased WordPiece does. */
import { pieceVectors } from "./asset.js";

const longestWord = 60;
const longestPiece = 20;
const mostKept = 20_000;
const noRows: readonly number[] = [];

const known = new Map<string, readonly number[]>();

/** Rows of the vectors for one word in small letters a to z and digits; none when a part of it is no piece. Kept, as people use the same words. */
export function rowsOf(word: string): readonly number[] {
  const before = known.get(word);
  if (before) return before;
  const rows = split(word);
  if (known.size < mostKept) known.set(word, rows);
  return rows;
}

/** The longest piece first, again and again. */
function split(word: string): readonly number[] {
  if (word.length > longestWord) return noRows;
  const { rows } = pieceVectors();
  const found: number[] = [];
  for (let from = 0; from < word.length; ) {
    let to = Math.min(word.length, from + longestPiece);
    let row: number | undefined;
    for (; to > from; to--) {
      row = rows.get(from ? `##${word.slice(from, to)}` : word.slice(0, to));
      if (row !== undefined) break;
    }
    if (row === undefined) return noRows;
    found.push(row);
    from = to;
  }
  return found;
}

/** Small letters without accents, as words of letters and digits. */
export const plainPieces = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];
