/** A table as CSV. Pure. */

/** One row a line, as a spreadsheet wants it. */
export const csvOf = (rows: readonly (readonly unknown[])[]): string => rows.map((row) => row.map(cell).join(",")).join("\r\n");

/** Quoted where it must be; what a spreadsheet would take for a formula is marked as text. */
function cell(value: unknown): string {
  const text = value === undefined ? "" : Array.isArray(value) ? value.join(" ") : String(value);
  const inert = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
