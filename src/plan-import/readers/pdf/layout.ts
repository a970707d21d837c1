/** Pages as lines and rows of cells: heads and feet left out, headings by the size of their letters, rows that go on over pages joined. Pure. */
import { isRestOf, joined } from "../../appendix/cells.js";
import { type Block, type Cell, paragraphOf } from "../../block.js";
import { type Line, linesOf } from "./cell-lines.js";
import { ruledTables } from "./lattice.js";
import type { Page, Word } from "./page.js";
import { isHeadLine, streamTable } from "./stream.js";

type Row = Extract<Block, { type: "row" }>;

const textOf = ({ words }: Line): string => words.map(({ text }) => text).join(" ");
const shape = (text: string): string => text.replace(/\d+/g, "#").toLowerCase();
const pageFoot = /^(?:page )?\d{1,4}$|\bpage \d{1,4}(?: of \d{1,4})?$|^\d{1,4} of \d{1,4}$/i;

/** Words at the head or foot of a page that stand there on several pages, and page numbers. */
function withoutFurniture(pages: Page[]): Page[] {
  const edge = ({ height }: Page, y: number) => y > height * 0.93 || y < height * 0.08;
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const line of linesOf(page.words)) if (edge(page, line.y)) counts.set(shape(textOf(line)), (counts.get(shape(textOf(line))) ?? 0) + 1);
  return pages.map((page) => {
    const gone = new Set<Word>();
    for (const line of linesOf(page.words)) {
      const text = textOf(line);
      if (edge(page, line.y) && ((counts.get(shape(text)) ?? 0) > 1 || pageFoot.test(text))) for (const word of line.words) gone.add(word);
    }
    return { ...page, words: page.words.filter((word) => !gone.has(word)) };
  });
}

/** The size that most letters have, and the larger ones, largest first. */
function sizesOf(pages: Page[]): { body: number; larger: number[] } {
  const letters = new Map<number, number>();
  for (const { words } of pages) for (const { size, text } of words) letters.set(Math.round(size), (letters.get(Math.round(size)) ?? 0) + text.length);
  const body = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  return { body, larger: [...letters.keys()].filter((size) => size > body + 1).sort((a, b) => b - a) };
}

interface Layout {
  blocks: Block[];
  sizes: { body: number; larger: number[] };
  tables: number;
}

/** A line right below a bullet's, without a bullet of its own and no further left than the one above. */
function isRestOfItem(line: Line, before: Line): boolean {
  const [first, above] = [line.words[0], before.words[0]];
  if (!first || !above || paragraphOf(textOf(line)).listed) return false;
  const isBullet = paragraphOf(textOf(before)).listed;
  return (
    before.y - line.y < first.size * 1.8 &&
    Math.abs(first.size - above.size) < 0.6 &&
    (isBullet ? first.from > above.from + 2 : Math.abs(first.from - above.from) < 2)
  );
}

/** Lines of one size right below each other are one heading. */
function addLine(layout: Layout, line: Line, where: string, before: Line | undefined): void {
  const [first] = line.words;
  if (!first) return;
  const { larger } = layout.sizes;
  const level = larger.indexOf(Math.round(first.size));
  const last = layout.blocks.at(-1);
  const above = before?.words[0];
  const goesOn = level >= 0 && above && Math.round(above.size) === Math.round(first.size) && before.y - line.y < first.size * 1.6;
  if (goesOn && last?.type === "line" && last.paragraph.level !== undefined) {
    last.paragraph.text = joined(last.paragraph.text, textOf(line));
    return;
  }
  if (last?.type === "line" && last.paragraph.listed && before && isRestOfItem(line, before)) {
    last.paragraph.text = joined(last.paragraph.text, textOf(line));
    return;
  }
  const bold = line.words.every((word) => word.bold);
  layout.blocks.push({ type: "line", where, paragraph: { ...paragraphOf(textOf(line)), ...(level >= 0 && { level: level + 1 }), ...(bold && { bold }) } });
}

const cellText = ({ paragraphs }: Cell): string => paragraphs.map(({ text }) => text).join(" ");
const isSame = (a: Cell[], b: Cell[]): boolean => a.length === b.length && a.every((cell, at) => cellText(cell) === cellText(b[at] as Cell));

/** A row at the top of a page that is only the rest of the one before. */
function goesOnFrom(last: Row | undefined, cells: Cell[]): boolean {
  if (!last || last.cells.length !== cells.length) return false;
  const filled = cells.flatMap((cell, at) => (cellText(cell) && !cell.above ? [{ cell, before: last.cells[at] as Cell }] : []));
  return (
    filled.length > 0 &&
    filled.every(({ cell, before }) => cellText(before) !== "" && !cell.paragraphs[0]?.listed && isRestOf(cellText(before), cellText(cell)))
  );
}

function join(last: Row, cells: Cell[]): void {
  for (const [at, cell] of cells.entries()) {
    const before = last.cells[at] as Cell;
    const end = before.paragraphs.at(-1);
    const [first, ...rest] = cell.paragraphs;
    if (first && end) end.text = joined(end.text, first.text);
    before.paragraphs.push(...rest);
  }
}

/** `isTop`: it is the first table of its page, so that it may go on from the page before. */
function addTable(layout: Layout, rows: Cell[][], page: number, isTop: boolean): void {
  const last = layout.blocks.at(-1);
  const before = isTop && last?.type === "row" ? last : undefined;
  const head = before && layout.blocks.find((block): block is Row => block.type === "row" && block.table === before.table);
  const repeats = head && rows[0] ? isSame(head.cells, rows[0]) : false;
  const body = repeats ? rows.slice(1) : rows;
  const goesOn = before && (repeats || before.cells.length === rows[0]?.length);
  if (!goesOn) layout.tables++;
  const table = goesOn ? before.table : `table ${layout.tables}`;
  for (const [at, cells] of body.entries()) {
    if (at === 0 && goesOn && goesOnFrom(before, cells)) join(before, cells);
    else layout.blocks.push({ type: "row", where: `page ${page}, ${table}, row ${at + 1}`, table, cells });
  }
}

/** The words of a merged cell that a program prints again at the top of the next page. */
function isRepeated(layout: Layout, lines: Line[], at: number, ruledTop: number | undefined): boolean {
  const last = layout.blocks.findLast((block): block is Row => block.type === "row");
  const below = lines.findIndex(({ y }) => ruledTop !== undefined && y < ruledTop);
  const head = ruledTop === undefined ? lines.findIndex(isHeadLine) : below < 0 ? lines.length : below;
  if (!last || layout.blocks.at(-1) !== last || head < 0 || at >= head) return false;
  const again = lines.slice(0, head).map(textOf).join(" ");
  const rows = layout.blocks.filter((block): block is Row => block.type === "row" && block.table === last.table);
  return rows.some(({ cells }) => cells.some((cell) => cellText(cell) === again));
}

function addPage(layout: Layout, page: Page): void {
  const tables = ruledTables(page);
  const inTables = new Set(tables.flatMap(({ words }) => [...words]));
  const lines = linesOf(page.words.filter((word) => !inTables.has(word)));
  let isTop = true;
  let before: Line | undefined;
  const addRuled = (until: number) => {
    while (tables[0] && tables[0].top > until) {
      addTable(layout, (tables.shift() as (typeof tables)[0]).rows, page.number, isTop);
      isTop = false;
      before = undefined;
    }
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    addRuled(line.y);
    if (isHeadLine(line)) {
      const { rows, end } = streamTable(lines, at);
      addTable(layout, rows, page.number, isTop);
      [at, isTop, before] = [end, false, undefined];
      continue;
    }
    if (!isRepeated(layout, lines, at, tables[0]?.top)) {
      addLine(layout, line, `page ${page.number}`, before);
      isTop = false;
    }
    before = line;
    at++;
  }
  addRuled(Number.NEGATIVE_INFINITY);
}

/** A size of letters that only the first heading has is the title's. */
function withTitle(blocks: Block[]): Block[] {
  const headings = blocks.flatMap((block) => (block.type === "line" && block.paragraph.level !== undefined ? [block.paragraph] : []));
  const [first] = headings;
  const isTitle =
    first &&
    headings.length > 1 &&
    headings.filter(({ level }) => level === first.level).length === 1 &&
    headings.every(({ level }) => (level ?? 0) >= (first.level ?? 0));
  if (isTitle || headings.length === 1) (first as { level?: number }).level = 0;
  return blocks;
}

/** Pages as lines and rows, without what is printed on each of them. */
export function layOutPages(pages: Page[]): Block[] {
  const clean = withoutFurniture(pages);
  const layout: Layout = { blocks: [], sizes: sizesOf(clean), tables: 0 };
  for (const page of clean) addPage(layout, page);
  return withTitle(layout.blocks);
}
