/** The words of a cell or a paragraph from the lines they stand on. Pure. */
import { joined } from "../../appendix/cells.js";
import { type Paragraph, paragraphOf } from "../../block.js";
import type { Word } from "./page.js";

export interface Line {
  y: number;
  words: Word[];
}

/** Words that stand at one height are a line; the highest comes first. */
export function linesOf(words: Word[]): Line[] {
  const lines: Line[] = [];
  for (const word of [...words].sort((a, b) => b.y - a.y || a.from - b.from)) {
    const last = lines.at(-1);
    if (last && Math.abs(last.y - word.y) <= 2) last.words.push(word);
    else lines.push({ y: word.y, words: [word] });
  }
  for (const { words: own } of lines) own.sort((a, b) => a.from - b.from);
  return lines;
}

const bullet = /^[•▪●◦‣∙\uf0b7\uf0a7\uf0d8\uf076\uf0fc](?:\s|$)|^[•▪●◦‣∙\uf0b7\uf0a7\uf0d8\uf076\uf0fc]/;

/** One paragraph, or one for each bullet. */
export function cellOfLines(words: Word[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const bold = words.length > 0 && words.every((word) => word.bold);
  for (const { words: line } of linesOf(words)) {
    const text = line.map((word) => word.text).join(" ");
    const last = paragraphs.at(-1);
    if (!last || bullet.test(text)) paragraphs.push({ ...paragraphOf(text), ...(bold && { bold }) });
    else last.text = last.text ? joined(last.text, text) : text;
  }
  return paragraphs;
}
