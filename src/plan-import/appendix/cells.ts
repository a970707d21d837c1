/** A bullet, or the plain text of a cell. `open`: a bullet whose end is not printed in this cell; `headless`: its beginning is not. */
export interface CellItem {
  text: string;
  open: boolean;
  headless: boolean;
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", "#39": "'", ndash: "–", mdash: "—", pound: "£" };
const marks = /<\/?(?:b|strong|i|em|u|p|br|span|div|font|sup|sub)(?:\s[^<>]*)?\/?>/gi;

/** White space of the layout folds to one space; every other character stays as printed. */
export const folded = (text: string): string => text.replace(/[\s\u00a0]+/g, " ").trim();

/** The words of a cell without its mark-up. */
export const plainText = (cell: string): string =>
  folded(
    cell
      .replace(/<\/?(?:ul|ol|li)(?:\s[^<>]*)?>/gi, " ")
      .replace(marks, (mark) => (/^<\/?(?:p|br|div)\b/i.test(mark) ? " " : ""))
      .replace(/&(\w{2,6}|#39);/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole),
  );

/** The bullets of a cell in printed order; a cell without bullets is one item. */
export function cellItems(cell: string): CellItem[] {
  const items: CellItem[] = [];
  let inBullet = false;
  let afterMark = false;
  for (const piece of cell.replace(/(?:^|\s)[•▪●◦‣∙]\s*/g, " <li>").split(/(<\/?(?:ul|ol|li)(?:\s[^<>]*)?>)/i)) {
    if (/^<li\b/i.test(piece)) [inBullet, afterMark] = [true, true];
    else if (/^<\/?(?:ul|ol|li)\b/i.test(piece)) {
      const last = items.at(-1);
      if (last) last.open = false;
      inBullet = false;
    } else {
      const text = plainText(piece);
      if (text) items.push({ text, open: inBullet, headless: !afterMark && items.length === 0 });
      afterMark = false;
    }
  }
  return items;
}

/** Whether a cell's markup or bullets make it a list. */
export const isList = (cell: string): boolean => /<li\b|[•▪●◦‣∙]\s/i.test(cell);

const dangling = /(?:[,/&–-]|\b(?:and|or|the|a|an|of|to|for|with|in|on|by|from|at|as|that|which|our|their|its|into|through))$/;

/** Whether words read like the rest of a sentence. */
export const isRestOf = (before: string, words: string): boolean => /^[\p{Ll}(&]/u.test(words) || dangling.test(before);

const goesOn = (last: CellItem, next: CellItem): boolean => (next.headless && last.open) || isRestOf(last.text, next.text);

/** Words that go on in the next line; a word that ends in a hyphen is put together again. */
export const joined = (before: string, after: string): string => (/[\p{L}\p{N}]-$/u.test(before) ? before + after : folded(`${before} ${after}`));

/** Adds what a cell says on the next page: its first item may be the rest of the last one. */
export function addItems(items: CellItem[], next: CellItem[]): void {
  const [first, ...rest] = next;
  if (!first) return;
  const last = items.at(-1);
  if (last && goesOn(last, first)) items[items.length - 1] = { ...last, text: joined(last.text, first.text), open: first.open };
  else items.push(first);
  for (const item of rest) items.push(item);
}
