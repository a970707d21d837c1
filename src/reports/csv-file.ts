import type { ReportContents } from "../request/report-maker.js";
import { csvOf } from "../shared/csv.js";

/** All tables in one, each row with the table's name and each column under its own heading; the mark at the front tells a spreadsheet that it is UTF-8. */
export function csvFile({ title, asAt, tables }: ReportContents): Uint8Array {
  const columns = [...new Set(tables.flatMap((table) => table.columns))];
  const rows = tables.flatMap((table) => table.rows.map((row) => [table.name, ...columns.map((column) => row[table.columns.indexOf(column)] ?? "")]));
  return new TextEncoder().encode(`\ufeff${csvOf([[title, ...asAt], ["Table", ...columns], ...rows])}\r\n`);
}
