import type { Cell, Workbook, Worksheet } from "exceljs";
import type { ReportContents, ReportTable } from "../request/report-maker.js";
import { COLOURS, type Colour } from "../shared/colour.js";

const WIDTHS: Record<string, number> = {
  Id: 10,
  Action: 60,
  Priority: 60,
  Measure: 60,
  Dates: 46,
  Note: 46,
  Actions: 34,
  Change: 34,
  Target: 26,
  Lead: 30,
  Reporter: 30,
  Figure: 34,
};
const USUAL_WIDTH = 20;
const FRONT_WIDTH = 110;
const HEAD = "FF1D5B50";

/** A sheet for what needs attention, then one for each table, ready to be filtered and printed. */
export async function xlsxFile(contents: ReportContents): Promise<Uint8Array> {
  // Loaded when the first spreadsheet is made.
  const { default: excel } = await import("exceljs");
  const book: Workbook = new excel.Workbook();
  book.title = contents.title;
  frontSheet(book.addWorksheet("Report"), contents);
  for (const table of contents.tables) tableSheet(book.addWorksheet(table.name), table, contents.title);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function frontSheet(sheet: Worksheet, { title, about, asAt, summary, exceptions }: ReportContents): void {
  sheet.getColumn(1).width = FRONT_WIDTH;
  const add = (text: string, font: Record<string, unknown> = {}) => {
    const row = sheet.addRow([text]);
    row.font = { name: "Calibri", size: 11, ...font };
    row.alignment = { wrapText: true, vertical: "top" };
    row.height = heightOf([text], [FRONT_WIDTH], Number(font.size ?? 11));
  };
  add(title, { bold: true, size: 16 });
  add(about, { bold: true });
  for (const line of asAt) add(line, { color: { argb: "FF616161" } });
  add("");
  add("Summary", { bold: true, size: 13 });
  for (const line of summary) add(line);
  for (const { heading, lines, count } of exceptions) {
    add("");
    add(`${heading} (${count})`, { bold: true, size: 13 });
    for (const line of lines) add(line);
  }
  forPaper(sheet, title);
}

function tableSheet(sheet: Worksheet, { columns, rows, colours }: ReportTable, title: string): void {
  sheet.columns = columns.map((header) => ({ header, width: WIDTHS[header] ?? USUAL_WIDTH }));
  const widths = columns.map((header) => WIDTHS[header] ?? USUAL_WIDTH);
  for (const [place, cells] of rows.entries()) {
    const row = sheet.addRow(cells);
    row.alignment = { wrapText: true, vertical: "top" };
    row.height = heightOf(cells, widths);
    const colour = colours?.[place];
    if (colour) paint(row.getCell(columns.indexOf("Status") + 1), colour);
  }
  const head = sheet.getRow(1);
  head.font = { name: "Calibri", size: 11, bold: true, color: { argb: "FFFFFFFF" } };
  head.fill = { type: "pattern", pattern: "solid", fgColor: { argb: HEAD } };
  sheet.views = [{ state: "frozen", ySplit: 1 }];
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  forPaper(sheet, title);
}

/** Enough for the cell with the most lines: what opens a file does not always work it out. Widths in characters, heights in points. */
function heightOf(cells: string[], widths: number[], size = 11): number {
  const lines = cells.map((text, place) => Math.ceil(text.length / ((widths[place] ?? USUAL_WIDTH) * 0.95)) || 1);
  return Math.max(...lines) * size * 1.4;
}

/** The colour of a status, as it is in the picture and on a card. */
function paint(cell: Cell, colour: Colour): void {
  const { fill, text } = COLOURS[colour].light;
  cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: argb(fill) } };
  cell.font = { name: "Calibri", size: 11, color: { argb: argb(text) } };
}

const argb = (colour: string): string => `FF${colour.replace("#", "").toUpperCase()}`;

/** One page wide, the heading row on every page. */
function forPaper(sheet: Worksheet, title: string): void {
  sheet.pageSetup = { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "1:1" };
  sheet.headerFooter.oddFooter = `&L${title.replaceAll("&", "&&")}&RPage &P of &N`;
}
