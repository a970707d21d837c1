/** The rows of one table under one head, each as what it is: an action, a row across that names a level, a total, a note. */
import { quoted } from "../problems.js";
import { itemsOf, referenceIn, withoutMarks } from "./action-cells.js";
import { isOfMeasures } from "./columns.js";
import { wholeReference } from "./contents.js";
import { addHeading, chainOf, type DraftAction, levelAt, nameOf } from "./draft.js";
import { cellAt, filled, type GridRow } from "./grid.js";
import { leadIn } from "./leads.js";
import { kindOfLevel } from "./level-words.js";
import { addMeasures, measuresIn } from "./measure-cells.js";
import { noteUnread, type Reading, unread } from "./reading.js";
import { noteOf, statusOf, textIn, unreadIn } from "./row-words.js";
import { linesIn, sideBySide } from "./side-by-side.js";
import { legendIn } from "./statuses.js";
import { columnsIn, isBanner, isNote, isTotal, type TableKind, updateIn } from "./table-kind.js";
import { levelsOf, readParent, readTypedLevel, type TableReading, withBannerBelow, withReference } from "./table-levels.js";
import { type Timing, timingOf, timingOfRow } from "./timing.js";
import { typeOf } from "./typed-rows.js";

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
