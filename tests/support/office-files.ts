/** Small office files for tests, made part by part so that they can be wrong in any one of them. */
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

export const contentTypes = (type = word): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export const paragraph = (text: string, properties = ""): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`;

/** A cell from its paragraphs, or one that is given as XML. */
export const tableRow = (...cells: string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith("<") ? cell : paragraph(cell)}</w:tc>`).join("")}</w:tr>`;

export const table = (...rows: string[]): string => `<w:tbl>${rows.join("")}</w:tbl>`;

export const headings = tableRow("Priority", "Actions", "Timescale", "Measures");

/** A document of that body; `parts` come beside or in place of the usual ones. */
export function docx(body: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  const all: Record<string, string | Uint8Array> = { "[Content_Types].xml": contentTypes(), "word/document.xml": xml, ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part])) as Zippable);
}

/** A workbook as Excel would write it, filled by the test. */
export async function xlsx(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}

/** A workbook of one sheet with these rows. */
export const sheet = (rows: unknown[][], also: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Uint8Array> =>
  xlsx((workbook) => {
    const made = workbook.addWorksheet("Plan");
    made.addRows(rows);
    also(made);
  });

/** The file with the text of one part changed. */
export const withPart = (bytes: Uint8Array, name: string, change: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] as Uint8Array))) });
};
