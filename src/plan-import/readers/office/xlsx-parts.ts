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

/** The sheets in their order, with the files that hold them, hidden ones too. */
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

/** Texts by the number that cells give; how they are pronounced is left out. */
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

const builtInDates = new Set([14, 15, 16, 22]);
const MONTH_AND_YEAR = 17;
const plainCode = (code: string): string => code.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, "");
const isDateCode = (code: string): boolean => /[dmy]/i.test(plainCode(code)) && !/[#0]/.test(code);

/** How the cells of a style show numbers, and what is behind them. */
export interface CellStyle {
  shows: "date" | "month" | "percent" | "pounds" | "plain";
  /** How many places are shown behind the point, where that is said. */
  places?: number;
  fill?: string;
  bold?: boolean;
}

function showing(id: number, code: string): Pick<CellStyle, "shows" | "places"> {
  if (id === MONTH_AND_YEAR || (isDateCode(code) && !/d/i.test(plainCode(code)))) return { shows: "month" };
  if (builtInDates.has(id) || isDateCode(code)) return { shows: "date" };
  if (id === 9 || id === 10 || /%\s*$/.test(code)) return { shows: "percent" };
  if (/£/.test(code)) return { shows: "pounds" };
  const places = id === 2 ? 2 : (/^0\.(0{1,6})$/.exec(code)?.[1]?.length ?? 0);
  return { shows: "plain", ...(places && { places }) };
}

/** The colours of Office's own theme, and the ones that are named by a number. */
const themeColours = ["ffffff", "000000", "e7e6e6", "44546a", "4472c4", "ed7d31", "a5a5a5", "ffc000", "5b9bd5", "70ad47"];
const indexed: Record<string, string> = {
  10: "ff0000",
  2: "ff0000",
  11: "00ff00",
  12: "0000ff",
  13: "ffff00",
  17: "008000",
  50: "339966",
  51: "ffcc00",
  52: "ff9900",
  53: "ff6600",
  40: "00ccff",
  30: "0066cc",
};

function colourOf({ rgb, theme, indexed: index }: Record<string, string>): string | undefined {
  if (rgb && /^[0-9a-f]{6,8}$/i.test(rgb)) return rgb.slice(-6).toLowerCase();
  return theme ? themeColours[Number(theme)] : indexed[index ?? ""];
}

/** By the number that cells give. */
export function cellStyles(xml: string | undefined): CellStyle[] {
  const codes = new Map<number, string>();
  const [fills, bolds, styles]: [(string | undefined)[], boolean[], CellStyle[]] = [[], [], []];
  let within = "";
  if (!xml) return styles;
  readXml(xml, {
    open({ name, of }) {
      if (["fonts", "fills", "cellXfs", "cellStyleXfs", "dxfs"].includes(name)) within = name;
      if (name === "numFmt") codes.set(Number(of.numFmtId), of.formatCode ?? "");
      if (within === "fills" && name === "fill") fills.push(undefined);
      if (within === "fills" && name === "fgColor") fills[fills.length - 1] = colourOf(of);
      if (within === "fonts" && name === "font") bolds.push(false);
      if (within === "fonts" && name === "b") bolds[bolds.length - 1] = of.val !== "0" && of.val !== "false";
      if (name !== "xf" || within !== "cellXfs") return;
      const id = Number(of.numFmtId);
      const fill = fills[Number(of.fillId)];
      styles.push({ ...showing(id, codes.get(id) ?? ""), ...(fill && { fill }), ...(bolds[Number(of.fontId)] && { bold: true }) });
    },
    close(name) {
      if (name === within) within = "";
    },
  });
  return styles;
}
