import { dayInWords, type ReviewNote } from "../plan/index.js";
import type { ReadPlan } from "../plan-import/index.js";
import { type Counts, countsOf } from "./changes.js";
import type { ImportReport } from "./import-plan.js";

const shown = 40;
const width = 110;

const counted = (count: number, one: string, many = `${one}s`): string => `${count === 0 ? "no" : count} ${count === 1 ? one : many}`;

/** "3 themes, 13 priorities, 34 actions, 59 measures, 21 figures" */
export const countsInWords = ({ figures, ...items }: Counts): string => `${itemsInWords(items)}, ${counted(figures, "figure")}`;

/** What is printed in a plan; its figures may be kept elsewhere. */
export const itemsInWords = ({ themes, priorities, actions, milestones, measures }: Omit<Counts, "figures">): string =>
  [
    counted(themes, "theme"),
    counted(priorities, "priority", "priorities"),
    counted(actions, "action"),
    counted(milestones, "milestone"),
    counted(measures, "measure"),
  ].join(", ");

/** Folds at spaces; lines after the first stand `indent` in. */
function wrapped(text: string, indent: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) as string;
    if (line && line.length + word.length + 1 > width - indent) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join(`\n${" ".repeat(indent)}`);
}

function lookInWords(look: ReviewNote[]): string[] {
  if (!look.length) return ["Nothing needs a person's look."];
  const first = look.slice(0, shown);
  const column = Math.min(Math.max(...first.map(({ id }) => id.length)), 20);
  const lines = first.map(({ id, why }) => `  ${id.padEnd(column)}  ${wrapped(why, column + 4)}`);
  const more = look.length > shown ? [`  and ${look.length - shown} more`] : [];
  return [`For a person to look at (${look.length}):`, ...lines, ...more];
}

const startsInWords = ({ plan, startsSaidBy }: Pick<ReadPlan, "plan" | "startsSaidBy">, before = false): string => {
  const start = `Year 1 starts on ${dayInWords(plan.starts)}`;
  if (startsSaidBy !== "nobody") return `${start}.`;
  return before ? `${start}, as before.` : `${start}. That is assumed, as the source does not say it; --starts sets another day.`;
};

/** What `plan check` says. */
export function readInWords(read: ReadPlan): string {
  return [
    `${read.plan.title} (read as ${read.format === "text" ? "plain text" : read.format === "appendix" ? "an appendix" : `a ${read.format}`})`,
    startsInWords(read),
    countsInWords(countsOf(read.plan)),
    ...read.how.map((line) => wrapped(line, 2)),
    "",
    ...lookInWords(read.look),
  ].join("\n");
}

function ids(heading: string, list: string[]): string[] {
  if (!list.length) return [];
  const more = list.length > shown ? ` and ${list.length - shown} more` : "";
  return [wrapped(`${heading}: ${list.slice(0, shown).join(", ")}${more}`, 2)];
}

function rewordedInWords({ reworded }: ImportReport): string[] {
  if (!reworded.length) return [];
  const lines = reworded
    .slice(0, shown)
    .map(({ id, part, from, to }) => `  ${id} ${part}\n    was  ${wrapped(from || "(nothing)", 9)}\n    now  ${wrapped(to || "(nothing)", 9)}`);
  return [`Changed in wording (${reworded.length}):`, ...lines, ...(reworded.length > shown ? [`  and ${reworded.length - shown} more`] : [])];
}

function changesInWords(report: ImportReport): string[] {
  const { first, added, reworded, retired, returned, figuresAdded, figuresKept } = report;
  const figures = [
    ...(figuresAdded ? [`${counted(figuresAdded, "figure")} added.`] : []),
    ...(figuresKept ? [`${counted(figuresKept, "figure")} of the source left out, as there is one for that measure and period already.`] : []),
  ];
  if (first) return figures;
  if (!added.length && !reworded.length && !retired.length && !returned.length) return ["Nothing is new, changed in wording or gone.", ...figures];
  return [
    ...ids("New", added),
    ...rewordedInWords(report),
    ...ids("Gone from the source; kept with their history, shown no more", retired),
    ...ids("Back again", returned),
    ...figures,
  ];
}

/** What `plan import` says. */
export function importInWords(report: ImportReport, read: Pick<ReadPlan, "startsSaidBy">): string {
  const { known, counts, look, replacedSample } = report;
  return [
    `${known.plan.title}: imported, revision ${known.revision}.`,
    ...(replacedSample ? ["It replaces the sample plan; the sample's examples are gone from view."] : []),
    startsInWords({ plan: known.plan, startsSaidBy: read.startsSaidBy }, !report.first),
    countsInWords(counts),
    ...changesInWords(report),
    "",
    ...lookInWords(look),
  ].join("\n");
}
