/** A file's parts as lines, and pieces of tables under their heads. Pure. */
import { apart } from "./apart.js";
import { cardsIn } from "./cards.js";
import { cellAt, filled, type GridRow, type GridTable, type Part, type TextLine } from "./grid.js";
import { isHighLow, labelIn, rolesNamed } from "./heading-words.js";
import { plainHeadIn } from "./plain-head.js";
import { colourOfFill } from "./statuses.js";
import { headAt, isSameHead, type Segment } from "./table-head.js";
import { withYears } from "./years-over.js";

export type { Segment };

/** A table, or the rows of one, that no row heads. */
export interface Headless {
  type: "headless";
  table: string;
  sheet?: string;
  rows: GridRow[];
}

export type Piece = TextLine | Segment | Headless;

/** A row of a sheet above its table's head, as a line. */
function lineOf(row: GridRow): TextLine {
  const cells = filled(row);
  const bold = cells.length > 0 && cells.every(({ cell }) => cell.paragraphs.every((paragraph) => paragraph.bold));
  return { type: "line", where: row.where, text: cells.map(({ cell }) => cell.text).join(" "), listed: false, ...(bold && { bold }) };
}

/** Rows above a table's head: lines, but for those that say what colours mean. */
function beforeHead(rows: GridRow[], about: { table: string; sheet?: string }): Piece[] {
  const isKey = (row: GridRow) => row.cells.some(({ fill, text }) => colourOfFill(fill) && !text) && filled(row).length === 1;
  const key = rows.filter(isKey);
  const lines = rows.filter((row) => filled(row).length && (key.length < 2 || !isKey(row))).map(lineOf);
  return key.length < 2 ? lines : [...lines, { type: "headless", ...about, rows: key }];
}

function piecesOfTable({ name, sheet, rows }: GridTable): Piece[] {
  const pieces: Piece[] = [];
  const about = { table: name, ...(sheet !== undefined && { sheet }) };
  let segment: Segment | undefined;
  let before: GridRow[] = [];
  for (let at = 0; at < rows.length; ) {
    const head = headAt(rows, at, segment !== undefined);
    if (!head) {
      (segment ? segment.rows : before).push(rows[at] as GridRow);
      at++;
      continue;
    }
    const over = rows[at - 1];
    if (!segment) pieces.push(...beforeHead(before, about));
    before = [];
    at += head.rows;
    head.names = withYears(head.names, over);
    if (segment && isSameHead(segment.head, head)) continue;
    segment = { type: "segment", ...about, head, rows: [] };
    pieces.push(segment);
  }
  const plain = segment ? undefined : plainHeadIn(before);
  if (plain) return [...beforeHead(plain.above, about), { type: "segment", ...about, head: plain.head, rows: plain.rows }];
  if (!segment && before.length) pieces.push({ type: "headless", ...about, rows: before });
  return pieces;
}

const label = /^(\p{L}[\p{L}\p{N} /()&,-]{1,45}?)\s*:\s+(\S.*)$/u;
/** Of a line; what is longer is prose. */
const longestLabelled = 500;
const telling = new Set(["lead", "due", "status", "measure", "start"]);

interface Labelled {
  name: string;
  text: string;
}

function labelOf(part: Part | undefined): Labelled | undefined {
  const match = part?.type === "line" && part.level === undefined ? label.exec(part.text.slice(0, longestLabelled)) : null;
  return match?.[1] && match[2] ? { name: match[1], text: match[2] } : undefined;
}

const cell = (text: string) => ({ text, paragraphs: text ? [{ text, listed: false }] : [], above: false, covered: false, span: 1 });

const inline = /\s+[-–—|;]\s+(?=\p{L}[\p{L} ]{1,30}:\s)/u;

/** "1.1 Mend the roof - Lead: Building Officer - Due: March 2026": an action with its labels in one line. */
function recordIn(part: Part): Segment | undefined {
  if (part.type !== "line" || part.level !== undefined || part.text.length > longestLabelled) return undefined;
  const [text = "", ...rest] = part.text.split(inline);
  const labels = rest.map((one) => label.exec(one)).flatMap((match) => (match?.[1] && match[2] ? [{ name: match[1], text: match[2] }] : []));
  const roles = labels.map(({ name }) => rolesNamed(name)[0] ?? "");
  if (rest.length < 2 || labels.length < rest.length || !roles.every((role) => role !== "") || !roles.some((role) => telling.has(role))) return undefined;
  const all = [{ name: "Action", text }, ...labels];
  const rows = [{ where: part.where, cells: all.map((one) => cell(one.text)) }];
  return { type: "segment", table: "the lines", head: { names: all.map(({ name }) => name), rows: 0 }, rows };
}

const namesAction = ({ name }: Labelled): boolean => rolesNamed(labelIn(name).name)[0] === "action";

/** "Theme: Recycle" begins what follows; "Priority: High" is of the action. */
const namesLevel = ({ name, text }: Labelled): boolean => rolesNamed(labelIn(name).name)[0] === "level" && !isHighLow(text);

const MOST_LABEL_WORDS = 4;

/** The longest words right before a colon that name a role, and where they begin. */
function labelBefore(text: string, colon: number): { name: string; from: number } | undefined {
  const words = [...text.slice(Math.max(0, colon - 60), colon).matchAll(/\S+/g)].slice(-MOST_LABEL_WORDS);
  const start = Math.max(0, colon - 60);
  for (const { index } of words) {
    const name = text.slice(start + index, colon).trim();
    if (/^\p{Lu}[\p{L} ]+$/u.test(name) && rolesNamed(name).length) return { name, from: start + index };
  }
  return undefined;
}

/** "Lead: Estate Surveyor Timescale: June 2027": a line that is labels and nothing else. */
function labelsInLine(part: Part | undefined): Labelled[] {
  if (part?.type !== "line" || part.level !== undefined || part.text.length > longestLabelled) return [];
  const { text } = part;
  const found = [...text.matchAll(/:\s+/g)].flatMap(({ index, 0: colon }) => {
    const label = labelBefore(text, index);
    return label ? [{ ...label, to: index + colon.length }] : [];
  });
  if (found.length < 2 || found[0]?.from !== 0) return [];
  return found.map(({ name, to }, at) => ({ name, text: text.slice(to, found[at + 1]?.from).replace(/[\s|;•·–—-]+$/u, "") }));
}

/** The labelled lines from a place on, up to the next one that names an action, and how many lines they are. */
function labelsFrom(parts: Part[], at: number): { labels: Labelled[]; lines: number } {
  const labels: Labelled[] = [];
  for (let next = at; ; next++) {
    const several = labelsInLine(parts[next]);
    const one = several.length ? undefined : labelOf(parts[next]);
    if (several.length) labels.push(...several);
    else if (!one || (labels.length > 0 && (namesAction(one) || namesLevel(one)))) return { labels, lines: next - at };
    else labels.push(one);
  }
}

/** "Lead officer: …", "Timescale: …" under a line, or under "Action: …", are that line's: together they are rows of a table. */
function withRecords(parts: Part[]): (Part | Segment)[] {
  const all: (Part | Segment)[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as Part;
    const inOneLine = recordIn(part);
    if (inOneLine) {
      all.push(inOneLine);
      continue;
    }
    const own = labelOf(part);
    const isTitled = part.type === "line" && part.level === undefined && (!own || namesAction(own));
    const { labels, lines } = isTitled ? labelsFrom(parts, own ? at : at + 1) : { labels: [], lines: 0 };
    const [first] = labels;
    const titled = first && namesAction(first) ? first : { name: "Action", text: part.type === "line" ? part.text : "" };
    const rest = labels.filter((one) => one !== titled);
    const isOwn = titled !== first || own !== undefined;
    if (!isOwn || rest.length < 2 || !rest.some(({ name }) => telling.has(rolesNamed(name)[0] ?? ""))) {
      all.push(part);
      continue;
    }
    const { name, reference = part.type === "line" && !own ? part.number : undefined } = labelIn(titled.name);
    const record = [...(reference ? [{ name: "Ref", text: reference }] : []), { name, text: titled.text }, ...rest];
    const head = { names: record.map((one) => one.name), rows: 0 };
    const rows = [{ where: (part as TextLine).where, cells: record.map(({ text }) => cell(text)) }];
    all.push({ type: "segment", table: "the lines", head, rows });
    at += own ? lines - 1 : lines;
  }
  return all;
}

/** Lines, small tables about one action each, and tables cut where a new head begins. */
export const piecesOf = (parts: Part[]): Piece[] =>
  withRecords(parts).flatMap((part) => (part.type === "table" ? (cardsIn(part) ?? apart(part).flatMap(piecesOfTable)) : [part]));

/** How many columns the widest row has. */
export const widthOf = (rows: GridRow[]): number => rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
/** The words of every cell that has any. */
export const textsOf = (rows: GridRow[]): string[] => rows.flatMap((row) => row.cells.map((_, at) => cellAt(row, at).text).filter(Boolean));
