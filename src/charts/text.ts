/** How much room words take in a picture. Pure: near enough, as nothing is measured. */

export const FONT_SIZE = 13;
/** Of an average letter of the font, as a share of its size. */
const LETTER = 0.52;

/** About how many pixels a text is wide; letters are taken as equally wide. */
export const widthOf = (text: string, size = FONT_SIZE): number => text.length * size * LETTER;

/** Lines of at most `width` pixels, broken between words; at most `most` of them, with an ellipsis where words are left out. */
export function wrapped(text: string, width: number, most: number, size = FONT_SIZE): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}

/** How many rows a legend of these words takes. */
export function legendRows(words: readonly string[], width: number): number {
  const each = words.map((word) => 14 + 5 + widthOf(word) + 12);
  let [rows, used] = [1, 0];
  for (const one of each) {
    if (used && used + one > width) [rows, used] = [rows + 1, 0];
    used += one;
  }
  return rows;
}
