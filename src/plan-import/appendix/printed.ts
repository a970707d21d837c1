import type { ReviewIssue } from "../look-row.js";
import { type Problem, quoted } from "../problems.js";
import { addItems, type CellItem, cellItems, isRestOf, joined, plainText } from "./cells.js";
import { type Column, headingParts, type Line, layoutOf, usualColumns } from "./layout.js";
import { asText, type PrintedPriority, type PrintedTheme, type Printing } from "./printed-parts.js";
import { addUnread, lookAtUnread, type UnreadColumns } from "./unread-columns.js";

interface Reading {
  printing: Printing;
  title: string[];
  themes: Map<string, PrintedTheme>;
  priorities: Map<string, PrintedPriority>;
  /** Words in columns that a plan does not have, by the column's name. */
  unread: UnreadColumns;
  look: ReviewIssue[];
  problems: Problem[];
  columns: (Column | undefined)[];
  names: string[];
  theme?: PrintedTheme;
  priority?: PrintedPriority;
  before?: Line;
  /** Words on a line of their own that belong nowhere yet; perhaps the next theme's heading. */
  loose?: { line: number; words: string };
}

const continued = /^\(?(?:continued|cont(?:'?d)?\.?)\)?$/i;

const themeOf = (id: string): string => (/^\p{L}/u.test(id) ? id.charAt(0).toUpperCase() : (id.split(".")[0] as string));

function openTheme(reading: Reading, id: string): PrintedTheme {
  const known = reading.themes.get(id);
  if (known) return known;
  const theme: PrintedTheme = { id, priorities: [] };
  reading.themes.set(id, theme);
  return theme;
}

/** "People (continued)" is "People". */
const withoutBrackets = (name: string): string => (name.endsWith(")") && name.includes("(") ? name.slice(0, name.indexOf("(")).trimEnd() : name);

function takeHeading(reading: Reading, line: Extract<Line, { type: "theme" }>): void {
  const { name, statement } = headingParts(line.heading);
  const known = reading.themes.get(line.id);
  if (known && reading.theme === known && known.name) {
    // Headings are printed again on each page.
    if (known.name.toLowerCase() !== withoutBrackets(name).toLowerCase())
      reading.look.push({
        id: line.id,
        kind: "other heading",
        name,
        ...(statement && { statement }),
        why: `${reading.printing.at(line.line)} gives theme ${line.id} another heading: ${quoted(line.heading)}`,
      });
    return;
  }
  dropLoose(reading);
  reading.theme = openTheme(reading, line.id);
  Object.assign(reading.theme, { name, ...(statement && { statement }) });
  reading.priority = undefined;
}

function openPriority(reading: Reading, { id, line }: { id: string; line: number }): void {
  const theme = openTheme(reading, themeOf(id));
  if (!theme.name && !theme.priorities.length && reading.loose) {
    Object.assign(theme, headingParts(reading.loose.words));
    reading.look.push({
      id: theme.id,
      kind: "read as heading",
      why: `${reading.printing.at(reading.loose.line)} has no number, but stands where the heading of theme ${theme.id} is expected and is read as such: ${quoted(reading.loose.words)}`,
    });
    reading.loose = undefined;
  }
  dropLoose(reading);
  reading.theme = theme;
  reading.priority = { id, line, title: "", actions: [], rows: [], measures: [] };
  theme.priorities.push(reading.priority);
  reading.priorities.set(id, reading.priority);
}

/** Says what was not read. */
function dropLoose(reading: Reading): void {
  if (reading.loose)
    reading.look.push({
      id: reading.priority?.id ?? "plan",
      kind: "loose words",
      words: reading.loose.words,
      why: `${reading.printing.at(reading.loose.line)} belongs to no row and is not read: ${quoted(reading.loose.words)}`,
    });
  reading.loose = undefined;
}

function takeNumbered(reading: Reading, line: Extract<Line, { type: "priority" }>): void {
  const [first = "", ...rest] = line.cells;
  const title = plainText(first).replace(/^(?:priority\s+)?[\p{L}\d.]*\d[.):]?(?:\s+|$)/iu, "");
  const known = reading.priorities.get(line.id);
  if (!known) openPriority(reading, line);
  else if (known !== reading.priority || !(known.title.startsWith(title.split(/ ?\(?cont/i, 1)[0] ?? "") || continued.test(title))) {
    reading.problems.push({
      where: reading.printing.at(line.line),
      what: `priority ${line.id} is printed a second time (first in ${reading.printing.at(known.line)}); each number once was expected`,
    });
    return;
  }
  takeCells(reading, line.line, [known ? "" : title, ...rest]);
}

function takeCells(reading: Reading, line: number, cells: string[]): void {
  const { priority, columns } = reading;
  if (!priority) {
    takeLoose(reading, line, cells);
    return;
  }
  const from = priority.actions.length;
  const add = reading.printing.whole ? (items: CellItem[], next: CellItem[]) => void items.push(...next) : addItems;
  let timescale = "";
  const unread: [string, string][] = [];
  for (const [place, cell] of cells.entries()) {
    if (!cell.trim()) continue;
    const column = place < columns.length ? columns[place] : undefined;
    if (column === "priority" && !continued.test(plainText(cell))) priority.title = priority.title ? joined(priority.title, plainText(cell)) : plainText(cell);
    if (column === "actions" || column === "measures") add(priority[column], cellItems(cell));
    if (column === "timescale") timescale = cell;
    if (!column) unread.push([reading.names[place] || `number ${place + 1}`, plainText(cell)]);
  }
  const to = priority.actions.length;
  priority.rows.push({ line, timescale, from, to });
  for (const [name, words] of unread) addUnread(reading.unread, name, { line, words, priority: priority.id, from, to });
}

/** A line without cells goes on with the title only when it reads so; it may be a heading, or a page's foot. */
function takeLine(reading: Reading, { line, cells, printed }: Extract<Line, { type: "cells" }>): void {
  const { priority } = reading;
  const words = plainText(cells[0] ?? "");
  if (printed > 1 || !priority || isRestOf(priority.title, words)) {
    takeCells(reading, line, cells);
    return;
  }
  dropLoose(reading);
  reading.loose = { line, words };
}

/** Words that stand under no priority: the title, the rest of a heading, or a mistake. */
function takeLoose(reading: Reading, line: number, cells: string[]): void {
  const words = plainText(cells[0] ?? "");
  if (cells.length > 1) {
    const under = reading.theme ? `; a row that begins with a number such as ${reading.theme.id}.1 was expected before it` : "";
    reading.problems.push({
      where: reading.printing.at(line),
      what: `these actions or measures stand under no priority${under}: ${quoted(plainText(cells.slice(1).find((cell) => cell.trim()) ?? ""))}`,
    });
  } else if (reading.before?.type === "theme" && reading.theme) {
    const { statement, name = "" } = reading.theme;
    if (statement) reading.theme.statement = joined(statement, words);
    else reading.theme.name = joined(name, words);
  } else if (!reading.themes.size && (!reading.title.length || reading.before?.type === "cells")) reading.title.push(words);
  else {
    dropLoose(reading);
    reading.loose = { line, words };
  }
}

function take(reading: Reading, line: Line): void {
  if (line.type === "header") Object.assign(reading, { columns: line.columns, names: line.names });
  if (line.type === "theme") takeHeading(reading, line);
  if (line.type === "priority") takeNumbered(reading, line);
  if (line.type === "cells") takeLine(reading, line);
  reading.before = line;
}

/** The themes and priorities of an appendix as printed, each row put together from all its pages; `look` and `problems` so far. */
export function readPrinted(text: string, printing: Printing = asText): { title: string[]; themes: PrintedTheme[]; look: ReviewIssue[]; problems: Problem[] } {
  const reading: Reading = {
    printing,
    title: [],
    themes: new Map(),
    priorities: new Map(),
    unread: new Map(),
    look: [],
    problems: [],
    columns: usualColumns,
    names: [],
  };
  for (const line of layoutOf(text)) take(reading, line);
  dropLoose(reading);
  reading.look.push(...lookAtUnread(reading.unread, printing));
  const { title, themes, look, problems } = reading;
  return { title, themes: [...themes.values()], look, problems };
}
