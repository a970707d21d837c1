/** What the sheets of a workbook share: their names and files, texts, and which numbers are dates. */
import { readXml } from "./xml.js";

export interface SheetFile {
  name: string;
  file: string;
  hidden: boolean;
}

export interface Workbook {
  sheets: SheetFile[];
  /** Days are counted from 1904. */
  from1904: boolean;
}

export function readWorkbook(parts: Map<string, string>): Workbook {
  const files = new Map<string, string>();
  readXml(parts.get("xl/_rels/workbook.xml.rels") ?? "", {
    open({ name, of }) {
      if (name === "Relationship" && of.Id && of.Target) files.set(of.Id, of.Target.startsWith("/") ? of.Target.slice(1) : `xl/${of.Target}`);
    },
  });
  const workbook: Workbook = { sheets: [], from1904: false };
  readXml(parts.get("xl/workbook.xml") ?? "", {
    open({ name, of }) {
      if (name === "workbookPr") workbook.from1904 = of.date1904 === "1" || of.date1904 === "true";
      const file = name === "sheet" ? files.get(of.id ?? "") : undefined;
      if (file) workbook.sheets.push({ name: of.name ?? "", file, hidden: of.state === "hidden" || of.state === "veryHidden" });
    },
  });
  return workbook;
}

/** "_x000D_" is how a character is written that XML cannot hold. */
const unescaped = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

export function sharedTexts(xml: string | undefined): string[] {
  const texts: string[] = [];
  let [text, inText, inReading] = ["", false, false];
  if (!xml) return texts;
  readXml(xml, {
    open({ name }) {
      if (name === "si") text = "";
      if (name === "rPh") inReading = true;
      inText = name === "t" && !inReading;
    },
    text(read) {
      if (inText) text += read;
    },
    close(name) {
      if (name === "si") texts.push(unescaped(text));
      if (name === "rPh") inReading = false;
      inText = false;
    },
  });
  return texts;
}

export type NumberFormat = "date" | "two places" | "plain";

const builtInDates = new Set([14, 15, 16, 17, 22]);
const isDateCode = (code: string): boolean => /[dmy]/i.test(code.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, "")) && !/[#0]/.test(code);

/** How numbers of each cell style are shown. */
export function numberFormats(xml: string | undefined): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  if (!xml) return formats;
  readXml(xml, {
    open({ name, of }) {
      if (name === "numFmt") codes.set(Number(of.numFmtId), of.formatCode ?? "");
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      const id = Number(of.numFmtId);
      const code = codes.get(id) ?? "";
      formats.push(builtInDates.has(id) || isDateCode(code) ? "date" : id === 2 || code === "0.00" ? "two places" : "plain");
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats;
}
