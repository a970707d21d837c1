/** Dates as organisations print them: "Q3 2025/26", "by end of December 2026", "Summer 2026", "0-6 months", "June 2026 and annually thereafter", "TBC". Pure. */
import type { Day, Milestone, Plan, Status } from "../plan.js";
import { milestoneOf, timescaleParts } from "../timescale.js";
import { type DateToken, dateTokens, quarterEnd, type Token } from "./tokens.js";

export interface PrintedDates {
  milestones: Milestone[];
  /** Kept up, without a date of its own. */
  ongoing?: boolean;
  /** A date column may say that it is done. */
  status?: Status;
  /** Why a person should look: there is none (blank, "TBC"), none could be read, or it was read with a guess. */
  unsure?: "none" | "unread" | "guessed";
}

interface Dated {
  date: DateToken;
  label: string;
}

type Starts = Pick<Plan, "starts">;

const isOnlyMarks = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** "Q3 (2026/27)" */
const YEAR_IN_BRACKETS = /\b(q(?:uarter|tr)? ?[1-4]) ?\((20\d\d ?[/-] ?\d{2,4})\)/i;

/** The dates that printed words mean, whether they go on, a status ("Completed"), or why they are unsure. Never a date that is not printed. */
export function readPrintedDates(plan: Starts, printed: string): PrintedDates {
  const text = printed.replace(YEAR_IN_BRACKETS, "$1 $2");
  if (isOnlyMarks(text)) return { milestones: [], unsure: "none" };
  const stamps = readStamps(plan, text);
  if (stamps) return stamps;
  const tokens = withQuarters(dateTokens(text, plan.starts), plan.starts);
  const has = (type: Token["type"]) => tokens.some((token) => token.type === type);
  if (tokens.find(({ type }) => type !== "filler")?.printed.toLowerCase() === "throughout") return { milestones: [], ongoing: true };
  const found = tokens.some(({ printed }) => /^onwards?$/i.test(printed)) ? [] : datesIn(tokens);
  const ongoing = has("ongoing");
  const closed = found.filter(({ date }) => !date.open);
  if (has("complete")) return { milestones: [], status: "complete" };
  // "Annually in March" is kept up, not due once.
  if (ongoing && !closed.length) return { milestones: [], ongoing: true };
  if (found.length) return datedOf(found, ongoing);
  return { milestones: [], unsure: has("none") && !has("word") && !has("term") ? "none" : "unread" };
}

/** "Q4 (Jan–Mar 2026)" says one date twice. */
const onlyOnce = (all: Dated[]): Dated[] => all.filter(({ date, label }, at) => label || !all.slice(0, at).some((before) => before.date.due === date.due));

function datedOf(every: Dated[], ongoing: boolean): PrintedDates {
  const found = onlyOnce(every);
  const milestones = found.map(({ date, label }, at): Milestone => {
    const isLast = at === found.length - 1;
    return { ...(found.length > 1 && label && { label }), due: date.due, ...(ongoing && isLast && { ongoing: true }) };
  });
  const guessed = found.some(({ date }) => date.open || date.rough);
  return { milestones, ...(guessed && { unsure: "guessed" }) };
}

const aroundStamps = /^(?:by|at|the|end|of|in|during|before|from|start|and|annually|thereafter|[.,:;()/ -])*$/i;

/** "Year 1 (Pilot) Year 2 (Roll out)", "By end of year 2": Years of the plan, as an appendix prints them. */
function readStamps(plan: Starts, text: string): PrintedDates | undefined {
  if (!/\b(?:years?|yrs?)\b/i.test(text)) return undefined;
  const parts = timescaleParts(text);
  const milestones = parts.flatMap((part) => (part.type === "stamp" ? [milestoneOf(plan, part.stamp)] : []));
  const others = parts.flatMap((part) => (part.type === "words" ? [part.printed] : []));
  if (!milestones.length) return undefined;
  const last = milestones.at(-1) as Milestone;
  if (/\b(?:annually|yearly|thereafter)\b/i.test(others.join(" "))) last.ongoing = true;
  const isClear = others.every((words) => aroundStamps.test(words)) && parts.every(({ type }) => type !== "problem");
  return { milestones, ...(!isClear && { unsure: "guessed" }) };
}

/** "2025/26 Q3" is the quarter of that year. */
function withQuarters(tokens: Token[], starts: Day): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (token.type === "date" && token.quarter && before?.type === "date" && before.year)
      joined[joined.length - 1] = { ...token, due: quarterEnd(starts, before.year, token.quarter), open: false, quarter: undefined };
    else joined.push(token);
  }
  return joined;
}

/** Words before or in brackets behind a date, without what only leads to it. */
const labelOf = (tokens: Token[]): string =>
  tokens
    .flatMap(({ type, printed }) => (type === "word" && /[\p{L}\p{N}]/u.test(printed) ? [printed] : []))
    .join(" ")
    .slice(0, 120);

function datesIn(tokens: Token[]): Dated[] {
  const found: Dated[] = [];
  let since: Token[] = [];
  for (const token of tokens) {
    if (token.printed === ")" && since[0]?.printed === "(" && found.length && labelOf(since)) {
      (found.at(-1) as Dated).label ||= labelOf(since);
      since = [];
      continue;
    }
    if (token.type !== "date") {
      since.push(token);
      continue;
    }
    const last = found.at(-1);
    const between = since.filter(({ type }) => type === "to" || type === "stroke");
    const joins = between.at(-1)?.type;
    const isFrom = since.some(({ type }) => type === "from");
    // A year alone behind a word ("Conference 2027") may be another day of that year.
    const isLoose = /^(?:19|20)\d\d$/.test(token.printed) && since.at(-1)?.type === "word";
    const date = isLoose || since.some(({ type }) => type === "rough") ? { ...token, rough: true } : token;
    const goesOn = last && (joins === "to" || (joins === "stroke" && last.date.open && !date.open && between.at(-1)?.printed === "/"));
    // Of a range the end counts; a start alone is no deadline.
    if (goesOn || (last && last.label === START)) found[found.length - 1] = { date, label: labelOf(since) };
    else found.push({ date, label: isFrom ? START : labelOf(since) });
    since = [];
  }
  const last = found.at(-1);
  // "12 months from approval" is counted from a day that is not known.
  if (last && since.some(({ type }) => type === "from")) last.date = { ...last.date, rough: true };
  if (last && !last.label) last.label = labelOf(since);
  return found.filter(({ label }) => label !== START);
}

/** Marks the date that something begins on. */
const START = "\u0000from";
