/** What stands on a page of a PDF: pieces of text and ruling lines, each with its place. */
import { OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Words that stand together on one line; `y` is their base line, from the page's foot. */
export interface Word {
  from: number;
  to: number;
  y: number;
  size: number;
  bold: boolean;
  text: string;
  /** As the file has them: cells of neighbouring columns may stand as close as words of one. */
  parts: Word[];
}

/** A line that is drawn across (`y` is one) or down (`x` is one). */
export interface Ruling {
  across: boolean;
  at: number;
  from: number;
  to: number;
}

/** A filled box: the colour behind cells, or a bullet that is drawn. */
export interface Box {
  from: number;
  to: number;
  top: number;
  foot: number;
  fill: string;
}

export interface Page {
  number: number;
  shades: Box[];
  height: number;
  words: Word[];
  rulings: Ruling[];
}

const mostWords = 20_000;
const mostOperators = 200_000;
const thin = 2.5;

type Matrix = [number, number, number, number, number, number];

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const placed = (m: Matrix, x: number, y: number): [number, number] => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];

/** The straight pieces of a path, as pdf.js gives it: 0 moves, 1 draws, 2 and 3 bend, 4 closes. */
function segmentsOf(path: ArrayLike<number>, matrix: Matrix): [number, number, number, number][] {
  const found: [number, number, number, number][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (let at = 0; at < path.length; ) {
    const kind = path[at];
    if (kind === 0 || kind === 1) {
      const [nextX, nextY] = placed(matrix, path[at + 1] ?? 0, path[at + 2] ?? 0);
      if (kind === 1) found.push([x, y, nextX, nextY]);
      else [startX, startY] = [nextX, nextY];
      [x, y] = [nextX, nextY];
      at += 3;
    } else if (kind === 4) {
      found.push([x, y, startX, startY]);
      [x, y] = [startX, startY];
      at++;
    } else at += kind === 2 ? 7 : kind === 3 ? 5 : 1;
  }
  return found;
}

function rulingOf([x1, y1, x2, y2]: [number, number, number, number]): Ruling | undefined {
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
  if (height < thin && width > 6) return { across: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) };
  if (width < thin && height > 4) return { across: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) };
  return undefined;
}

/** A filled box that is thin is a line; a broad one is shading. */
function rulingOfBox(segments: [number, number, number, number][]): Ruling[] {
  const xs = segments.flatMap(([x1, , x2]) => [x1, x2]);
  const ys = segments.flatMap(([, y1, , y2]) => [y1, y2]);
  const made = rulingOf([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  return made ? [made] : [];
}

const strokes = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
const fills = new Set<number>([OPS.fill, OPS.eoFill]);

interface Drawn {
  rulings: Ruling[];
  boxes: Box[];
}

function boxOf(limits: ArrayLike<number>, matrix: Matrix, fill: string): Box {
  const [x1, y1] = placed(matrix, limits[0] ?? 0, limits[1] ?? 0);
  const [x2, y2] = placed(matrix, limits[2] ?? 0, limits[3] ?? 0);
  return { from: Math.min(x1, x2), to: Math.max(x1, x2), foot: Math.min(y1, y2), top: Math.max(y1, y2), fill };
}

function drawnOn({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] }): Drawn {
  const found: Ruling[] = [];
  const boxes: Box[] = [];
  let fill = "000000";
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [at, operator] of fnArray.slice(0, mostOperators).entries()) {
    const args = argsArray[at] as unknown[];
    if (operator === OPS.save && kept.length < 1_000) kept.push(matrix);
    else if (operator === OPS.restore) matrix = kept.pop() ?? matrix;
    else if (operator === OPS.setFillRGBColor) fill = /^#([0-9a-f]{6})$/i.exec(String(args[0]))?.[1]?.toLowerCase() ?? fill;
    else if (operator === OPS.transform) matrix = times(matrix, args as unknown as Matrix);
    else if (operator === OPS.constructPath) {
      const [how, paths, limits] = args as [number, (ArrayLike<number> | null)[], ArrayLike<number> | null];
      const path = paths?.[0];
      if (!path || path.length > 400) continue;
      const segments = segmentsOf(path, matrix);
      if (strokes.has(how)) found.push(...segments.flatMap((segment) => rulingOf(segment) ?? []));
      else if (fills.has(how)) {
        if (segments.length) found.push(...rulingOfBox(segments));
        if (limits && boxes.length < 5_000) boxes.push(boxOf(limits, matrix, fill));
      }
    }
  }
  return { rulings: found, boxes };
}

interface Item {
  str: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
}

const isItem = (item: object): item is Item => "str" in item;

/** Items that stand close on one line are one piece; what is further off is another cell's. */
function joinedWords(words: Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of [...words].sort((a, b) => (Math.abs(a.y - b.y) > 1.5 ? b.y - a.y : a.from - b.from))) {
    const last = joined.at(-1);
    const gap = last ? word.from - last.to : Number.POSITIVE_INFINITY;
    if (last && Math.abs(last.y - word.y) <= 1.5 && gap < Math.max(last.size, 4) * 0.62 && gap > -2) {
      last.text += gap > last.size * 0.12 && !last.text.endsWith(" ") && !word.text.startsWith(" ") ? ` ${word.text}` : word.text;
      last.to = Math.max(last.to, word.to);
      last.bold &&= word.bold;
      last.parts.push(word);
    } else joined.push({ ...word, parts: [word] });
  }
  return joined.map((word) => ({ ...word, text: word.text.replace(/\s+/g, " ").trim() }));
}

/** Small dots right before words on their line are bullets, drawn and not written. */
function drawnBullets(boxes: Box[], words: Word[]): Word[] {
  const dots = boxes.filter(({ from, to, top, foot }) => to - from >= 1.5 && to - from <= 7 && Math.abs(to - from - (top - foot)) < 1);
  return dots.flatMap((dot): Word[] => {
    const middle = (dot.top + dot.foot) / 2;
    const word = words.find(({ from, y, size }) => from > dot.from && from - dot.to < 22 && y < middle && middle < y + size);
    return word ? [{ from: dot.from, to: dot.to, y: word.y, size: word.size, bold: word.bold, text: "•", parts: [] }] : [];
  });
}

const shadesIn = (boxes: Box[]): Box[] =>
  boxes.filter(({ from, to, top, foot, fill }) => to - from > 12 && top - foot > 6 && fill !== "ffffff" && fill !== "000000");

/** Throws a RangeError where a page has more on it than any plan. */
export async function readPage(page: PDFPageProxy, number: number): Promise<Page> {
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  if (items.length > mostWords) throw new RangeError("words");
  const operators = await page.getOperatorList();
  const isBold = (font: string): boolean => {
    const known = page.commonObjs.has(font) ? (page.commonObjs.get(font) as { name?: string; bold?: boolean; black?: boolean } | null) : null;
    return Boolean(known?.bold || known?.black || /bold|black|heavy|semibold/i.test(known?.name ?? ""));
  };
  const bolds = new Map<string, boolean>();
  const words = (items as object[]).filter(isItem).flatMap(({ str, transform, width, fontName }): Word[] => {
    if (!str.trim()) return [];
    if (!bolds.has(fontName)) bolds.set(fontName, isBold(fontName));
    const [a = 0, b = 0, , , x = 0, y = 0] = transform;
    return [{ from: x, to: x + width, y, size: Math.hypot(a, b), bold: bolds.get(fontName) ?? false, text: str, parts: [] }];
  });
  const { rulings, boxes } = drawnOn(operators);
  const height = (page.view[3] ?? 0) - (page.view[1] ?? 0);
  return { number, height, words: joinedWords([...words, ...drawnBullets(boxes, words)]), rulings, shades: shadesIn(boxes) };
}
