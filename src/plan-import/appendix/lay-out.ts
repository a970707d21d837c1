/** Lines and tables of an office file as the lines of a printed appendix, which the one reader of appendices takes from there. */

import { type Block, type Paragraph, wordsOf } from "../block.js";
import type { ViewOf } from "../look-row.js";
import { type Problem, quoted } from "../problems.js";
import { type Headings, headingsOf } from "./headings.js";
import { emit, emitLine, escaped, type LaidOut, type Laying, layRow, looksLikeHeading, type RowBlock } from "./lay-row.js";

const ownWords = ({ cells }: RowBlock): string[] =>
  cells
    .filter((cell) => !cell.above)
    .map(wordsOf)
    .filter(Boolean);

/** The second row of headings, or one that is printed again: "Priorities" under "L&H Strategy". */
const goesOnHeading = (row: RowBlock): boolean => {
  const words = ownWords(row);
  return (
    words.length > 0 &&
    words.every((one) => one.length < 40 && !/\d/.test(one) && /\b(?:priorit|activit|action|objectiv|strateg|theme|aim|goal|measure|outcome)/i.test(one))
  );
};

function layTable(laying: Laying, rows: RowBlock[], first: Headings): void {
  let headings = first;
  let header = -1;
  for (const [at, row] of rows.entries()) {
    const found = headingsOf(row.cells);
    if (found?.roles.includes("actions")) {
      headings = found;
      header = at;
      const names = found.names.filter((_, column) => found.roles[column] === undefined);
      emit(laying, row.where, ["Priority", "Actions", "Timescale", "Measures", ...names.map(escaped)].join("\t"));
    } else if (!(header >= 0 && at === header + 1 && goesOnHeading(row))) layRow(laying, row, headings);
  }
}

/** Rows of one table, or a line between tables. */
function grouped(blocks: Block[]): (Exclude<Block, RowBlock> | RowBlock[])[] {
  const groups: (Exclude<Block, RowBlock> | RowBlock[])[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.type === "line") groups.push(block);
    else if (Array.isArray(last) && last[0]?.table === block.table) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

const lineWords = ({ text, number }: Paragraph): string => (number ? `${number} ${text}` : text);

/** Of all that stands before the first table, a title and what may be a theme's heading are read. */
function layBefore(laying: Laying, lines: { where: string; words: string }[]): void {
  const title = lines.find(({ words }) => /\b(?:plan|strategy)\b/i.test(words) && words.length < 200 && !looksLikeHeading(words)) ?? lines[0];
  const kept = lines.filter((line, at) => line === title || looksLikeHeading(line.words) || (at === lines.length - 1 && line.words.length < 200));
  for (const { where, words } of kept) emitLine(laying, where, words);
  const left = lines.filter((line) => !kept.includes(line));
  if (left.length)
    laying.look.push({
      id: "plan",
      kind: "unread",
      why: `what stands before the first table is not read, but for its title: ${left
        .slice(0, 3)
        .map(({ words }) => quoted(words))
        .join(", ")}${left.length > 3 ? " …" : ""}`,
    });
}

const expected = "a row of headings such as Priority, Actions, Timescale and Measures was expected";

/** `problems` say why there is no plan in it. */
export function layOut(blocks: Block[], look: ViewOf<"unread">[] = []): LaidOut & { problems: Problem[] } {
  const laying: Laying = { lines: [], places: [], look: [...look], theme: "", priority: "", number: "", measures: "" };
  const problems: Problem[] = [];
  const before: { where: string; words: string }[] = [];
  for (const group of grouped(blocks)) {
    if (!Array.isArray(group)) {
      const words = lineWords(group.paragraph);
      if (laying.headings) emitLine(laying, group.where, words);
      else before.push({ where: group.where, words });
      continue;
    }
    layGroup(laying, group, before, problems);
  }
  if (laying.headings) return { ...laying, problems: [] };
  const isTable = blocks.some(({ type }) => type === "row");
  const none = isTable ? `no table in it has a column of actions; ${expected}` : `there is no table in it; ${expected}`;
  return { ...laying, problems: problems.length ? problems : [{ where: "the whole file", what: none }] };
}

const mostRowsBefore = 15;

function layGroup(laying: Laying, rows: RowBlock[], before: { where: string; words: string }[], problems: Problem[]): void {
  const { table = "", where = "" } = rows[0] ?? {};
  const heads = rows.slice(0, mostRowsBefore).map(({ cells }) => headingsOf(cells));
  const at = heads.findIndex((found) => found?.roles.includes("actions"));
  const width = Math.max(...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  const goesOn = laying.headings && at < 0 && !table.startsWith("sheet") && width === laying.headings.roles.length;
  const headings = at >= 0 ? heads[at] : goesOn ? laying.headings : undefined;
  if (!headings) {
    const named = heads.find((found) => found);
    if (named) problems.push({ where, what: `its headings name no column of actions: ${named.names.filter(Boolean).map(quoted).join(", ")}; ${expected}` });
    laying.look.push({ id: "plan", kind: "unread", why: `${table} has no column of actions and is not read` });
    return;
  }
  const above = rows.slice(0, Math.max(at, 0)).flatMap((row, place) => (heads[place] ? [] : [{ where: row.where, words: ownWords(row).join(" ") }]));
  if (!laying.headings)
    layBefore(
      laying,
      [...before, ...above].filter(({ words }) => words),
    );
  else for (const line of above) if (line.words) emitLine(laying, line.where, line.words);
  const sheet = /^sheet "(.*)"$/.exec(table)?.[1] ?? "";
  if (looksLikeHeading(sheet)) emitLine(laying, table, sheet);
  laying.headings = headings;
  Object.assign(laying, { theme: "", priority: "", number: "", measures: "" });
  layTable(laying, at > 0 ? rows.slice(at) : rows, headings);
}
