/** An organisation's own Word file, whose styles, headers and page a report takes. */
import { readFile } from "node:fs/promises";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { SaxesParser } from "saxes";
import { UserFacingError } from "../shared/errors.js";

/** What paragraphs of a report are called in a template: ids of its styles. */
export interface TemplateStyles {
  title: string;
  heading1: string;
  heading2: string;
  /** Missing where the template has no style for lists; then Word's own bullets are taken. */
  bullet?: string;
  /** Colour of its headings, as rrggbb. */
  headingColour?: string;
}

export interface Template {
  /** A .docx with `{{report}}` where the report goes. */
  bytes: Uint8Array;
  styles: TemplateStyles;
  /** Room for text on a page, in points. */
  width: number;
  height: number;
}

export const PLACEHOLDER = "report";
const MARK = `{{${PLACEHOLDER}}}`;
const DOCUMENT = "word/document.xml";
const STYLES = "word/styles.xml";
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_UNPACKED = 100 * 1024 * 1024;
/** A4 with a margin of an inch, in twentieths of a point. */
const PAGE = { w: 11906, h: 16838, margin: 1440 };

/** Throws a UserFacingError that says what is wrong with the file. */
export async function readTemplate(path: string): Promise<Template> {
  const unusable = (why: string) =>
    new UserFacingError(`REPORT_TEMPLATE: ${path} ${why}. Set it to a Word file (.docx), or leave it empty for the layout of Waymark's own.`);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw unusable(error.code === "ENOENT" ? "is not there" : error.code === "EISDIR" ? "is a folder" : `cannot be read (${error.code ?? "unknown reason"})`);
  });
  if (bytes.length > MOST_BYTES) throw unusable(`is larger than ${MOST_BYTES / 1024 / 1024} MB`);
  try {
    return templateOf(bytes);
  } catch (error) {
    throw unusable(error instanceof UserFacingError ? error.message : "is no Word document that can be opened");
  }
}

function templateOf(bytes: Uint8Array): Template {
  let unpacked = 0;
  const parts = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      unpacked += originalSize;
      if (unpacked > MOST_UNPACKED) throw new UserFacingError("is too large once it is unpacked");
      return true;
    },
  });
  const [document, styles] = [parts[DOCUMENT], parts[STYLES]];
  if (!document || !styles) throw new UserFacingError("is no Word document (.docx)");
  const page = pageOf(strFromU8(document));
  const found = stylesOf(strFromU8(styles));
  const files = {
    ...parts,
    [DOCUMENT]: strToU8(withMark(strFromU8(document))),
    [STYLES]: strToU8(strFromU8(styles).replace("</w:styles>", `${found.lacking}</w:styles>`)),
  };
  return { bytes: zipSync(files), styles: found.styles, ...page };
}

/** The template's own text stays only where it says where the report goes: what is in a template is mostly there to be written over. */
function withMark(document: string): string {
  let text = "";
  readXml(document, { text: (more) => (text += more) });
  if (text.includes(MARK)) return document;
  const start = document.indexOf(">", document.indexOf("<w:body")) + 1;
  const end = document.lastIndexOf("</w:body>");
  if (start < 1 || end < start) throw new UserFacingError("is no Word document that can be opened");
  const section = document.lastIndexOf("<w:sectPr", end);
  const last = section > document.lastIndexOf("</w:p>", end) ? document.slice(section, end) : "";
  return `${document.slice(0, start)}<w:p><w:r><w:t>${MARK}</w:t></w:r></w:p>${last}${document.slice(end)}`;
}

/** Of its last section: where there is only one, that of the whole. */
function pageOf(document: string): Pick<Template, "width" | "height"> {
  const page = { w: PAGE.w, h: PAGE.h, left: PAGE.margin, right: PAGE.margin, top: PAGE.margin, bottom: PAGE.margin };
  readXml(document, {
    open: (name, attributes) => {
      if (name !== "w:pgSz" && name !== "w:pgMar") return;
      for (const side of Object.keys(page) as (keyof typeof page)[]) {
        const value = Number(attributes[`w:${side}`]);
        if (attributes[`w:${side}`] !== undefined && Number.isFinite(value)) page[side] = Math.abs(value);
      }
    },
  });
  return { width: (page.w - page.left - page.right) / 20, height: (page.h - page.top - page.bottom) / 20 };
}

const WANTED = {
  title: { name: "title", xml: '<w:pPr><w:spacing w:after="120"/></w:pPr><w:rPr><w:b/><w:sz w:val="40"/></w:rPr>' },
  heading1: {
    name: "heading 1",
    xml: '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr>',
  },
  heading2: {
    name: "heading 2",
    xml: '<w:pPr><w:keepNext/><w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="22"/></w:rPr>',
  },
} as const;

interface Style {
  id: string;
  name: string;
  type: string;
  isDefault: boolean;
  colour?: string;
}

/** The styles that a report needs, and those of them that the template lacks, to be added: as its usual text, larger and bold. */
function stylesOf(xml: string): { styles: TemplateStyles; lacking: string } {
  const all = readStyles(xml);
  const paragraph = (name: string) => all.find((one) => one.type === "paragraph" && one.name.toLowerCase() === name);
  const usual = all.find(({ type, isDefault }) => type === "paragraph" && isDefault)?.id;
  const wanted = Object.entries(WANTED).map(([key, { name, xml: look }]) => {
    const id = paragraph(name)?.id;
    if (id) return { key, id, added: "" };
    const own = `Waymark${key}`;
    const based = usual ? `<w:basedOn w:val="${usual}"/>` : "";
    return {
      key,
      id: own,
      added: `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${own}"><w:name w:val="Waymark ${name}"/>${based}${look}</w:style>`,
    };
  });
  const ids = Object.fromEntries(wanted.map(({ key, id }) => [key, id])) as Record<keyof typeof WANTED, string>;
  const bullet = paragraph("list bullet")?.id;
  const headingColour = paragraph("heading 1")?.colour;
  return {
    styles: { ...ids, ...(bullet && { bullet }), ...(headingColour && { headingColour }) },
    lacking: wanted.map(({ added }) => added).join(""),
  };
}

function readStyles(xml: string): Style[] {
  const styles: Style[] = [];
  readXml(xml, {
    open: (name, attributes) => {
      const last = styles.at(-1);
      if (name === "w:style")
        styles.push({
          id: attributes["w:styleId"] ?? "",
          name: "",
          type: attributes["w:type"] ?? "",
          isDefault: attributes["w:default"] === "1" || attributes["w:default"] === "true",
        });
      else if (name === "w:name" && last && !last.name) last.name = attributes["w:val"] ?? "";
      else if (name === "w:color" && last && /^[0-9a-f]{6}$/i.test(attributes["w:val"] ?? "")) last.colour = attributes["w:val"];
    },
  });
  return styles;
}

interface Reading {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
}

/** Throws where the XML is not well-formed. */
function readXml(xml: string, { open, text }: Reading): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => open?.(name, attributes as Record<string, string>));
  parser.on("text", (more) => text?.(more));
  parser.write(xml.charCodeAt(0) === 0xfeff ? xml.slice(1) : xml).close();
}
