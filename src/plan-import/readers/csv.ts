/** The rows of a CSV file: parted by commas, semicolons or tabs, in UTF-8 or as older Windows programs write it. */
import { parse } from "csv-parse/sync";
import { type Block, paragraphOf } from "../block.js";
import { partsOf } from "../published/grid.js";
import { isHeadRow } from "../published/table-head.js";
import { windowsText } from "./encoding.js";
import { refuse } from "./office/refusal.js";

const mostRows = 20_000;
const mostColumns = 100;
const delimiters = [",", ";", "\t", "|"];

const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return windowsText(bytes);
  }
};

/** How many rows go over a mark is told from the first ones. */
function widthWith(text: string, delimiter: string): number {
  const rows = rowsOf(text.slice(0, 20_000), delimiter, 50);
  const widths = rows.map((row) => row.filter((cell) => cell.trim()).length).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

function rowsOf(text: string, delimiter: string, to: number): string[][] {
  const options = { delimiter, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, to, max_record_size: 200_000 };
  return parse(text, options) as string[][];
}

function rowsIn(name: string, bytes: Uint8Array): string[][] {
  const text = decoded(bytes);
  try {
    const [best = ","] = delimiters
      .map((delimiter) => ({ delimiter, width: widthWith(text, delimiter) }))
      .sort((a, b) => b.width - a.width)
      .map(({ delimiter }) => delimiter);
    return rowsOf(text, best, mostRows + 1);
  } catch {
    throw refuse(name, "its rows cannot be told apart, as a quotation mark is open to the end. Save it again as CSV and try once more.");
  }
}

/** A row whose words stand in its first cell alone is a line across, as it is in a spreadsheet. */
export function readCsv(name: string, bytes: Uint8Array): Block[] {
  const rows = rowsIn(name, bytes);
  if (rows.length > mostRows) throw refuse(name, `it has more than ${mostRows} rows, many more than any plan.`);
  return rows.map((cells, at): Block => {
    const shown = cells
      .slice(0, mostColumns)
      .map((cell) => ({ paragraphs: cell.trim() ? cell.split(/\r\n|[\n\r]/).map((line) => paragraphOf(line)) : [], span: 1 }));
    return { type: "row", where: `row ${at + 1}`, table: "the file", cells: shown };
  });
}

/** Whether text without a telling name is CSV: rows of it head columns. */
export function looksLikeCsv(text: string): boolean {
  const start = text.slice(0, 4_000);
  if (/<li>|\t\d+\.\d+ /.test(start)) return false;
  return [",", ";"].some((delimiter) => {
    try {
      const blocks = rowsOf(start, delimiter, 12).map(
        (cells, at): Block => ({
          type: "row",
          where: String(at),
          table: "",
          cells: cells.map((cell) => ({ paragraphs: cell.trim() ? [paragraphOf(cell)] : [], span: 1 })),
        }),
      );
      return partsOf(blocks).some((part) => part.type === "table" && part.rows.some((row) => row.cells.length > 2 && isHeadRow(row)));
    } catch {
      return false;
    }
  });
}
