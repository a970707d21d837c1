import { type Measure, Plan, type PlanAction, type Priority, type Theme } from "../../plan/plan.js";
import { readTimescale } from "../../plan/timescale.js";
import type { ReviewIssue } from "../look-row.js";
import { withInferred } from "../measure-words.js";
import { problemsIn } from "../plan-schema.js";
import { type Problem, quoted, sourceError } from "../problems.js";
import { addItems, type CellItem, cellItems, isList, plainText } from "./cells.js";
import { readPrinted } from "./printed.js";
import { asText, type PrintedPriority, type PrintedTheme, type Printing } from "./printed-parts.js";
import { type Assigned, assignStamps, type Timing, undated } from "./stamps.js";
import { themeNamer } from "./theme-name.js";

/** "Appendix 3: The Plan: Indicative actions" is the appendix of "The Plan". */
function titleFrom(lines: string[]): string | undefined {
  const parts = lines
    .join(" ")
    .split(/:\s+/)
    .filter((part) => part && !/^(?:appendix|annexe?|schedule|attachment)\b[^:]{0,12}$/i.test(part));
  return parts.find((part) => /\b(?:plan|strategy)\b/i.test(part)) ?? parts[0];
}

function timescaleProblems({ id, line, rows }: PrintedPriority, { at }: Printing): Problem[] {
  const inRow = (where: number, text: string) => readTimescale(text).problems.map((why) => ({ where: at(where), what: `${id}, timescale ${why}` }));
  const problems = rows.flatMap((row) => inRow(row.line, plainText(row.timescale)));
  return problems.length ? problems : inRow(line, rows.map(({ timescale }) => plainText(timescale)).join(" "));
}

/** Bullets of the timescale column are one action's each; without bullets the cells are one text. */
function timescaleCells(cells: string[]): string[] {
  const items: CellItem[] = [];
  for (const cell of cells) addItems(items, cellItems(cell));
  const texts = items.map(({ text }) => text);
  return cells.some(isList) ? texts : [texts.join(" ")].filter(Boolean);
}

type Unclear = NonNullable<Assigned["unclear"]>;

/**
 * The stamps of all rows go to all actions; where the counts disagree, those of each row to its own actions if they agree there.
 * Where rows are whole (`eachRow`) and have the actions among them, the stamps of each are its own actions'.
 */
function timingsOf({ rows }: PrintedPriority, starts: string, ids: string[], eachRow: boolean): Pick<Assigned, "timings"> & { unclear: Unclear[] } {
  const whole = assignStamps({ starts }, timescaleCells(rows.map(({ timescale }) => timescale)), ids);
  const isApart = eachRow && rows.filter(({ from, to }) => to > from).length > 1;
  const asWhole = { timings: whole.timings, unclear: whole.unclear ? [whole.unclear] : [] };
  if (!isApart && (!whole.unclear || !rows.some(({ timescale }) => timescale.trim()))) return asWhole;
  const each = rows.map(({ timescale, from, to }) => ({
    from,
    ...assignStamps({ starts }, timescaleCells([timescale]), ids.slice(from, to)),
    dated: Boolean(timescale.trim()),
  }));
  const unclear = each.flatMap((row) => (row.dated && row.unclear ? [row.unclear] : []));
  if (unclear.length && !isApart) return asWhole;
  const timings: Timing[] = ids.map(() => ({}));
  for (const { from, timings: own } of each) for (const [place, timing] of own.entries()) timings[from + place] = timing;
  // One row for all that have no date, whatever the reason, as one choice settles them.
  const without = undated(ids.filter((_, place) => !timings[place]?.timescale));
  const whys = new Set([...unclear, ...(without ? [without] : [])].filter(({ kind }) => kind === "no date").map(({ why }) => why));
  const others = unclear.filter(({ kind }) => kind !== "no date");
  return { timings, unclear: [...others, ...(whys.size ? [{ kind: "no date" as const, why: [...whys].join("; ") }] : [])] };
}

/** Numbers printed before the actions of a priority ("2.3.1 Review …") are their ids. */
function numbered(id: string, texts: string[]): { id: string; text: string }[] {
  const printed = texts
    .map((text) => /^([\p{L}\p{N}.]+?)[.):]?\s+(\S.*)$/u.exec(text))
    .flatMap((match) => (match?.[1]?.startsWith(`${id}.`) && match[2] ? [{ id: match[1], text: match[2] }] : []));
  const isWhole = printed.length === texts.length && new Set(printed.map((action) => action.id)).size === texts.length;
  return isWhole ? printed : texts.map((text, place) => ({ id: `${id}.${place + 1}`, text }));
}

function priorityFrom(printed: PrintedPriority, starts: string, look: ReviewIssue[], { whole }: Printing): Priority {
  const { id, title } = printed;
  const texts = numbered(
    id,
    printed.actions.map(({ text }) => text),
  );
  const { timings, unclear } = timingsOf(
    printed,
    starts,
    texts.map((action) => action.id),
    whole,
  );
  look.push(...unclear.map((one): ReviewIssue => ({ id, ...one })));
  if (!texts.length) look.push({ id, kind: "no action", why: "no action is printed under it" });
  const actions = texts.map((action, place): PlanAction => {
    const { why: unread, ...timing } = timings[place] ?? {};
    if (unread) look.push({ id: action.id, kind: "unread date", why: unread });
    return { ...action, ...timing };
  });
  const measures = printed.measures.map(({ text }, place): Measure => withInferred({ id: `${id}.m${place + 1}`, text }));
  return { id, title, actions, measures };
}

function themeFrom(printed: PrintedTheme, starts: string, look: ReviewIssue[], printing: Printing): Theme {
  const { id, name = "", statement } = printed;
  return { id, name, ...(statement && { statement }), priorities: printed.priorities.map((priority) => priorityFrom(priority, starts, look, printing)) };
}

function nameThemes(themes: Theme[], look: ReviewIssue[]): Theme[] {
  const nameOf = themeNamer(themes);
  return themes.map((theme) => {
    if (theme.name) return theme;
    const name = nameOf(theme);
    const from = name === `Theme ${theme.id}` ? "its number" : "the titles of its priorities";
    look.push({ id: theme.id, kind: "no heading", why: `theme ${theme.id} has no heading; the name "${name}" is inferred from ${from}` });
    return { ...theme, name, inferred: ["name"] };
  });
}

function problemsOf(themes: PrintedTheme[], printing: Printing): Problem[] {
  const priorities = themes.flatMap((theme) => theme.priorities);
  const untitled = priorities.filter(({ title }) => !title).map(({ id, line }) => ({ where: printing.at(line), what: `priority ${id} has no title` }));
  return [...untitled, ...priorities.flatMap((priority) => timescaleProblems(priority, printing))];
}

const longestText = 4000;

/** Checked before the words are read any further. */
function tooLong({ id, line, title, actions, measures }: PrintedPriority, { at }: Printing): Problem[] {
  const texts = [title, ...[...actions, ...measures].map(({ text }) => text)];
  return texts
    .filter((text) => text.length > longestText)
    .map((text) => ({ where: at(line), what: `${id} has a text of ${text.length} characters, ${quoted(text)}; at most ${longestText} were expected` }));
}

const noNumber = 'no row begins with the number of a priority, such as "1.1 Increase …", so this is no appendix';

const noAppendix = (printing: Printing): Problem =>
  printing === asText
    ? { where: "the whole text", what: `${noNumber}; and it is not a plan file (JSON), which begins with {` }
    : { where: "the whole file", what: noNumber };

/** Reads an appendix as published: rows of tab-separated cells, whatever pages and headers do to them. `starts` is the first day of Year 1. */
export function readAppendix(name: string, text: string, starts: string, printing: Printing = asText): { plan: Plan; look: ReviewIssue[] } {
  const read = readPrinted(text, printing);
  const long = read.themes.flatMap(({ priorities }) => priorities.flatMap((priority) => tooLong(priority, printing)));
  const problems = [...read.problems, ...long, ...problemsOf(read.themes, printing)];
  const isEmpty = !read.themes.some(({ priorities }) => priorities.length);
  if (problems.length || isEmpty) throw sourceError(name, problems.length ? problems : [noAppendix(printing)]);
  const printed = titleFrom(read.title);
  const look: ReviewIssue[] = printed ? [] : [{ id: "plan", kind: "no title", why: 'no title is printed; "Action plan" stands in for it' }];
  const rows: ReviewIssue[] = [];
  const themes = read.themes.map((theme) => themeFrom(theme, starts, rows, printing));
  const named = nameThemes(themes, look);
  const plan = { title: printed ?? "Action plan", starts, timeZone: "Europe/London", themes: named };
  const wrong = problemsIn(plan, Plan.safeParse(plan).error, []);
  if (wrong.length) throw sourceError(name, wrong);
  return { plan, look: [...look, ...read.look, ...rows] };
}
