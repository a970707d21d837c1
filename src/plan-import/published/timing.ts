/** When an action is due, from all the columns of a row that say so. Pure. */
import type { Day, Milestone, Status } from "../../plan/plan.js";
import { type PrintedDates, readPrintedDates } from "../../plan/printed-dates/index.js";
import { quoted } from "../problems.js";
import type { Column } from "./columns.js";
import type { Doubt } from "./draft.js";
import { cellAt, type GridRow } from "./grid.js";
import type { Role } from "./heading-words.js";

export interface Timing {
  timescale?: string;
  milestones: Milestone[];
  ongoing?: boolean;
  status?: Status;
  doubt?: Doubt;
}

const longest = 400;
const cut = (text: string): string => text.slice(0, longest);

function doubtOf({ unsure, milestones }: PrintedDates, text: string): Doubt | undefined {
  if (unsure === "none") return { kind: "no date", why: "no date" };
  if (unsure === "unread") return { kind: "unread date", why: `no date was read from ${quoted(text)}` };
  if (unsure === "guessed")
    return { kind: "unread date", why: `${quoted(text)} leaves open which date is meant; read as ${milestones.map(({ due }) => due).join(" and ")}` };
  return undefined;
}

/** The milestones that a cell's words mean, with the words kept as the timescale, and what is doubtful about them. */
export function timingOf(starts: Day, text: string): Timing {
  const read = readPrintedDates({ starts }, text);
  const doubt = doubtOf(read, text);
  const { milestones, ongoing, status } = read;
  const said = /[\p{L}\p{N}]/u.test(text);
  return { ...(said && { timescale: cut(text) }), milestones, ...(ongoing && { ongoing }), ...(status && { status }), ...(doubt && { doubt }) };
}

const isSaid = (text: string): boolean => /[\p{L}\p{N}]/u.test(text) && !/^(?:n\/a|tbc|tba|none)$/i.test(text.trim());

/** The revised date holds; the first one is kept with it. */
function revisedTiming(starts: Day, first: string, revised: string): Timing {
  if (!isSaid(revised)) return timingOf(starts, first);
  const timing = timingOf(starts, revised);
  const before = readPrintedDates({ starts }, first).milestones.at(-1)?.due;
  const milestones = timing.milestones.map((milestone, at, all) =>
    before && at === all.length - 1 && before !== milestone.due ? { ...milestone, printed: before } : milestone,
  );
  return { ...timing, timescale: cut(isSaid(first) ? `${revised} (first: ${first})` : revised), milestones };
}

const mark = /^[✓✔☑✅xX•●■◆▲★*yY\u2713✗-]{1,3}$|^(?:yes|tick|start|end|ongoing|due)$/;

interface Marked {
  name: string;
  words?: string;
}

/** The periods whose columns have a mark, a colour or words in a row. */
function markedIn(row: GridRow, periods: Column[], plainFill: string | undefined): Marked[] {
  let carried: { marked: boolean; words?: string } = { marked: false };
  return periods.flatMap(({ at, name }) => {
    const { text, fill, covered } = cellAt(row, at);
    if (!covered) {
      const coloured = fill !== undefined && fill !== plainFill && fill !== "ffffff";
      carried = text && !mark.test(text) ? { marked: true, words: text } : { marked: (Boolean(text) && !/^-+$/.test(text)) || coloured };
    }
    return carried.marked ? [{ name, ...(carried.words && !covered && { words: carried.words }) }] : [];
  });
}

/** "Y1" over a column is Year 1. */
const inFull = (name: string): string => name.trim().replace(/^(?:y|yr) ?(\d{1,2})$/i, "Year $1");

function periodTiming(starts: Day, row: GridRow, periods: Column[], plainFill: string | undefined): Timing {
  const marked = markedIn(row, periods, plainFill);
  const dueOf = (name: string) => readPrintedDates({ starts }, inFull(name)).milestones.at(-1)?.due;
  const last = marked.at(-1);
  if (!last) return { milestones: [], doubt: { kind: "no date", why: "no date" } };
  const worded = marked.filter(({ words }) => words);
  const stages = worded.length ? worded : [last];
  const milestones = stages.flatMap(({ name, words }): Milestone[] => {
    const due = dueOf(name);
    return due ? [{ ...(words && { label: words.slice(0, longest) }), due }] : [];
  });
  const open = periods.some(({ name }) => readPrintedDates({ starts }, inFull(name)).unsure);
  const names = marked.length > 1 ? `${marked[0]?.name} – ${last.name}` : last.name;
  const timescale = cut(worded.length ? worded.map(({ name, words }) => `${name}: ${words}`).join("; ") : names);
  return { timescale, milestones, ...(open && { doubt: { kind: "unread date", why: `the columns ${quoted(names)} leave their year open` } }) };
}

/** `plainFill` is what the row itself is coloured with, which marks nothing. */
export function timingOfRow(starts: Day, row: GridRow, columns: Column[], plainFill: string | undefined): Timing {
  const textIn = (role: Role) =>
    columns
      .filter((column) => column.role === role)
      .map(({ at }) => cellAt(row, at).text)
      .find(Boolean) ?? "";
  const has = (role: Role) => columns.some((column) => column.role === role);
  const [first, revised, due, start] = [textIn("first due"), textIn("revised due"), textIn("due"), textIn("start")];
  const done = textIn("done on");
  const periods = columns.filter(({ role }) => role === "period");
  let timing: Timing;
  if (has("revised due")) timing = revisedTiming(starts, first || due, revised);
  else if (due || !periods.length) timing = timingOf(starts, due || first);
  else timing = periodTiming(starts, row, periods, plainFill);
  if (start && timing.timescale && timing.milestones.length && isSaid(start)) timing = { ...timing, timescale: cut(`${start} – ${timing.timescale}`) };
  return isSaid(done) ? withDone(starts, timing, done) : timing;
}

function withDone(starts: Day, timing: Timing, done: string): Timing {
  const day = readPrintedDates({ starts }, done).milestones.at(-1)?.due;
  if (!day) return timing;
  return { ...timing, status: "complete", milestones: timing.milestones.map((milestone) => ({ ...milestone, done: day })) };
}
