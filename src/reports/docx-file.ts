import type * as Docx from "docx";
import { draw, sizeOf } from "../pictures/index.js";
import type { ReportContents, ReportTable } from "../request/report-maker.js";

const FONT = "Arial";
const HEAD = "1D5B50";
/** Of a hundred, by heading; what is not named shares the rest. */
const SHARES: Record<string, number> = {
  Id: 7,
  Period: 10,
  Status: 12,
  Until: 14,
  Theme: 9,
  Lead: 18,
  Reporter: 17,
  Figure: 13,
  Target: 13,
  Change: 16,
  Actions: 22,
  "To be reported by": 20,
};

/** A report for Word: what needs attention first, then the picture, then the tables, on landscape A4. */
export async function docxFile(contents: ReportContents): Promise<Uint8Array> {
  // Loaded when the first report is made.
  const docx = await import("docx");
  const { title, about, asAt, summary, exceptions, picture, tables } = contents;
  const png = picture && (await draw(picture.chart, { scale: 2 }).catch(() => undefined));
  const heading = (text: string, level: "HEADING_1" | "HEADING_2") =>
    new docx.Paragraph({ text, heading: docx.HeadingLevel[level], keepNext: true, spacing: { before: 240, after: 80 } });
  const bullet = (text: string) => new docx.Paragraph({ text, bullet: { level: 0 }, spacing: { after: 60 } });
  const grey = (text: string) => new docx.Paragraph({ children: [new docx.TextRun({ text, color: "616161", size: 18 })], spacing: { after: 40 } });
  const attention = exceptions.length
    ? exceptions.flatMap(({ heading: name, lines, count }) => [heading(`${name} (${count})`, "HEADING_2"), ...lines.map(bullet)])
    : [new docx.Paragraph("Nothing needs attention.")];
  const document = new docx.Document({
    title,
    description: about,
    styles: {
      default: {
        document: { run: { font: FONT, size: 20 } },
        heading1: { run: { size: 28, bold: true, color: HEAD } },
        heading2: { run: { size: 22, bold: true } },
        title: { run: { size: 40, bold: true } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation: docx.PageOrientation.LANDSCAPE },
            margin: { top: 900, bottom: 900, left: 900, right: 900 },
          },
        },
        footers: { default: footer(docx, title) },
        children: [
          new docx.Paragraph({ text: title, heading: docx.HeadingLevel.TITLE }),
          new docx.Paragraph({ children: [new docx.TextRun({ text: about, bold: true })], spacing: { after: 120 } }),
          ...asAt.map(grey),
          heading("In short", "HEADING_1"),
          ...summary.map(bullet),
          heading("What needs attention", "HEADING_1"),
          ...attention,
          ...(png && picture ? [heading("Actions by status", "HEADING_1"), imageOf(docx, png, picture)] : []),
          ...tables.flatMap((table) => [heading(table.name, "HEADING_1"), tableOf(docx, table)]),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}

const footer = ({ Footer, Paragraph, TextRun, PageNumber }: typeof Docx, title: string) =>
  new Footer({
    children: [new Paragraph({ children: [new TextRun({ size: 16, children: [`${title} · page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })] })],
  });

function imageOf({ ImageRun, Paragraph }: typeof Docx, data: Buffer, { chart, alt }: NonNullable<ReportContents["picture"]>) {
  const altText = { name: "Actions by status", title: "Actions by status", description: alt };
  return new Paragraph({ children: [new ImageRun({ type: "png", data, transformation: sizeOf(chart), altText })] });
}

function tableOf(docx: typeof Docx, { columns, rows }: ReportTable) {
  const widths = widthsOf(columns);
  const cell = (text: string, place: number, head: boolean) =>
    new docx.TableCell({
      width: { size: widths[place] ?? 10, type: docx.WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(head && { shading: { type: docx.ShadingType.CLEAR, fill: HEAD } }),
      children: [new docx.Paragraph({ children: [new docx.TextRun({ text, size: 17, bold: head, ...(head && { color: "FFFFFF" }) })] })],
    });
  const row = (cells: string[], head = false) =>
    new docx.TableRow({ tableHeader: head, cantSplit: true, children: cells.map((text, place) => cell(text, place, head)) });
  return new docx.Table({ width: { size: 100, type: docx.WidthType.PERCENTAGE }, rows: [row(columns, true), ...rows.map((cells) => row(cells))] });
}

function widthsOf(columns: string[]): number[] {
  const named = columns.reduce((sum, column) => sum + (SHARES[column] ?? 0), 0);
  const others = columns.filter((column) => !SHARES[column]).length;
  return columns.map((column) => SHARES[column] ?? Math.floor((100 - named) / Math.max(1, others)));
}
