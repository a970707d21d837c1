/** The rows of one table under one head, each as what it is: an action, a row across that names a level, a total, a note. */
import { quoted } from "../problems.js";
import { itemsOf, referenceIn, withoutMarks } from "./action-cells.js";
import { isOfMeasures } from "./columns.js";
import { readsLikeReference, wholeReference } from "./contents.js";
import { addHeading, chainOf, type DraftAction, type LevelName, levelAt, nameOf, plainTitle } from "./draft.js";
import { cellAt, filled, type GridRow } from "./grid.js";
import { leadIn } from "./leads.js";
import { kindOfLevel, levelWords } from "./level-words.js";
import { addMeasures, measuresIn } from "./measure-cells.js";
import { noteUnread, type Reading, unread } from "./reading.js";
import { noteOf, statusOf, textIn, unreadIn } from "./row-words.js";
import { linesIn, sideBySide } from "./side-by-side.js";
import { legendIn } from "./statuses.js";
import { columnsIn, isBanner, isNote, isTotal, type TableKind, updateIn } from "./table-kind.js";
import { type Timing, timingOf, timingOfRow } from "./timing.js";
import { typeOf } from "./typed-rows.js";

interface TableReading extends TableKind {
  reading: Reading;
  /** What the level columns say at this row, by column. */
  levels: Map<number, LevelName>;
  /** Of the row before. */
  last: DraftAction[];
}

const wordsOf = (row: GridRow): string =>
  filled(row)
    .map(({ cell }) => cell.text)
    .join(" | ");

/** `levels` are what the level columns said last, where the table goes on from another page. */
export function readTable(reading: Reading, kind: TableKind, rows: GridRow[], levels: TableReading["levels"]): void {
  for (const { name, role } of kind.columns) if (name) reading.columns.set(name, role);
  const table: TableReading = { reading, ...kind, levels, last: [] };
  for (const [at, row] of rows.entries()) if (!readParent(table, row, rows[at + 1])) readRow(table, row);
  const last = rows.at(-1);
  if (last && rows.length > 1 && isBanner(last, kind.columns, kind.alone) && !updateIn(last) && !isNote(wordsOf(last)) && !isTotal(wordsOf(last)))
    unread(reading, `${last.where} goes across the table with nothing under it: ${quoted(wordsOf(last).slice(0, 160))}`);
}

/** "1 | Improve how we buy" right above "1.1 | Train all budget holders": a level, where nothing else is said of it. */
function readParent({ reading, columns, referenceOf, levels }: TableReading, row: GridRow, next: GridRow | undefined): boolean {
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

function readRow(table: TableReading, row: GridRow): void {
  const { reading, columns } = table;
  const cells = filled(row);
  const [first] = cells;
  if (!first) return;
  if (isTotal(first.cell.text) && (cells.length < 4 || cells.slice(1).every(({ cell }) => /^[\d.,%£ ]+$/.test(cell.text)))) {
    unread(reading, `${row.where} is not read: ${quoted(wordsOf(row))}`);
    return;
  }
  if (/^(?:(?:rag|status|colour) )?(?:key|legend)$/i.test(first.cell.text)) {
    unread(reading, `${row.where} is not read: ${quoted(wordsOf(row))}`);
    return;
  }
  const update = updateIn(row);
  if (update && table.last.length) {
    for (const action of table.last) action.note = [action.note, update].filter(Boolean).join("\n").slice(0, 4000);
    return;
  }
  if (table.typeAt !== undefined && typeOf(cellAt(row, table.typeAt).text) === "level") {
    readTypedLevel(table, row, table.typeAt);
    return;
  }
  if (cells.length === 1 && isNote(first.cell.text)) {
    const legend = legendIn(first.cell.text);
    if (legend) reading.legend = legend;
    unread(reading, `${row.where} is not read: ${quoted(first.cell.text.slice(0, 160))}`);
    return;
  }
  if (isBanner(row, columns, table.alone)) {
    const name = nameOf(first.cell.text, row.where, "the rows across the tables", table.bareNumbers);
    const kind = kindOfLevel(name.words);
    addHeading(reading.above, name, { kind: kind === "words" ? `words ${first.cell.fill ?? ""}` : kind, banner: true });
    reading.levels.add(name.saidBy);
    table.levels.clear();
    return;
  }
  const { own, below } = withBannerBelow(table, row);
  readItems(table, own);
  if (below) {
    const name = nameOf(below, row.where, "the rows across the tables", table.bareNumbers);
    addHeading(reading.above, name, { kind: kindOfLevel(name.words), banner: true });
    reading.levels.add(name.saidBy);
    table.levels.clear();
  }
}

/** Without lines between its rows a page may give a row across to the reference above it: "A1.7 A2 Children waiting less". */
function withBannerBelow({ columns, referenceOf }: TableReading, row: GridRow): { own: GridRow; below?: string } {
  const reference = columnsIn(columns, "reference").find(({ at }) => !referenceOf.has(at));
  const text = reference ? cellAt(row, reference.at).text : "";
  const [first = "", ...rest] = text.split(" ");
  const below = rest.join(" ");
  if (!reference || rest.length < 2 || !readsLikeReference(first) || levelWords(below).id === undefined) return { own: row };
  const cells = row.cells.map((cell, at) => (at === reference.at ? { ...cell, text: first } : cell));
  return { own: { ...row, cells }, below };
}

/** "Priority | CP1.1 | Empty shops back in use": a row that its type makes a level. */
function readTypedLevel({ reading, columns, levels }: TableReading, row: GridRow, typeAt: number): void {
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
function levelsOf({ columns, levels, referenceOf, bareNumbers, reading }: TableReading, row: GridRow): LevelName[] {
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

function readItems(table: TableReading, row: GridRow): void {
  const { reading, columns } = table;
  const own = levelsOf(table, row);
  if (isOfMeasures(columns)) {
    const lead = textIn(columns, row, "lead");
    const above = [...reading.above];
    for (const { name, words } of unreadIn(columns, row)) noteUnread(reading, name, words);
    reading.indicators.push({
      row,
      own: own.map(({ words }) => words.title),
      above,
      isFull: columnsIn(columns, "baseline", "target", "frequency").length > 0,
      read: () => measuresIn(row, columns, lead),
    });
    return;
  }
  const actions = actionsOf(table, row);
  const measures = measuresIn(row, columns);
  if (!actions.length && !measures.length) {
    const isLevelOnly = filled(row).every(({ column }) => columns[column]?.role === "level" || columns[column]?.role === "reference");
    if (!isLevelOnly || !own.length) unread(reading, `${row.where} has no action and is not read: ${quoted(wordsOf(row).slice(0, 200))}`);
    return;
  }
  const level = levelAt(reading.root, [...chainOf(reading.above), ...withReference(table, row, own)]);
  level.actions.push(...actions);
  table.last = actions;
  addMeasures(level.measures, measures);
}

/** A reference of the level above stands with the headings where no column says the level. */
function withReference({ columns, referenceOf, reading }: TableReading, row: GridRow, own: LevelName[]): LevelName[] {
  const reference = columns
    .filter(({ at }) => referenceOf.get(at) === -1)
    .map(({ at }) => cellAt(row, at).text)
    .find(Boolean);
  if (!reference || own.length) return own;
  const last = reading.above.at(-1);
  if (last && !last.name.words.id) last.name.words = { ...last.name.words, id: reference };
  return own;
}

/** The row's date is each action's; where there is a line of dates for each bullet, each has its own. */
function timingsOf({ reading, columns }: TableReading, row: GridRow, count: number, plainFill: string | undefined): Timing[] {
  const due = columnsIn(columns, "due");
  const lines = due.length === 1 ? cellAt(row, due[0]?.at ?? 0).paragraphs.filter(({ text }) => text.trim()) : [];
  const each = lines.map(({ text }) => timingOf(reading.starts, text));
  if (count > 1 && lines.length === count && each.every(({ milestones, ongoing }) => milestones.length || ongoing)) return each;
  return Array<Timing>(count).fill(timingOfRow(reading.starts, row, columns, plainFill));
}

function actionsOf(table: TableReading, row: GridRow): DraftAction[] {
  const { reading, columns, references, referenceOf } = table;
  const [column] = columnsIn(columns, "action");
  const cell = column && cellAt(row, column.at);
  if (!cell?.text || cell.above) return [];
  const { texts, intro } = sideBySide(columns, row, cell) ?? itemsOf(cell.paragraphs);
  if (intro) unread(reading, `${row.where}: the words before its bullets are not read: ${quoted(intro)}`);
  const printed = columnsIn(columns, "reference")
    .filter(({ at }) => !referenceOf.has(at))
    .map(({ at }) => wholeReference(cellAt(row, at).text))
    .find(Boolean);
  const plainFill = cell.fill;
  const timings = timingsOf(table, row, texts.length, plainFill);
  const { status, doubt: unsure } = statusOf(reading.legend, columns, row);
  const note = noteOf(columns, row);
  const leads = texts.length > 1 ? linesIn(columns, row, "lead", texts.length) : undefined;
  const rest = unreadIn(columns, row);
  return texts.map(({ text, number }, place): DraftAction => {
    const own = referenceIn(text, references);
    const { doubt, ...timing } = timings[place] as Timing;
    const reference = own.reference ?? number ?? (texts.length === 1 ? printed : undefined);
    return {
      text: withoutMarks(own.text).slice(0, 4000),
      where: row.where,
      ...(reference && { reference }),
      ...leadIn(leads?.[place] ?? textIn(columns, row, "lead")),
      ...timing,
      ...((status ?? timing.status) && { status: status ?? timing.status }),
      ...(note && { note }),
      doubts: [...(doubt ? [doubt] : []), ...(unsure ? [unsure] : [])],
      unread: rest,
    };
  });
}
