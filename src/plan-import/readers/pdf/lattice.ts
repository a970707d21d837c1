/** Tables whose cells ruling lines part: each cell's words, merged cells as such. Pure. */
import type { Cell } from "../../block.js";
import { cellOfLines } from "./cell-lines.js";
import type { Box, Ruling, Word } from "./page.js";

export interface RuledTable {
  top: number;
  bottom: number;
  left: number;
  right: number;
  rows: Cell[][];
  /** The words that stand in it. */
  words: Set<Word>;
}

const near = 3;

/** Places that lie close together are one. */
function clustered(places: number[]): number[] {
  const found: number[] = [];
  for (const place of [...places].sort((a, b) => a - b)) if (found.length === 0 || place - (found.at(-1) as number) > near) found.push(place);
  return found;
}

const touches = (a: Ruling, b: Ruling): boolean => {
  if (a.across === b.across) return Math.abs(a.at - b.at) <= near && a.from <= b.to + near && b.from <= a.to + near;
  return a.at >= b.from - near && a.at <= b.to + near && b.at >= a.from - near && b.at <= a.to + near;
};

const mostRulings = 3_000;

/** Lines that touch belong to one table. */
function groupsOf(rulings: Ruling[]): Ruling[][] {
  const left = new Set(rulings.slice(0, mostRulings));
  const groups: Ruling[][] = [];
  for (const first of left) {
    left.delete(first);
    const group = [first];
    for (const one of group)
      for (const other of left)
        if (touches(one, other)) {
          left.delete(other);
          group.push(other);
        }
    groups.push(group);
  }
  return groups;
}

/** Whether a wall is drawn along all of a stretch. */
function isWall(rulings: Ruling[], across: boolean, at: number, from: number, to: number): boolean {
  const along = rulings.filter((one) => one.across === across && Math.abs(one.at - at) <= near && one.to > from + near && one.from < to - near);
  const covered = along.reduce((sum, one) => sum + Math.min(one.to, to) - Math.max(one.from, from), 0);
  return covered >= (to - from) * 0.6;
}

function tableOf(group: Ruling[], words: Word[], shades: Box[]): RuledTable[] {
  const down = group.filter(({ across }) => !across);
  const xs = clustered(down.map(({ at }) => at));
  // A row that goes on over the page's end has no line there; its sides end it.
  const ends = down.flatMap(({ from, to }) => [from, to]);
  const ys = clustered([...group.filter(({ across }) => across).map(({ at }) => at), Math.min(...ends), Math.max(...ends)]).reverse();
  if (xs.length < 3 || ys.length < 2 || xs.length > 60 || ys.length > 400) return [];
  const [left, right, top, bottom] = [xs[0] as number, xs.at(-1) as number, ys[0] as number, ys.at(-1) as number];
  const inside = words.filter(({ from, y }) => from >= left - near && from < right && y < top + 1 && y > bottom - 1);
  // Words of two cells that stand close together are parted where the wall is.
  const own = inside.flatMap((word) => (xs.some((x) => x > word.from + near && x < word.to - near) ? word.parts : [word]));
  const taken = new Map<string, { cell: Cell; first: boolean }>();
  const rows = ys.slice(0, -1).map((_, row): Cell[] => rowCells({ group, xs, ys, own, shades, taken }, row));
  if (!own.length) return [];
  const about = { left, right, bottom, words: new Set(inside) };
  return inParts(rows).map(({ from, rows: part }) => ({ ...about, top: ys[from] as number, rows: part }));
}

/** In which columns of the grid the cells of a row begin. */
function startsOf(cells: Cell[]): number[] {
  let at = 0;
  return cells.map(({ span }) => {
    const start = at;
    at += span;
    return start;
  });
}

/** Tables that touch have columns of their own: the rows whose cells begin at the same places, without the places that none of them uses. */
function inParts(rows: Cell[][]): { from: number; rows: Cell[][] }[] {
  const parts: { from: number; rows: Cell[][]; starts: Set<number> }[] = [];
  for (const [at, cells] of rows.entries()) {
    if (!cells.some(({ paragraphs }) => paragraphs.length)) continue;
    const starts = startsOf(cells);
    const last = parts.at(-1);
    const fits = last && (starts.every((start) => last.starts.has(start)) || [...last.starts].every((start) => starts.includes(start)));
    if (!fits) parts.push({ from: at, rows: [cells], starts: new Set(starts) });
    else {
      last.rows.push(cells);
      for (const start of starts) last.starts.add(start);
    }
  }
  return parts.map(({ from, rows: own, starts }) => ({ from, rows: own.map((cells) => narrowed(cells, [...starts])) }));
}

const narrowed = (cells: Cell[], starts: number[]): Cell[] =>
  startsOf(cells).map((start, at) => {
    const cell = cells[at] as Cell;
    return { ...cell, span: starts.filter((one) => one >= start && one < start + cell.span).length };
  });

interface Grid {
  group: Ruling[];
  xs: number[];
  ys: number[];
  own: Word[];
  shades: Box[];
  /** Cells that go on from rows above, by row and column. */
  taken: Map<string, { cell: Cell; first: boolean }>;
}

function rowCells({ group, xs, ys, own, shades, taken }: Grid, row: number): Cell[] {
  const cells: Cell[] = [];
  const [top, bottom] = [ys[row] as number, ys[row + 1] as number];
  for (let column = 0; column < xs.length - 1; ) {
    const known = taken.get(`${row} ${column}`);
    if (known) {
      cells.push({ ...known.cell, above: true });
      column += known.cell.span;
      continue;
    }
    let end = column + 1;
    while (end < xs.length - 1 && !isWall(group, false, xs[end] as number, bottom, top)) end++;
    const [from, to] = [xs[column] as number, xs[end] as number];
    let last = row + 1;
    while (last < ys.length - 1 && !isWall(group, true, ys[last] as number, from, to)) last++;
    const foot = ys[last] as number;
    const inside = own.filter((word) => word.from >= from - 1.5 && word.from < to - 1 && word.y < top && word.y > foot - 1);
    const fill = shadeBehind(shades, (from + to) / 2, (top + foot) / 2);
    const cell: Cell = { paragraphs: cellOfLines(inside), span: end - column, ...(fill && { fill }) };
    for (let below = row + 1; below < last; below++) taken.set(`${below} ${column}`, { cell, first: false });
    cells.push(cell);
    column = end;
  }
  return cells;
}

/** Of several the one that was drawn last. */
const shadeBehind = (shades: Box[], x: number, y: number): string | undefined =>
  shades.findLast(({ from, to, top, foot }) => from < x && x < to && foot < y && y < top)?.fill;

/** Top first. */
export const ruledTables = ({ rulings, words, shades }: { rulings: Ruling[]; words: Word[]; shades: Box[] }): RuledTable[] =>
  groupsOf(rulings)
    .flatMap((group) => tableOf(group, words, shades))
    .sort((a, b) => b.top - a.top);
