import type { Look, Measure, Plan, PlanAction, Priority, Theme } from "../plan.js";
import { readTimescale } from "../timescale.js";
import { addItems, type CellItem, cellItems, joined, plainText } from "./cells.js";
import { type Column, headingParts, type Line, layoutOf, usualColumns } from "./layout.js";
import { withInferred } from "./measure-words.js";
import { type Problem, quoted, sourceError } from "./problems.js";
import { assignStamps } from "./stamps.js";
import { themeNameFrom } from "./theme-name.js";

/** A priority's row as printed, put together from all pages it stands on. */
interface PrintedPriority {
  id: string;
  line: number;
  title: string;
  actions: CellItem[];
  /** The cells of the timescale column, a page each. */
  timescales: { line: number; cell: string }[];
  measures: CellItem[];
}

interface PrintedTheme {
  id: string;
  name?: string;
  statement?: string;
  priorities: PrintedPriority[];
}

interface Reading {
  title: string[];
  themes: Map<string, PrintedTheme>;
  look: Look[];
  problems: Problem[];
  columns: (Column | undefined)[];
  names: string[];
  theme?: PrintedTheme;
  priority?: PrintedPriority;
  before?: Line;
}

const at = (line: number): string => `line ${line}`;
const continued = /^\(?(?:continued|cont(?:'?d)?\.?)\)?$/i;

const themeOf = (id: string): string => (/^\p{L}/u.test(id) ? id.charAt(0).toUpperCase() : (id.split(".")[0] as string));

function openTheme(reading: Reading, id: string): PrintedTheme {
  const known = reading.themes.get(id);
  if (known) return known;
  const theme: PrintedTheme = { id, priorities: [] };
  reading.themes.set(id, theme);
  return theme;
}

function takeHeading(reading: Reading, line: Extract<Line, { type: "theme" }>): void {
  const { name, statement } = headingParts(line.heading);
  const known = reading.themes.get(line.id);
  if (known && reading.theme === known && known.name) {
    // Headings are printed again on each page.
    if (known.name.toLowerCase() !== name.replace(/\s*\(.*\)$/, "").toLowerCase())
      reading.look.push({ id: line.id, why: `line ${line.line} gives theme ${line.id} another heading: ${quoted(line.heading)}` });
    return;
  }
  reading.theme = openTheme(reading, line.id);
  Object.assign(reading.theme, { name, ...(statement && { statement }) });
  reading.priority = undefined;
}

function openPriority(reading: Reading, { id, line }: { id: string; line: number }): void {
  reading.theme = openTheme(reading, themeOf(id));
  reading.priority = { id, line, title: "", actions: [], timescales: [], measures: [] };
  reading.theme.priorities.push(reading.priority);
}

function takeNumbered(reading: Reading, line: Extract<Line, { type: "priority" }>): void {
  const [first = "", ...rest] = line.cells;
  const title = plainText(first).replace(/^(?:priority\s+)?[\p{L}\d.]*\d[.):]?(?:\s+|$)/iu, "");
  const known = [...reading.themes.values()].flatMap(({ priorities }) => priorities).find(({ id }) => id === line.id);
  if (!known) openPriority(reading, line);
  else if (known !== reading.priority || !(known.title.startsWith(title.replace(/\s*\(?cont.*$/i, "")) || continued.test(title))) {
    reading.problems.push({
      where: at(line.line),
      what: `priority ${line.id} is printed a second time (first in line ${known.line}); each number once was expected`,
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
  for (const [place, cell] of cells.entries()) {
    if (!cell.trim()) continue;
    const column = place < columns.length ? columns[place] : undefined;
    if (column === "priority" && !continued.test(plainText(cell))) priority.title = priority.title ? joined(priority.title, plainText(cell)) : plainText(cell);
    if (column === "actions") addItems(priority.actions, cellItems(cell));
    if (column === "measures") addItems(priority.measures, cellItems(cell));
    if (column === "timescale") priority.timescales.push({ line, cell });
    if (!column)
      reading.look.push({
        id: priority.id,
        why: `line ${line}: the column ${quoted(reading.names[place] || `number ${place + 1}`)} is not read: ${quoted(plainText(cell))}`,
      });
  }
}

/** Words that stand under no priority: the title, the rest of a heading, or a mistake. */
function takeLoose(reading: Reading, line: number, cells: string[]): void {
  const words = plainText(cells[0] ?? "");
  if (cells.length > 1) {
    const under = reading.theme ? `; a row that begins with a number such as ${reading.theme.id}.1 was expected before it` : "";
    reading.problems.push({
      where: at(line),
      what: `these actions or measures stand under no priority${under}: ${quoted(plainText(cells.slice(1).find((cell) => cell.trim()) ?? ""))}`,
    });
  } else if (reading.before?.type === "theme" && reading.theme) {
    const { statement, name = "" } = reading.theme;
    if (statement) reading.theme.statement = joined(statement, words);
    else reading.theme.name = joined(name, words);
  } else if (!reading.themes.size) reading.title.push(words);
  else reading.look.push({ id: reading.theme?.id ?? "plan", why: `line ${line} stands under no priority and is not read: ${quoted(words)}` });
}

function take(reading: Reading, line: Line): void {
  if (line.type === "header") Object.assign(reading, { columns: line.columns, names: line.names });
  if (line.type === "theme") takeHeading(reading, line);
  if (line.type === "priority") takeNumbered(reading, line);
  if (line.type === "cells") takeCells(reading, line.line, line.cells);
  reading.before = line;
}

/** "Appendix 3: The Plan: Indicative actions" is the appendix of "The Plan". */
function titleFrom(lines: string[]): string | undefined {
  const parts = lines
    .join(" ")
    .split(/:\s+/)
    .filter((part) => part && !/^(?:appendix|annexe?|schedule|attachment)\b[^:]{0,12}$/i.test(part));
  return parts.find((part) => /\b(?:plan|strategy)\b/i.test(part)) ?? parts[0];
}

function timescaleProblems(priority: PrintedPriority): Problem[] {
  const byPage = priority.timescales.flatMap(({ line, cell }) =>
    readTimescale(plainText(cell)).problems.map((why) => ({ where: at(line), what: `${priority.id}, timescale ${why}` })),
  );
  if (byPage.length) return byPage;
  const whole = readTimescale(priority.timescales.map(({ cell }) => plainText(cell)).join(" "));
  return whole.problems.map((why) => ({ where: at(priority.line), what: `${priority.id}, timescale ${why}` }));
}

/** Bullets of the timescale column are one action's each; without bullets the pages are one text. */
function timescaleCells({ timescales }: PrintedPriority): string[] {
  const items: CellItem[] = [];
  for (const { cell } of timescales) addItems(items, cellItems(cell));
  const listed = timescales.some(({ cell }) => /<li\b/i.test(cell));
  return listed ? items.map(({ text }) => text) : [items.map(({ text }) => text).join(" ")].filter(Boolean);
}

function priorityFrom(printed: PrintedPriority, starts: string, look: Look[]): Priority {
  const { id, title } = printed;
  const ids = printed.actions.map((_, place) => `${id}.${place + 1}`);
  const { timings, why } = assignStamps({ starts }, timescaleCells(printed), ids);
  if (why) look.push({ id, why });
  if (!printed.actions.length) look.push({ id, why: "no action is printed under it" });
  const actions = printed.actions.map(({ text }, place): PlanAction => {
    const { why: unread, ...timing } = timings[place] ?? {};
    const action = { id: ids[place] as string, text, ...timing };
    if (unread) look.push({ id: action.id, why: unread });
    return action;
  });
  const measures = printed.measures.map(({ text }, place): Measure => withInferred({ id: `${id}.m${place + 1}`, text }));
  return { id, title, actions, measures };
}

function themeFrom(printed: PrintedTheme, starts: string, look: Look[]): Theme {
  const { id, name = "", statement } = printed;
  return { id, name, ...(statement && { statement }), priorities: printed.priorities.map((priority) => priorityFrom(priority, starts, look)) };
}

function nameThemes(themes: Theme[], look: Look[]): Theme[] {
  return themes.map((theme) => {
    if (theme.name) return theme;
    const name = themeNameFrom(theme, themes);
    const from = name === `Theme ${theme.id}` ? "its number" : "the titles of its priorities";
    look.push({ id: theme.id, why: `theme ${theme.id} has no heading; the name "${name}" is inferred from ${from}` });
    return { ...theme, name, inferred: ["name"] };
  });
}

function check(reading: Reading): void {
  const priorities = [...reading.themes.values()].flatMap((theme) => theme.priorities);
  for (const priority of priorities) {
    if (!priority.title) reading.problems.push({ where: at(priority.line), what: `priority ${priority.id} has no title` });
    reading.problems.push(...timescaleProblems(priority));
  }
  if (!priorities.length && !reading.problems.length)
    reading.problems.push({
      where: "the whole text",
      what: 'no row begins with the number of a priority, such as "1.1 Increase …", so this is no appendix; and it is no plan file (JSON), which begins with {',
    });
}

/** Reads an appendix as published: rows of tab-separated cells, whatever pages and headers do to them. `starts` is the first day of Year 1. */
export function readAppendix(name: string, text: string, starts: string): { plan: Plan; look: Look[] } {
  const reading: Reading = { title: [], themes: new Map(), look: [], problems: [], columns: usualColumns, names: [] };
  for (const line of layoutOf(text)) take(reading, line);
  check(reading);
  if (reading.problems.length) throw sourceError(name, reading.problems);
  const printed = titleFrom(reading.title);
  const look = printed ? [] : [{ id: "plan", why: 'no title is printed; "Action plan" stands in for it' }];
  const rows: Look[] = [];
  const themes = [...reading.themes.values()].map((theme) => themeFrom(theme, starts, rows));
  const named = nameThemes(themes, look);
  return { plan: { title: printed ?? "Action plan", starts, timeZone: "Europe/London", themes: named }, look: [...look, ...reading.look, ...rows] };
}
