/** One choice for each thing that repeats in a file, before its rows: a status word, dates whose year is open, words that are no date. Pure. */
import { badgeOf, type PlanAction, printedKey, statuses, yearSpan } from "../../plan/index.js";
import type { ViewOf } from "../../plan-import/index.js";
import { badgeInWords, capital, listedUpTo, plural, shortened } from "../../shared/words.js";
import { dated, yearsLater } from "./date-edits.js";
import { withStatus } from "./edits.js";
import { type Ground, type OwnView, undatedUnder, yearsOf } from "./review-issues.js";
import { asRead, choice, type Option, oneByOne, rowHead, type SettledRow } from "./settled-row.js";

/** A row that stands for several, and what it stands for. */
export interface Grouped {
  row: SettledRow;
  of: readonly OwnView[];
}

const FEWEST_PRIORITIES = 4;
const FEWEST_MEASURES = 3;
const MOST_IDS = 8;
const idsOf = (looks: readonly OwnView[]): string[] => looks.map(({ id }) => id);
const holding = (row: SettledRow): SettledRow => ({ ...row, holds: true });

function byWords<T extends OwnView>(looks: readonly T[], wordsOf: (look: T) => string | undefined): T[][] {
  const groups = new Map<string, T[]>();
  for (const look of looks) {
    const words = wordsOf(look);
    if (words) groups.set(printedKey(words), [...(groups.get(printedKey(words)) ?? []), look]);
  }
  return [...groups.values()];
}

function statusWords(looks: readonly OwnView[], { read }: Ground): Grouped[] {
  const unsure = looks.filter((look): look is ViewOf<"unsure status"> => look.kind === "unsure status");
  return byWords(unsure, ({ words }) => words).map((of) => {
    const words = of[0]?.words ?? "";
    const item = read.find(of[0]?.id ?? "");
    const now = item?.type === "action" ? item.action.status : undefined;
    const head = rowHead(`status ${printedKey(words)}`, "plan", `"${words}" stands as the status of ${listedUpTo(idsOf(of), MOST_IDS)}`);
    const others = statuses
      .filter((status) => status !== now)
      .map((status): Option => {
        return { label: capital(badgeInWords(badgeOf(status))), value: status, edit: withStatus(idsOf(of), status) };
      });
    const asIs = asRead(now ? `${capital(badgeInWords(badgeOf(now)))}, as read` : "Nothing, as read");
    return { row: holding(choice(head, `What "${shortened(words, 40)}" means`, [asIs, ...(others as [Option, ...Option[]])])), of };
  });
}

function actionOf({ read }: Ground, id: string): PlanAction | undefined {
  const item = read.find(id);
  return item?.type === "action" ? item.action : undefined;
}

/** Dates that were read from words which leave their year open. */
function openYears(looks: readonly OwnView[], ground: Ground): Grouped[] {
  const of = looks.filter(({ id, kind }) => kind === "unread date" && actionOf(ground, id)?.milestones?.length);
  if (of.length < 2) return [];
  const words = [...new Set(of.map(({ id }) => `"${shortened(actionOf(ground, id)?.timescale ?? "", 30)}"`))];
  const head = rowHead("open years", "plan", `${plural(of.length, "date")} leave their year open: ${listedUpTo(words, 5)}`);
  const later = (years: number): Option => ({ label: `${plural(years, "year")} later than that`, value: `later${years}`, edit: yearsLater(idsOf(of), years) });
  const { from, to } = yearSpan(ground.plan, 1);
  const first = asRead(`The plan's first year, ${from.slice(0, 4)}-${to.slice(2, 4)}, as read`);
  return [{ row: holding(choice(head, "Which year they belong to", [first, later(1), later(2), oneByOne])), of }];
}

const endOf = (ids: string[], number: number): Option => ({ label: `End of Year ${number}`, value: `year${number}`, edit: dated(ids, number) });

/** Words that say no date of their own: "Medium term". */
function wordsOfNoDate(looks: readonly OwnView[], ground: Ground): Grouped[] {
  const unread = looks.filter(({ id, kind }) => kind === "unread date" && !actionOf(ground, id)?.milestones?.length);
  return byWords(unread, ({ id }) => actionOf(ground, id)?.timescale).flatMap((of) => {
    if (of.length < 2) return [];
    const words = actionOf(ground, of[0]?.id ?? "")?.timescale ?? "";
    const head = rowHead(`date ${printedKey(words)}`, "plan", `"${words}" stands as the date of ${listedUpTo(idsOf(of), MOST_IDS)}`);
    const years = yearsOf(ground).map((year) => endOf(idsOf(of), year));
    return [{ row: holding(choice(head, `What "${shortened(words, 40)}" means`, [asRead("No date, as read"), oneByOne, ...years])), of }];
  });
}

function undated(looks: readonly OwnView[], ground: Ground): Grouped[] {
  const of = looks.filter(({ kind }) => kind === "no date");
  if (of.length < FEWEST_PRIORITIES) return [];
  const ids = of.flatMap(({ id }) => undatedUnder(id, ground));
  const head = rowHead(
    "no date",
    "plan",
    `${plural(ids.length, "action")} under ${plural(of.length, "priority", "priorities")} have no date: ${listedUpTo(ids, MOST_IDS)}`,
  );
  const years = yearsOf(ground).map((year) => endOf(ids, year));
  return [{ row: holding(choice(head, "Date for what has none", [asRead("Leave without a date"), oneByOne, ...years])), of }];
}

function printedTwice(looks: readonly OwnView[], { standing }: Ground): Grouped[] {
  const of = looks.filter((look): look is ViewOf<"printed twice"> => look.kind === "printed twice");
  const isJoined = (id: string) => {
    const item = standing?.find(id);
    return item?.type === "measure" && item.measure.countsAs;
  };
  if (of.length < FEWEST_MEASURES || of.some(({ measures }) => measures.some(isJoined))) return [];
  const head = rowHead("printed twice", "plan", `${plural(of.length, "measure")} stand under several priorities each, such as ${of[0]?.id}`);
  const joins = of.map(({ id, measures }) => ({ measures, into: id }));
  const asOne: Option = { label: "Count each as one, with the figures of the first", value: "one", joins };
  return [{ row: holding(choice(head, "Figures of what is printed twice", [asRead("Keep them apart, as read"), asOne, oneByOne])), of }];
}

/** What repeats in a file asked once for all of it: status words, years that dates leave open, what has no date, columns, measures printed twice. */
export const groupedRows = (looks: readonly OwnView[], ground: Ground): Grouped[] => [
  ...statusWords(looks, ground),
  ...openYears(looks, ground),
  ...wordsOfNoDate(looks, ground),
  ...undated(looks, ground),
  ...printedTwice(looks, ground),
];
