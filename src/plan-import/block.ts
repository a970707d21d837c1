/** What every kind of file has in common: lines, and rows of cells. Plain JSON. */

/** A paragraph, or a line of a cell. Words are as written but for line ends and tabs. */
export interface Paragraph {
  text: string;
  /** A bullet or a numbered item of a list. */
  listed: boolean;
  /** What the list prints before it: "1.1", nothing for bullets. */
  number?: string;
  /** Of a heading: 0 is the title, 1 the highest heading. */
  level?: number;
  /** All of it is bold. */
  bold?: boolean;
}

export interface Cell {
  paragraphs: Paragraph[];
  /** How many columns it takes. */
  span: number;
  /** It is merged with the one above, whose words it has. */
  above?: boolean;
  /** The colour behind it: "ff0000". */
  fill?: string;
}

/** `where` is how a person finds it: "table 2, row 5". */
export type Block = { type: "line"; where: string; paragraph: Paragraph } | { type: "row"; where: string; table: string; cells: Cell[] };

const controls = /[\t\n\r\f\v\u0085\u2028\u2029]+/g;
/** A bullet typed as a letter: of the symbol fonts too, and a dash. */
const typedBullet = /^\s*(?:[•▪●◦‣∙\uf0b7\uf0a7\uf0d8]|[-–*](?=\s))\s*/;

/** One line; a bullet that was typed makes it an item of a list. */
export function paragraphOf(text: string, listed = false, number?: string): Paragraph {
  const line = text.replace(controls, " ");
  const bullet = typedBullet.exec(line);
  return { text: (bullet ? line.slice(bullet[0].length) : line).trim(), listed: listed || bullet !== null, ...(number && { number }) };
}

/** A new one each time, as cells are filled in place. */
export const emptyCell = (): Cell => ({ paragraphs: [], span: 1 });

/** The words of a cell in one line, with what lists print before them. */
export const wordsOf = ({ paragraphs }: Cell): string =>
  paragraphs
    .map(({ text, number }) => (number ? `${number} ${text}` : text))
    .filter(Boolean)
    .join(" ");
