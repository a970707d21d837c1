/** Tables without ruling lines: columns from where the words of the head and of the rows stand, rows from the space between lines. Pure. */
import type { Cell } from "../../block.js";
import { readsLikeReference } from "../../published/contents.js";
import { partsOf } from "../../published/grid.js";
import { rolesNamed } from "../../published/heading-words.js";
import { isHeadRow } from "../../published/table-head.js";
import { cellOfLines, type Line } from "./cell-lines.js";
import type { Word } from "./page.js";

export interface StreamTable {
  rows: Cell[][];
  /** Where the next line stands that is not the table's. */
  end: number;
}

const cellOf = (words: Word[]): Cell => ({ paragraphs: cellOfLines(words), span: 1 });

/** Whether a line of words set apart reads as the head of a table. */
export function isHeadLine({ words }: Line): boolean {
  if (words.length < 3) return false;
  const [part] = partsOf([{ type: "row", where: "", table: "", cells: words.map((word) => cellOf([word])) }]);
  return part?.type === "table" && part.rows.some((row) => isHeadRow(row));
}

/** Where each column begins: in the gap that no words stand in, nearest before the next heading. */
function boundsOf(head: Line, body: Line[]): number[] {
  const starts = head.words.map(({ from }) => from);
  const isAcross = ({ from, to }: Word) => starts.filter((start) => start > from + 2 && start < to - 2).length > 0;
  const words = [...head.words, ...body.flatMap((line) => line.words).filter((word) => !isAcross(word))];
  return starts.map((start, at) => {
    const before = head.words[at - 1];
    if (!before) return Number.NEGATIVE_INFINITY;
    const others = words.filter(({ from }) => from > before.from + 1 && from <= start + 1).map(({ from }) => from);
    // Words of the next column may begin before its heading, where that is in its middle.
    const left = others.filter((from) => words.every((word) => word.from >= from - 1 || word.to <= from + 1));
    return Math.min(start, ...left) - 1;
  });
}

const columnAt = (bounds: number[], { from }: Word): number => bounds.reduce((found, bound, at) => (from >= bound ? at : found), 0);

/** The usual space between lines of one cell. */
function spacing(lines: Line[]): number {
  const gaps = lines.slice(1).map((line, at) => (lines[at] as Line).y - line.y);
  return Math.min(...gaps.filter((gap) => gap > 2), 40);
}

/** Whether a line is none of a row: larger letters, or words that go over several columns. */
function endsTable(line: Line, head: Line, bounds: number[]): boolean {
  const [only] = line.words;
  const size = head.words[0]?.size ?? 0;
  if (line.words.some((word) => word.size > size + 1)) return true;
  return line.words.length === 1 && only !== undefined && columnAt(bounds, only) === 0 && only.to > (bounds[2] ?? bounds[1] ?? 0) + 4;
}

/** The table that a head line begins, as far as it goes on this page. */
export function streamTable(lines: Line[], at: number): StreamTable {
  const head = lines[at] as Line;
  const rest = lines.slice(at + 1);
  const rough = [Number.NEGATIVE_INFINITY, ...head.words.slice(1).map(({ from }) => from - 1)];
  const stop = rest.findIndex((line) => endsTable(line, head, rough));
  const body = (stop < 0 ? rest : rest.slice(0, stop)).map((line) => ({ ...line, words: line.words.flatMap(({ parts }) => parts) }));
  const bounds = boundsOf(head, body);
  const reference = head.words.findIndex(({ text }) => rolesNamed(text)[0] === "reference");
  const usual = spacing([head, ...body]);
  const groups: Word[][] = [];
  let before = head.y;
  for (const line of body) {
    const apart = before - line.y > usual * 1.3;
    const code = line.words.find((word) => columnAt(bounds, word) === reference)?.text;
    const begins = reference >= 0 ? code !== undefined && readsLikeReference(code) : apart;
    if (begins || !groups.length) groups.push([...line.words]);
    else groups.at(-1)?.push(...line.words);
    before = line.y;
  }
  const inColumns = (words: Word[]) => bounds.map((_, column) => cellOf(words.filter((word) => columnAt(bounds, word) === column)));
  return { rows: [inColumns(head.words), ...groups.map(inColumns)], end: at + 1 + body.length };
}
