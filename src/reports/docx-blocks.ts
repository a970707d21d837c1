/** The paragraphs, the picture and the tables of a report for Word. */
import type * as Docx from "docx";
import type { ReportContents, ReportTable } from "../request/report-maker.js";
import { COLOURS, type Colour } from "../shared/colour.js";
import type { TemplateStyles } from "./template.js";

export const FONT = "Arial";
export const DEFAULT_HEAD = "1D5B50";

/** Of a hundred, by heading; what is not named shares the rest. */
const SHARES: Record<string, number> = {
  Id: 7,
  Period: 10,
  Status: 12,
  Until: 14,
  Theme: 10,
  Lead: 15,
  Reporter: 15,
  Figure: 13,
  Target: 13,
  Change: 16,
  Actions: 22,
  "To be reported by": 20,
};

/** What a report is written on: room for text in points, and ids of the styles. */
export interface Paper {
  width: number;
  height: number;
  styles: TemplateStyles;
}

interface Looks {
  paper: Paper;
  picture: { png: Buffer; size: { width: number; height: number }; alt: string } | undefined;
}

export function blocksOf(docx: typeof Docx, contents: ReportContents, { paper, picture }: Looks): Docx.FileChild[] {
  const { title, about, asAt, summary, exceptions, tables } = contents;
  const { styles } = paper;
  const paragraph = (text: string, style?: string) => new docx.Paragraph({ text, style });
  const heading = (text: string, style: string) => new docx.Paragraph({ text, style, keepNext: true });
  const bullet = (text: string) =>
    new docx.Paragraph({ text, ...(styles.bullet ? { style: styles.bullet } : { bullet: { level: 0 }, spacing: { after: 60 } }) });
  const small = (text: string) => new docx.Paragraph({ children: [new docx.TextRun({ text, color: "616161", size: 18 })], spacing: { before: 40, after: 40 } });
  const head = styles.headingColour ?? DEFAULT_HEAD;
  const attention = exceptions.length
    ? exceptions.flatMap(({ heading: name, lines, count }) => [heading(`${name} (${count})`, styles.heading2), ...lines.map(bullet)])
    : [paragraph("Nothing needs attention.")];
  return [
    paragraph(title, styles.title),
    new docx.Paragraph({ children: [new docx.TextRun({ text: about, bold: true })], spacing: { after: 120 } }),
    heading("Summary", styles.heading1),
    ...summary.map((text) => new docx.Paragraph({ text, spacing: { after: 80 } })),
    ...asAt.map(small),
    ...(picture ? [heading("Actions by status", styles.heading1), imageOf(docx, picture)] : []),
    heading("What needs attention", styles.heading1),
    ...attention,
    ...tables.flatMap((table) => [heading(table.name, styles.heading1), tableOf(docx, table, head), ...(table.elsewhere ? [small(table.elsewhere.note)] : [])]),
  ];
}

function imageOf({ ImageRun, Paragraph }: typeof Docx, { png, size, alt }: NonNullable<Looks["picture"]>) {
  const altText = { name: "Actions by status", title: "Actions by status", description: alt };
  return new Paragraph({ children: [new ImageRun({ type: "png", data: png, transformation: size, altText })] });
}

function tableOf(docx: typeof Docx, { columns, rows, colours, elsewhere }: ReportTable, head: string) {
  const widths = widthsOf(columns);
  const hidden = new Set(elsewhere?.rows);
  const cell = (text: string, place: number, tone?: { fill: string; text: string }, bold = false) =>
    new docx.TableCell({
      width: { size: widths[place] ?? 10, type: docx.WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(tone && { shading: { type: docx.ShadingType.CLEAR, fill: bare(tone.fill) } }),
      children: [
        new docx.Paragraph({ spacing: { after: 0 }, children: [new docx.TextRun({ text, size: 17, bold, ...(tone && { color: bare(tone.text) }) })] }),
      ],
    });
  const row = (cells: string[], colour: Colour | undefined) =>
    new docx.TableRow({ cantSplit: true, children: cells.map((text, place) => cell(text, place, columns[place] === "Status" ? toneOf(colour) : undefined)) });
  const top = new docx.TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((text, place) => cell(text, place, { fill: head, text: "FFFFFF" }, true)),
  });
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: [top, ...rows.flatMap((cells, place) => (hidden.has(place) ? [] : [row(cells, colours?.[place])]))],
  });
}

/** The colour of a status, as it is in the picture and on a card. */
const toneOf = (colour: Colour | undefined) => colour && COLOURS[colour].light;

const bare = (colour: string): string => colour.replace("#", "");

function widthsOf(columns: string[]): number[] {
  const named = columns.reduce((sum, column) => sum + (SHARES[column] ?? 0), 0);
  const others = columns.filter((column) => !SHARES[column]).length;
  return columns.map((column) => SHARES[column] ?? Math.floor((100 - named) / Math.max(1, others)));
}
