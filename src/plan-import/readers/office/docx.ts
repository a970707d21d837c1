/** The lines and table rows of a Word document in printed order. */
import { type Block, emptyCell, type Paragraph, paragraphOf } from "../../block.js";
import { headingStyles } from "./docx-headings.js";
import { listsOfStyles, type NumberedBy, numberer } from "./docx-numbering.js";
import { addInner, blocksOf, type Counts, closeCell, closeRow, newTable, type OpenTable } from "./docx-tables.js";
import { readXml, type Tag } from "./xml.js";

/** What stands twice (for older programs), was deleted, or is how something looked before it was changed. */
const skipped = new Set(["Fallback", "del", "moveFrom", "pPrChange", "rPrChange", "tcPrChange", "trPrChange", "tblPrChange", "instrText", "delText"]);
const breaks: Record<string, string> = { br: "\n", cr: "\n", tab: " ", noBreakHyphen: "-" };
const symbolBullets = new Set(["F0B7", "F0A7", "F0D8"]);

interface OpenParagraph {
  text: string;
  /** How much of the text is bold. */
  bold: number;
  outline?: number;
  style?: string;
  list?: string;
  level?: number;
}

interface Reading {
  blocks: Block[];
  /** Names of the elements that are open, outermost first. */
  path: string[];
  skipping: number;
  paragraphs: OpenParagraph[];
  /** The tables that are open, outermost first. */
  open: OpenTable[];
  counts: Counts;
  hidden: boolean;
  bold: boolean;
}

const mostColumns = 100;
const mostBlocks = 30_000;

const isOff = (value: string | undefined): boolean => value === "0" || value === "false" || value === "none";

function openTag(reading: Reading, { name, of }: Tag): void {
  const parent = reading.path.at(-1);
  reading.path.push(name);
  // A row that was deleted says so in its properties.
  const row = reading.open.at(-1)?.row;
  if (name === "del" && parent === "trPr" && row) row.gone = true;
  if (reading.skipping || skipped.has(name)) {
    reading.skipping++;
    return;
  }
  const paragraph = reading.paragraphs.at(-1);
  if (name === "p") reading.paragraphs.push({ text: "", bold: 0 });
  else if (name === "r") [reading.hidden, reading.bold] = [false, false];
  else if (name === "b" && parent === "rPr" && reading.path.at(-3) === "r") reading.bold = !isOff(of.val);
  else if (paragraph && name === "outlineLvl" && parent === "pPr") paragraph.outline = Number(of.val);
  else if (name === "vanish" && parent === "rPr" && reading.path.at(-3) === "r") reading.hidden = !isOff(of.val);
  else if (paragraph && parent === "r" && !reading.hidden && breaks[name]) paragraph.text += of.type === "page" ? " " : breaks[name];
  else if (paragraph && parent === "r" && name === "sym") paragraph.text += symbolBullets.has((of.char ?? "").toUpperCase()) ? "• " : " ";
  else if (paragraph && name === "pStyle") paragraph.style = of.val;
  else if (paragraph && name === "numId" && parent === "numPr") paragraph.list = of.val;
  else if (paragraph && name === "ilvl" && parent === "numPr") paragraph.level = Number(of.val);
  else openTable(reading, { name, of });
}

function openTable(reading: Reading, { name, of }: Tag): void {
  if (name === "tbl") reading.open.push(newTable());
  const table = reading.open.at(-1);
  if (!table) return;
  const { row, cell } = table;
  const count = Math.min(Math.max(Number(of.val) || 1, 1), mostColumns);
  if (name === "tr") table.row = { cells: [], inner: [], gone: false };
  if (name === "gridBefore") for (let at = 0; at < count; at++) row?.cells.push(emptyCell());
  if (name === "tc") table.cell = emptyCell();
  if (name === "gridSpan" && cell) cell.span = count;
  if (name === "vMerge" && cell) cell.above = of.val !== "restart";
  if (name === "shd" && cell && reading.path.at(-2) === "tcPr" && /^[0-9a-f]{6}$/i.test(of.fill ?? "")) cell.fill = (of.fill ?? "").toLowerCase();
}

interface Lists {
  headings: Map<string, number>;
  ofStyles: Map<string, NumberedBy>;
  number: (by: NumberedBy) => string | undefined;
}

/** A line broken by hand is a paragraph of its own; only the first one is the item of the list. */
function paragraphsOf({ text, bold, outline, style, list, level }: OpenParagraph, { headings, ofStyles, number }: Lists): Paragraph[] {
  const styled = style ? ofStyles.get(style) : undefined;
  const by = list === "0" ? undefined : list ? { list, level: level ?? styled?.level ?? 0 } : styled;
  if (!text.trim()) return [];
  const heading = (style !== undefined ? headings.get(style) : undefined) ?? (outline !== undefined && outline < 9 ? outline + 1 : undefined);
  const looks = { ...(heading !== undefined && { level: heading }), ...(bold >= text.trim().length && { bold: true }) };
  return text.split("\n").map((line, at) => ({ ...(at ? paragraphOf(line) : paragraphOf(line, by !== undefined, by && number(by))), ...looks }));
}

function addText(paragraph: OpenParagraph, text: string, bold: boolean): void {
  paragraph.text += text;
  if (bold) paragraph.bold += text.length;
}

function closeTag(reading: Reading, name: string, lists: Lists): void {
  reading.path.pop();
  if (reading.blocks.length > mostBlocks) throw new RangeError("rows");
  if (reading.skipping) reading.skipping--;
  else if (name === "p") closeParagraph(reading, lists);
  else if (name === "tc") closeCell(reading.open.at(-1));
  else if (name === "tr") closeRow(reading.open.at(-1));
  else if (name === "tbl") {
    const closed = reading.open.pop();
    const outer = reading.open.at(-1);
    if (closed && outer?.row && outer.cell) addInner(outer, closed);
    else if (closed) reading.blocks.push(...blocksOf(closed, reading.counts));
  }
}

function closeParagraph(reading: Reading, lists: Lists): void {
  const paragraph = reading.paragraphs.pop();
  const made = paragraph ? paragraphsOf(paragraph, lists) : [];
  const table = reading.open.at(-1);
  if (table?.cell) table.cell.paragraphs.push(...made);
  else if (!table) for (const one of made) reading.blocks.push({ type: "line", where: `paragraph ${++reading.counts.lines}`, paragraph: one });
}

/** Reads the parts of a document: text as it stands, what was deleted or hidden left out. Throws when they are no well-formed XML. */
export function readDocx(parts: Map<string, string>): Block[] {
  const part = (pattern: RegExp) => [...parts].find(([name]) => pattern.test(name))?.[1];
  const styles = part(/^word\/styles\d*\.xml$/i);
  const lists: Lists = {
    headings: styles ? headingStyles(styles) : new Map(),
    ofStyles: styles ? listsOfStyles(styles) : new Map(),
    number: numberer(part(/^word\/numbering\d*\.xml$/i)),
  };
  const reading: Reading = {
    blocks: [],
    path: [],
    skipping: 0,
    paragraphs: [],
    open: [],
    counts: { tables: 0, lines: 0 },
    hidden: false,
    bold: false,
  };
  readXml(part(/^word\/document\d*\.xml$/i) ?? "", {
    open: (tag) => openTag(reading, tag),
    text: (text) => {
      const paragraph = reading.paragraphs.at(-1);
      if (paragraph && !reading.skipping && !reading.hidden && reading.path.at(-1) === "t") addText(paragraph, text.replace(/\n/g, " "), reading.bold);
    },
    close: (name) => closeTag(reading, name, lists),
  });
  return reading.blocks;
}
