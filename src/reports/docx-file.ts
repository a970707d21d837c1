import type * as Docx from "docx";
import { draw, sizeOf } from "../charts/index.js";
import type { ReportContents } from "../request/report-maker.js";
import { blocksOf, DEFAULT_HEAD, FONT, type Paper } from "./docx-blocks.js";
import { PLACEHOLDER, type Template } from "./template.js";

/** Landscape A4, in twentieths of a point. */
const PAGE = { width: 16838, height: 11906, margin: 900 };
/** Pixels a point, as the writer counts the sizes of pictures. */
const PIXELS = 96 / 72;
/** A picture leaves room for its heading. */
const OF_A_PAGE = 0.93;

/** A report for Word: in sentences, what needs attention, the picture, the tables; in a template, with its styles, headers and page. */
export async function docxFile(contents: ReportContents, template?: Template): Promise<Uint8Array> {
  // Loaded when the first report is made.
  const docx = await import("docx");
  const paper = paperOf(template);
  const blocks = blocksOf(docx, contents, { paper, picture: await pictureOf(contents, paper) });
  const { title, about } = contents;
  if (!template) return new Uint8Array(await docx.Packer.toBuffer(ownDocument(docx, contents, blocks)));
  return docx.patchDocument({
    outputType: "uint8array",
    data: template.bytes,
    patches: { [PLACEHOLDER]: { type: docx.PatchType.DOCUMENT, children: blocks } },
    properties: { title, description: about },
  });
}

function paperOf(template: Template | undefined): Paper {
  if (!template) {
    const inPoints = (size: number) => (size - 2 * PAGE.margin) / 20;
    return { width: inPoints(PAGE.width), height: inPoints(PAGE.height), styles: { title: "Title", heading1: "Heading1", heading2: "Heading2" } };
  }
  return { width: template.width, height: template.height, styles: template.styles };
}

/** As wide as the text, unless it would be higher than the page; nothing where it could not be drawn. */
async function pictureOf({ picture }: ReportContents, { width, height }: Paper) {
  if (!picture) return undefined;
  const wide = Math.round(width * PIXELS);
  const png = await draw(picture.chart, { scale: 2, width: wide }).catch(() => undefined);
  const drawn = sizeOf(picture.chart, { width: wide });
  const share = Math.min(1, (height * PIXELS * OF_A_PAGE) / drawn.height);
  return png && { png, size: { width: Math.round(drawn.width * share), height: Math.round(drawn.height * share) }, alt: picture.alt };
}

function ownDocument(docx: typeof Docx, { title, about }: ReportContents, children: Docx.FileChild[]) {
  return new docx.Document({
    title,
    description: about,
    styles: {
      default: {
        document: { run: { font: FONT, size: 20, language: { value: "en-GB" } } },
        heading1: { run: { size: 28, bold: true, color: DEFAULT_HEAD }, paragraph: { spacing: { before: 280, after: 100 } } },
        heading2: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 180, after: 60 } } },
        title: { run: { size: 40, bold: true } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            // Given upright: the writer turns it.
            size: { width: PAGE.height, height: PAGE.width, orientation: docx.PageOrientation.LANDSCAPE },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: { default: footer(docx, title) },
        children,
      },
    ],
  });
}

const footer = ({ Footer, Paragraph, TextRun, PageNumber }: typeof Docx, title: string) =>
  new Footer({
    children: [new Paragraph({ children: [new TextRun({ size: 16, children: [`${title} · page `, PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })] })],
  });
