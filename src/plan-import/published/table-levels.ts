/** The levels that a table's rows name: rows across it, rows with a type, columns, references. Pure. */
import { quoted } from "../problems.js";
import { withoutMarks } from "./action-cells.js";
import { readsLikeReference, wholeReference } from "./contents.js";
import { addHeading, type DraftAction, type LevelName, nameOf, plainTitle } from "./draft.js";
import { cellAt, filled, type GridRow } from "./grid.js";
import { leadIn } from "./leads.js";
import { levelWords } from "./level-words.js";
import type { Reading } from "./reading.js";
import { textIn } from "./row-words.js";
import { columnsIn, type TableKind } from "./table-kind.js";

export interface TableReading extends TableKind {
  reading: Reading;
  /** What the level columns say at this row, by column. */
  levels: Map<number, LevelName>;
  /** Of the row before. */
  last: DraftAction[];
}

/** "1 | Improve how we buy" right above "1.1 | Train all budget holders": a level, where nothing else is said of it. */
export function readParent({ reading, columns, referenceOf, levels }: TableReading, row: GridRow, next: GridRow | undefined): boolean {
  const reference = columnsIn(columns, "reference").find(({ at }) => !referenceOf.has(at));
  const action = columnsIn(columns, "action")[0];
  if (!reference || !action || !next) return false;
  const [own, under] = [row, next].map((one) => wholeReference(cellAt(one, reference.at).text).replace(/[.:)]+$/, ""));
  const isAbove = own && under?.startsWith(`${own}.`);
  if (!isAbove || !filled(row).every(({ column }) => column === reference.at || column === action.at) || filled(row).length < 2) return false;
  const saidBy = "the references";
  addHeading(
    reading.above,
    { words: { id: own, title: withoutMarks(cellAt(row, action.at).text) }, where: row.where, saidBy },
    { kind: `number ${own.split(".").length}`, banner: true },
  );
  reading.levels.add(saidBy);
  levels.clear();
  return true;
}

/** Without lines between its rows a page may give a row across to the reference above it: "A1.7 A2 Children waiting less". */
export function withBannerBelow({ columns, referenceOf }: TableReading, row: GridRow): { own: GridRow; below?: string } {
  const reference = columnsIn(columns, "reference").find(({ at }) => !referenceOf.has(at));
  const text = reference ? cellAt(row, reference.at).text : "";
  const [first = "", ...rest] = text.split(" ");
  const below = rest.join(" ");
  if (!reference || rest.length < 2 || !readsLikeReference(first) || levelWords(below).id === undefined) return { own: row };
  const cells = row.cells.map((cell, at) => (at === reference.at ? { ...cell, text: first } : cell));
  return { own: { ...row, cells }, below };
}

/** "Priority | CP1.1 | Empty shops back in use": a row that its type makes a level. */
export function readTypedLevel({ reading, columns, levels }: TableReading, row: GridRow, typeAt: number): void {
  const type = cellAt(row, typeAt).text.trim().toLowerCase();
  const title = withoutMarks(textIn(columns, row, "action"));
  if (!title) return;
  const saidBy = `the column ${quoted(columns[typeAt]?.name ?? "")}`;
  const id = textIn(columns, row, "reference");
  const lead = textIn(columns, row, "lead");
  const words = id ? { id: wholeReference(id), title } : nameOf(title, row.where, saidBy).words;
  addHeading(reading.above, { words, where: row.where, saidBy, ...(lead && { lead: leadIn(lead) }) }, { kind: `type ${type}`, banner: true });
  reading.levels.add(saidBy);
  levels.clear();
}

/** The levels that the row's own columns say; a blank one is as above, unless a higher one is new. */
export function levelsOf({ columns, levels, referenceOf, bareNumbers, reading }: TableReading, row: GridRow): LevelName[] {
  let isNew = false;
  for (const column of columnsIn(columns, "level")) {
    const text = cellAt(row, column.at).text;
    const reference = columns
      .filter(({ at }) => referenceOf.get(at) === column.at)
      .map(({ at }) => cellAt(row, at).text)
      .find(Boolean);
    if (!text) {
      if (isNew) levels.delete(column.at);
      continue;
    }
    const saidBy = `the column ${quoted(column.name)}`;
    const name = nameOf(withoutMarks(text), row.where, saidBy, bareNumbers);
    if (reference && !name.words.id) name.words = { ...name.words, id: reference };
    const before = levels.get(column.at);
    if (plainTitle(before?.words.title ?? "") !== plainTitle(name.words.title)) isNew = true;
    else if (before?.words.id && !name.words.id) name.words = before.words;
    levels.set(column.at, name);
    reading.levels.add(saidBy);
  }
  return columnsIn(columns, "level").flatMap(({ at }) => levels.get(at) ?? []);
}

/** A reference of the level above stands with the headings where no column says the level. */
export function withReference({ columns, referenceOf, reading }: TableReading, row: GridRow, own: LevelName[]): LevelName[] {
  const reference = columns
    .filter(({ at }) => referenceOf.get(at) === -1)
    .map(({ at }) => cellAt(row, at).text)
    .find(Boolean);
  if (!reference || own.length) return own;
  const last = reading.above.at(-1);
  if (last && !last.name.words.id) last.name.words = { ...last.name.words, id: reference };
  return own;
}
