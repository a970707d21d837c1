/** Marks of plain text and Markdown that are no words: leaders of dots, bold, front matter. Pure. */
export const DOT_LEADER = /^(\s*\p{L}[\p{L} /-]{0,29}[\p{L}/-]) ?\.{3,}\s{0,3}([^.\s].*)$/u;
export const HANGING = /^(\s*)(\S{1,12})\s{2,}(?=\S)/;
export const LABEL = /^\s*\p{L}[\p{L} /-]{1,30}:\s/u;

/** Without the marks for bold and slanted letters. */
export const withoutEmphasis = (text: string): string =>
  text.replace(/\*\*([^*]{1,300})\*\*/g, "$1").replace(/(^|[\s(])[*_]([^*_\s][^*_]{0,300})[*_](?=$|[\s).,;:])/g, "$1$2");

/** What an editor keeps above a Markdown text. */
export const FRONT_MATTER = /^---\r?\n(?:[\w-]{1,30}:[^\n]{0,200}\n){1,20}---\r?\n/;

/** The cells of a line such as "| a | b |". */
export const markdownCells = (text: string): string[] =>
  text
    .trim()
    .replace(/^\|/, "")
    .replace(/\|$/, "")
    .split("|")
    .map((cell) => cell.replace(/\*\*|__|`/g, "").trim());
